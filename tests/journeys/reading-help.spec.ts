/**
 * The reading help as a reader uses it: opened from any page, by keyboard, kept on the device, taken back.
 * Over 150 lines: one list of promises, each short.
 */
import type { Page } from '@playwright/test';
import { focused } from '../accessibility/focus-ring.ts';
import { examples } from './example-pages.ts';
import { tabTo } from './keyboard.ts';
import { expect, inBothReadings, test } from './site.ts';

const key = 'reading-help';
const somePage = examples.topic ?? '/';
const kept = (page: Page) => page.evaluate((name) => localStorage.getItem(name), key);
const panelOf = (page: Page) => page.locator('header [data-reading-help-form]');
const openHelp = async (page: Page) => {
  await page.getByRole('button', { name: 'Reading help', exact: true }).click();
  await expect(panelOf(page)).toBeVisible();
};
const root = (page: Page) => page.locator('html');
/** A control by what it sets: its words differ between the readings. */
const control = (page: Page, name: string, value: string) => page.locator(`input[name="${name}"][value="${value}"]`);

for (const { reading, start } of inBothReadings) {
  test.describe(`reading help, ${reading}`, () => {
    test('by keyboard: opens, says a change once, closes with Esc, and the focus comes back', async ({ page }) => {
      await page.goto(start + somePage);
      await tabTo(page, /^Reading help$/, 6);
      const button = page.getByRole('button', { name: 'Reading help', exact: true });
      await expect(button).toHaveAttribute('aria-expanded', 'false');
      await page.keyboard.press('Enter');
      await expect(panelOf(page)).toBeVisible();
      await expect(button).toHaveAttribute('aria-expanded', 'true');
      expect(await kept(page), 'opening keeps nothing').toBeNull();
      await page.evaluate(() => {
        const said: string[] = [];
        const status = document.querySelector('header [role="status"]')!;
        new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });
        Object.assign(window, { said });
      });
      await page.keyboard.press('Tab');
      expect((await focused(page))?.html, 'Tab leads from the button to the first control').toContain('name="size"');
      await page.keyboard.press('ArrowRight');
      await expect(root(page)).toHaveAttribute('data-size', '125');
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('20px');
      const legend = await panelOf(page).locator('legend').first().innerText();
      expect(await page.evaluate(() => (window as unknown as { said: string[] }).said)).toEqual([
        expect.stringMatching(`^${legend}: .+\\.$`),
      ]);
      await page.keyboard.press('Escape');
      await expect(panelOf(page)).toBeHidden();
      await expect(button).toBeFocused();
      await expect(button).toHaveAttribute('aria-expanded', 'false');
    });

    test('a choice lasts over pages and reloads, and back to normal keeps nothing', async ({ page }) => {
      await page.goto(start + somePage);
      await openHelp(page);
      for (const [name, value] of [
        ['colours', 'yellow'],
        ['spacing', 'wide'],
        ['pictures', 'off'],
        ['size', '150'],
      ] as const)
        await control(page, name, value).check();
      expect(JSON.parse((await kept(page))!)).toEqual({ colours: 'yellow', spacing: 'wide', pictures: 'off', size: '150' });
      await page.goto(`${start}/a-z/`);
      await expect(root(page)).toHaveAttribute('data-colours', 'yellow');
      await page.reload();
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(0, 0, 0)');
      expect(await page.locator('meta[name="theme-color"]').first().getAttribute('content')).toBe('rgb(0, 0, 0)');
      await openHelp(page);
      await expect(control(page, 'size', '150')).toBeChecked();
      await panelOf(page).locator('[data-back-to-normal]').click();
      expect(await kept(page)).toBeNull();
      for (const name of ['size', 'colours', 'spacing', 'pictures']) await expect(root(page)).not.toHaveAttribute(`data-${name}`);
      await expect(control(page, 'size', '')).toBeChecked();
    });

    test('every control has the words that are seen on it, for voice control', async ({ page }) => {
      await page.goto(start + somePage);
      await openHelp(page);
      for (const label of await panelOf(page).locator('label').all()) {
        const words = (await label.innerText()).trim();
        expect(words).not.toBe('');
        await expect(label.locator('input')).toHaveAccessibleName(words);
      }
      for (const button of await panelOf(page).getByRole('button').all())
        await expect(button).toHaveAccessibleName(await button.innerText());
    });

    test('without JavaScript the link leads to a page that says how the browser can help', async ({ browser }) => {
      const context = await browser.newContext({ javaScriptEnabled: false, baseURL: process.env.TESTED_SITE! });
      const page = await context.newPage();
      await page.goto(start + somePage);
      await page.getByRole('link', { name: 'Reading help', exact: true }).click();
      await page.waitForURL(`**${start}/reading-help/`);
      await expect(page.locator('[data-reading-help-form]')).toBeHidden();
      await expect(page.locator('main .no-choices')).toBeVisible();
      expect((await page.locator('main').innerText()).length, 'the page has words of its own').toBeGreaterThan(150);
      await context.close();
    });
  });
}

test('a choice is there before anything is painted', async ({ page }) => {
  await page.addInitScript((name) => localStorage.setItem(name, '{"colours":"dark","size":"200"}'), key);
  await page.addInitScript(() => {
    const seen: string[] = [];
    new MutationObserver(() => {
      if (document.body && seen.length === 0)
        seen.push(`${document.documentElement.dataset.colours} ${document.documentElement.dataset.size}`);
    }).observe(document, { childList: true, subtree: true });
    Object.assign(window, { seen });
  });
  await page.goto(somePage);
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual(['dark 200']);
});

test('nothing is kept on the device before a choice', async ({ page }) => {
  await page.goto(somePage);
  await openHelp(page);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
});

for (const [value, file] of [
  ['lexend', /lexend\./],
  ['andika', /andika-400\./],
  ['opendyslexic', /opendyslexic-400\./],
] as const)
  test(`the letters ${value} are fetched when they are chosen, and not before`, async ({ page }) => {
    const fetched: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'font') fetched.push(request.url());
    });
    await page.goto(somePage);
    await openHelp(page);
    expect(fetched.filter((url) => /lexend|andika|opendyslexic/.test(url))).toEqual([]);
    const arrives = page.waitForResponse((response) => file.test(response.url()));
    await control(page, 'letters', value).check();
    expect((await arrives).status()).toBe(200);
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('main p')!).fontFamily)).toMatch(
      new RegExp(`^"?${value}`, 'i'),
    );
    expect(
      fetched.filter((url) => /-ext\./.test(url)),
      'nor letters that the page does not have',
    ).toEqual([]);
  });

test('always easy read leads to the twin with question and place, until the switch is used', async ({ page }) => {
  await page.goto(somePage);
  await openHelp(page);
  await panelOf(page).locator('[data-always]').click();
  await page.waitForURL(`**/easy-read${somePage}`);
  expect(JSON.parse((await kept(page))!)).toEqual({ always: true });
  await page.goto('/search/?q=bus#main');
  await page.waitForURL('**/easy-read/search/?q=bus#main');
  await page.goto('/404.html');
  await expect(page, 'a page without a twin stays').toHaveURL(/\/404\.html$/);
  await page.goto(`/easy-read${somePage}`);
  await page.locator('a[data-reading-switch]').click();
  await page.waitForURL((url) => url.pathname === somePage);
  expect(await kept(page)).toBeNull();
  await page.goto('/');
  await expect(root(page)).toHaveAttribute('data-reading', 'standard');
});

test('always easy read is also turned off by the link at the foot, and in a new tab; other choices stay', async ({ page, context }) => {
  await page.goto(`/easy-read${somePage}`);
  await page.evaluate((name) => localStorage.setItem(name, '{"always":true,"size":"125"}'), key);
  const [tab] = await Promise.all([
    context.waitForEvent('page'),
    page.locator(`main .checked a[href="${somePage}"]`).click({ modifiers: ['ControlOrMeta'] }),
  ]);
  await tab.waitForLoadState();
  expect(new URL(tab.url()).pathname).toBe(somePage);
  expect(JSON.parse((await kept(page))!)).toEqual({ size: '125' });
});

for (const damaged of [
  '{',
  'null',
  '7',
  '"x"',
  '[]',
  '{"size":{"a":1},"colours":5,"always":0}',
  '{"size":"9\\"><b>","reading":"easy-read"}',
])
  test(`a damaged entry does no harm: ${damaged}`, async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.addInitScript(([name, text]) => localStorage.setItem(name!, text!), [key, damaged]);
    await page.goto(somePage);
    await expect(root(page)).toHaveAttribute('data-reading', 'standard');
    await openHelp(page);
    await expect(control(page, 'size', '')).toBeChecked();
    await control(page, 'size', '125').check();
    expect(JSON.parse(await page.evaluate(() => JSON.stringify(document.documentElement.dataset)))).toMatchObject({ size: '125' });
    expect(errors).toEqual([]);
  });

test('where the browser closes its store, a choice holds for the page and the page says so', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('closed', 'SecurityError');
      },
    }),
  );
  await page.goto(somePage);
  await openHelp(page);
  await control(page, 'colours', 'cream').check();
  await expect(root(page)).toHaveAttribute('data-colours', 'cream');
  await expect(panelOf(page).getByRole('status')).toContainText('keeps nothing');
  expect(errors).toEqual([]);
});

test('where the panel cannot be fetched the page itself opens', async ({ page }) => {
  await page.goto(somePage);
  let first = true;
  await page.route('**/reading-help/', (route) => {
    const refuse = first;
    first = false;
    return refuse ? route.abort() : route.continue();
  });
  await page.getByRole('button', { name: 'Reading help', exact: true }).click();
  await page.waitForURL('**/reading-help/');
  await expect(page.locator('main [data-reading-help-form]')).toBeVisible();
  await control(page, 'size', '150').check();
  await expect(root(page)).toHaveAttribute('data-size', '150');
});

test('the ruler follows the mouse and the focus, takes no press, and leaves the keys to the page', async ({ page }) => {
  await page.addInitScript((name) => localStorage.setItem(name, '{"ruler":"on"}'), key);
  await page.goto('/');
  const ruler = page.locator('.reading-ruler');
  await expect(ruler).toBeVisible();
  await expect(ruler).toHaveAttribute('aria-hidden', 'true');
  const middle = async () => {
    const box = (await ruler.boundingBox())!;
    return box.y + box.height / 2;
  };
  await page.mouse.move(300, 400);
  await expect.poll(middle).toBeCloseTo(400, -1);
  expect(await page.evaluate(() => document.elementFromPoint(300, 400)?.className), 'what is under the ruler is pressed').not.toContain(
    'ruler',
  );
  // At the top of the page an arrow up has nothing to scroll, so it moves the ruler; an arrow down scrolls as always.
  await page.keyboard.press('ArrowUp');
  await expect.poll(middle).toBeLessThan(390);
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
  await page.evaluate(() => scrollTo(0, 0));
  await page.locator('header .name').focus();
  await page.keyboard.press('Tab');
  const place = (await page.locator(':focus').boundingBox())!;
  await expect.poll(middle).toBeLessThan(Math.max(place.y + place.height + 60, 120));
  await page.emulateMedia({ media: 'print' });
  await expect(ruler).toBeHidden();
  await page.emulateMedia({ media: 'screen', forcedColors: 'active' });
  await expect(ruler).toBeHidden();
});

test('hidden pictures leave their place to the words, and nothing else goes', async ({ page }) => {
  const address = `/easy-read${somePage}`;
  await page.goto(address);
  const words = await page.locator('main').innerText();
  await page.addInitScript((name) => localStorage.setItem(name, '{"pictures":"off"}'), key);
  await page.reload();
  expect(await page.locator('main').innerText()).toBe(words);
  expect(await page.locator('main [data-idea] img:visible').count()).toBe(0);
  const beside = await page.evaluate(() => {
    const idea = document.querySelector('[data-idea]')!;
    return idea.querySelector('p')!.getBoundingClientRect().left - idea.getBoundingClientRect().left;
  });
  expect(beside, 'the words begin where the picture began').toBe(0);
});

test('paper ignores every choice', async ({ page }) => {
  const look = () =>
    page.evaluate(() =>
      [document.documentElement, document.body, document.querySelector('main p')!].map((element) => {
        const { fontSize, color, backgroundColor, letterSpacing, fontFamily } = getComputedStyle(element);
        return { fontSize, color, backgroundColor, letterSpacing, fontFamily };
      }),
    );
  await page.emulateMedia({ media: 'print' });
  await page.goto(somePage);
  const plain = await look();
  await page.addInitScript(
    (name) => localStorage.setItem(name, '{"size":"200","colours":"yellow","spacing":"wide","letters":"andika","ruler":"on"}'),
    key,
  );
  await page.reload();
  await expect(root(page)).toHaveAttribute('data-colours', 'yellow');
  expect(await look()).toEqual(plain);
});

test('the colours of the device come first, and a choice stands over them', async ({ page }) => {
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(somePage);
  const dark = await paper();
  await openHelp(page);
  await control(page, 'colours', 'dark').check();
  expect(await paper()).toBe(dark);
  await control(page, 'colours', 'white').check();
  expect(await paper()).toBe('rgb(255, 255, 255)');
  await control(page, 'colours', '').check();
  expect(await paper()).toBe(dark);
});
