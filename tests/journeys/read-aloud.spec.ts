/** A person has a page read to them: all of it or one Idea, at their pace, and it stops when they say so or leave. */
import { everyAddress } from '../accessibility/addresses.ts';
import type { Page } from '@playwright/test';
import { axeProblems, withAxe } from '../accessibility/axe.ts';
import { templates } from '../accessibility/templates.ts';
import { builtPage, examples, menu } from './example-pages.ts';
import { tabTo } from './keyboard.ts';
import { browsers } from './read-aloud-double.ts';
import { bar, comeToButton, heard, key, marked, openWith, readPage, readToTheEnd, spoken, told, wordsOf } from './read-aloud-page.ts';
import { expect, inBothReadings, test } from './site.ts';

const address = examples.topic ?? menu[0]!;
const easy = `/easy-read${address}`;
const { windows, chrome } = browsers;

for (const { reading, start } of inBothReadings) {
  test(`the page is read from its heading to its end, and no element is changed (${reading})`, async ({ page }) => {
    await openWith(page, windows, `${start}${address}`);
    const main = () => page.evaluate(() => document.querySelector('main')!.innerHTML);
    const before = await main();
    await readPage(page).click();
    await page.clock.runFor(100);
    const title = (await page.locator('h1').innerText()).trim();
    expect(await marked(page, 'read-sentence')).toBe(title);
    expect(title).toContain(await marked(page, 'read-word'));
    expect(await marked(page, 'read-word')).not.toBe('');
    expect(await main()).toBe(before);
    await readToTheEnd(page);
    expect(await main()).toBe(before);
    const all = await heard(page);
    for (const words of await page.locator('main :is(.summary, .prose > p, [data-idea] > p, .prose > h2)').allInnerTexts())
      expect(all.replace(/[^a-z]/gi, '').toLowerCase()).toContain(
        words
          .split(/[.?!\n]/)[0]!
          .replace(/\b[A-Z]{2,}\b.*/, '')
          .replace(/\d.*/, '')
          .replace(/[^a-z]/gi, '')
          .toLowerCase(),
      );
    for (const silent of ['You are here', 'Read this page aloud', 'Listen']) expect(all).not.toContain(silent);
    expect(await marked(page, 'read-sentence')).toBe('');
    await key(page, 'Close').click();
    await expect(bar(page)).toHaveCount(0);
  });

  test(`the bar can be used by all: axe, targets, small windows, the dark (${reading})`, async ({ page }) => {
    await withAxe(page);
    await openWith(page, chrome, `${start}${address}`);
    await page.clock.runFor(500);
    await readPage(page).click();
    await bar(page).getByText('Voice', { exact: true }).click();
    await key(page, 'Pause').waitFor();
    for (const [width, height, colorScheme] of [
      [1280, 800, 'light'],
      [375, 740, 'dark'],
      [320, 256, 'light'],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      expect(await axeProblems(page, address, `${width} ${colorScheme}`)).toEqual([]);
      const { small, covers, wide } = await page.evaluate(() => {
        const section = document.querySelector<HTMLElement>('.read-aloud-bar')!;
        const boxes = [...section.querySelectorAll<HTMLElement>('button, select, summary, label')].map((one) =>
          one.getBoundingClientRect(),
        );
        return {
          small: boxes.filter((box) => box.width < 43.5 || box.height < 43.5).length,
          covers: section.offsetHeight / innerHeight,
          wide: document.documentElement.scrollWidth > innerWidth,
        };
      });
      expect({ small, wide }).toEqual({ small: 0, wide: false });
      expect(covers, 'half of the window at most is covered').toBeLessThanOrEqual(0.51);
    }
  });
}

const listenNames = (page: Page) =>
  page.locator('[data-idea] > button').evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')!));

test('Listen reads its Idea and nothing else, and its name says which', async ({ page }) => {
  await openWith(page, windows, easy);
  const words = await wordsOf(page, 1);
  await page.locator('[data-idea] > button').nth(1).click();
  await bar(page).waitFor();
  await readToTheEnd(page, 2);
  expect((await heard(page)).replace(/\W/g, '')).toBe(words.replace(/\W/g, ''));
  const name = await page.locator('[data-idea] > button').nth(1).getAttribute('aria-label');
  const [first] = (await page.locator('[data-idea] > p').nth(1).innerText()).split('\n');
  expect(name).toBe(`Listen: ${first!.trim()}`);
  const names = await listenNames(page);
  expect(names.length).toBeGreaterThan(2);
  for (const one of names) expect(one, 'a name is one sentence, and glues none to the next').not.toMatch(/[.?!](?=[A-Z])|[.?!] [A-Z]/);
});

test('Listen at another Idea ends the first; two quick presses are one', async ({ page }) => {
  await openWith(page, windows, easy);
  const listen = page.locator('[data-idea] > button');
  await listen.nth(0).dblclick();
  await page.clock.runFor(100);
  expect((await spoken(page)).length).toBe(1);
  await page.clock.runFor(1000);
  await listen.nth(2).click();
  await page.clock.runFor(100);
  expect((await spoken(page)).map(({ finished }) => finished)).toEqual([false, false]);
  expect((await wordsOf(page, 2)).replace(/\W/g, '')).toContain((await spoken(page))[1]!.text.replace(/\W/g, ''));
  await expect(bar(page)).toHaveCount(1);
});

test('back one sentence, next, slower and faster; what was changed is kept, and what else is kept stays', async ({ page }) => {
  await page.addInitScript(() => localStorage.getItem('reading-help') ?? localStorage.setItem('reading-help', '{"size":"125"}'));
  await openWith(page, windows, address);
  await readPage(page).click();
  await page.clock.runFor(1000);
  await key(page, 'Next sentence').click();
  await page.clock.runFor(100);
  await key(page, 'Back one sentence').click();
  await page.clock.runFor(100);
  const [first, second, again] = (await spoken(page)).slice(-3);
  expect(second!.text).not.toBe(first!.text);
  expect(again!.text).toBe(first!.text);
  await key(page, 'Slower').click();
  await page.clock.runFor(100);
  expect((await spoken(page)).at(-1)).toMatchObject({ rate: 0.8, text: first!.text });
  for (let press = 0; press < 4; press += 1) await key(page, 'Faster').click();
  await page.clock.runFor(200);
  expect((await spoken(page)).at(-1)!.rate).toBe(1.7);
  await expect(key(page, 'Faster')).toHaveAttribute('aria-disabled', 'true');
  await expect(bar(page).getByRole('status')).toHaveText('Speed 7 of 7');
  const kept = () => page.evaluate(() => JSON.parse(localStorage.getItem('reading-help')!) as unknown);
  expect(await kept()).toEqual({ size: '125', rate: 1.7 });
  await page.reload();
  await comeToButton(page);
  await readPage(page).click();
  await page.clock.runFor(200);
  expect((await spoken(page))[0]!.rate).toBe(1.7);
});

test('nothing is kept until something is changed', async ({ page }) => {
  await openWith(page, windows, easy);
  await readPage(page).click();
  await page.clock.runFor(3000);
  await key(page, 'Stop').click();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('online voices are marked, and off until the person allows them', async ({ page }) => {
  await openWith(page, chrome, address);
  await page.clock.runFor(500);
  await readPage(page).click();
  await bar(page).getByText('Voice', { exact: true }).click();
  const online = bar(page).locator('option', { hasText: 'Google UK English Female (online)' });
  await expect(online).toBeDisabled();
  await expect(bar(page).getByText('sends the words of the page')).toBeVisible();
  await bar(page).getByLabel('Allow online voices').check();
  await expect(online).toBeEnabled();
  await page.clock.runFor(200);
  expect(
    (await spoken(page)).every(({ local }) => local),
    'allowed is not chosen',
  ).toBe(true);
  await bar(page).getByLabel('Choose a voice').selectOption('voice:Google UK English Female');
  await page.clock.runFor(200);
  expect((await spoken(page)).at(-1)!.local).toBe(false);
  await bar(page).getByLabel('Allow online voices').uncheck();
  await page.clock.runFor(200);
  expect((await spoken(page)).at(-1)!.local).toBe(true);
});

test('where the only voice is an online one, its permission can be taken back', async ({ page }) => {
  await openWith(page, browsers.chromeOnline, easy);
  await readPage(page).click();
  await page.getByRole('button', { name: 'Use the online voice' }).click();
  await bar(page).getByText('Voice', { exact: true }).click();
  await expect(bar(page).getByLabel('Use online voices')).toBeChecked();
});

test('the page follows the voice until the person goes elsewhere in it, and again after a press in the bar', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 500 });
  await openWith(page, windows, easy);
  await readPage(page).click();
  await expect(key(page, 'Pause')).toBeFocused();
  await page.locator('[data-idea] > button').last().focus();
  const where = await page.evaluate(() => scrollY);
  expect(where).toBeGreaterThan(500);
  const before = await marked(page, 'read-sentence');
  await page.clock.runFor(8000);
  expect(await marked(page, 'read-sentence')).not.toBe(before);
  expect(await page.evaluate(() => scrollY)).toBe(where);
  await key(page, 'Next').click();
  await page.clock.runFor(3000);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeLessThan(where);
});

test('Escape that has closed something else does not stop the voice', async ({ page }) => {
  await openWith(page, windows, easy);
  await readPage(page).click();
  await expect(key(page, 'Pause')).toBeFocused();
  await page.evaluate(() => document.addEventListener('keydown', (event) => event.preventDefault(), { once: true }));
  await page.keyboard.press('Escape');
  await page.clock.runFor(100);
  await expect(key(page, 'Pause')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveCount(0);
});

test('in a window of 320 by 256 every control comes into view with the focus, and the words keep most of it', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await openWith(page, windows, address);
  await readPage(page).click();
  await expect(key(page, 'Pause')).toBeFocused();
  expect((await bar(page).boundingBox())!.height).toBeLessThan(256 / 3);
  for (const name of ['Pause', 'Stop', 'Back one sentence', 'Next sentence', 'Slower', 'Faster']) {
    await expect(key(page, name)).toBeFocused();
    const box = (await key(page, name).boundingBox())!;
    expect(box.x, name).toBeGreaterThanOrEqual(0);
    // Half a pixel is rounding, not a thing out of view.
    expect(box.x + box.width, name).toBeLessThanOrEqual(320.5);
    expect(box.y + box.height, name).toBeLessThanOrEqual(256);
    expect(Math.min(box.width, box.height), name).toBeGreaterThanOrEqual(43.5);
    await page.keyboard.press('Tab');
  }
});

test('by keyboard: begin, pause, go on, stop with Escape; the focus comes back and is never behind the bar', async ({ page }) => {
  await openWith(page, windows, easy);
  await page.setViewportSize({ width: 375, height: 700 });
  await tabTo(page, /^Read this page aloud$/, 40);
  await page.keyboard.press('Enter');
  await expect(key(page, 'Pause')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(key(page, 'Pause'), 'a second Enter at once is the same press').toBeFocused();
  await page.clock.runFor(1000);
  await page.keyboard.press('Space');
  await expect(key(page, 'Go on')).toBeFocused();
  const before = (await spoken(page)).at(-1)!.text;
  await page.keyboard.press('Space');
  await page.clock.runFor(100);
  expect((await spoken(page)).slice(-2).map(({ text }) => text)).toEqual([before, before]);
  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveCount(0);
  await expect(readPage(page)).toBeFocused();
  await page.clock.runFor(1000);
  await page.keyboard.press('Enter');
  await expect(bar(page)).toBeVisible();
  await readPage(page).focus();
  for (let step = 0; step < 25; step += 1) {
    await page.keyboard.press('Tab');
    const covered = await page.evaluate(() => {
      const { bottom } = document.activeElement!.getBoundingClientRect();
      const edge = document.querySelector('.read-aloud-bar')!;
      return !edge.contains(document.activeElement) && bottom > edge.getBoundingClientRect().top + 1;
    });
    expect(covered, `step ${step}: ${await page.evaluate(() => document.activeElement!.outerHTML.slice(0, 80))}`).toBe(false);
  }
});

test('the sentence that is read is in view, above the bar', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 500 });
  await openWith(page, windows, address);
  await readPage(page).click();
  await bar(page).waitFor();
  for (let look = 0; look < 8; look += 1) {
    await page.clock.runFor(4000);
    const [top, bottom, edge] = await page.evaluate(() => {
      const [range] = CSS.highlights.get('read-sentence')! as unknown as Iterable<Range>;
      const box = range!.getBoundingClientRect();
      return [box.top, Math.min(box.bottom, box.top + 100), document.querySelector('.read-aloud-bar')!.getBoundingClientRect().top];
    });
    expect(top!).toBeGreaterThanOrEqual(0);
    expect(bottom!).toBeLessThanOrEqual(edge!);
  }
});

test('an Idea at the foot of the window is not covered when the bar comes', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 500 });
  await openWith(page, windows, easy);
  const listen = page.locator('[data-idea] > button').nth(2);
  await listen.evaluate((button) => button.scrollIntoView({ block: 'end' }));
  await listen.click();
  await bar(page).waitFor();
  const words = await page
    .locator('[data-idea] > p')
    .nth(2)
    .evaluate((p) => p.getBoundingClientRect().top);
  expect(words).toBeLessThan((await bar(page).boundingBox())!.y);
});

test('it stops when the page is left and at the switch of reading', async ({ page }) => {
  const saidWhenLeft = () => page.evaluate(() => sessionStorage.getItem('told'));
  for (const leave of [() => page.locator('[data-reading-switch]').click(), () => page.goto('/')]) {
    await openWith(page, windows, address);
    await readPage(page).click();
    await page.clock.runFor(300);
    expect(await told(page)).not.toContain('cancel');
    await page.evaluate(() => {
      const { told: all } = globalThis as unknown as { told: string[] };
      addEventListener('pagehide', () => sessionStorage.setItem('told', all.join()));
    });
    await leave();
    await page.waitForURL((url) => url.pathname !== address);
    expect(await saidWhenLeft()).toMatch(/cancel$/);
  }
  expect(await spoken(page), 'and nothing begins by itself on the next page').toEqual([]);
});

test('no page speaks by itself', async ({ page }) => {
  test.setTimeout(90_000);
  await page.addInitScript(() => addEventListener('load', () => undefined));
  await openWith(page, windows, templates[0]!.address);
  for (const { address: one } of templates) {
    await page.goto(one);
    await page.clock.runFor(5000);
    expect(await told(page), one).toEqual([]);
  }
});

test('telephone numbers are said digit by digit', async ({ page }) => {
  test.skip(!examples.helpNow, 'this content has no page of help now');
  await openWith(page, windows, examples.helpNow!);
  const numbers = await page
    .locator('main a[href^="tel:"], main a[href^="sms:"]')
    .evaluateAll((links) => links.map((link) => link.firstChild!.textContent!));
  expect(numbers.length).toBeGreaterThan(0);
  await readPage(page).click();
  await readToTheEnd(page);
  const all = (await heard(page)).replace(/,/g, '');
  for (const number of numbers) expect(all).toContain([...number.replace(/\s/g, '')].join(' '));
});

/** The first standard page that holds what a selector finds. */
const pageWith = (selector: string) =>
  everyAddress().find((one) => one.endsWith('/') && !one.startsWith('/easy-read/') && builtPage(one)(selector).length > 0);
/** Letters alone: initials and signs are said otherwise than they are written. */
const letters = (text: string) => text.replace(/[^a-z]/gi, '').toLowerCase();

test('a hard word, which script makes a button, is said in its sentence', async ({ page }) => {
  const where = pageWith('main .prose > p [data-word]');
  test.skip(!where, 'this content has no hard word in a paragraph');
  await openWith(page, windows, where!);
  await expect(page.locator('main .prose > p button[data-word]').first()).toBeVisible();
  await readPage(page).click();
  await readToTheEnd(page, 30);
  const word = builtPage(where!)('main .prose > p [data-word]').first();
  // Initials of the glossary may be said as a word, so what stands before the hard word shows the place.
  const before = word.parent().text().split(word.text())[0]!.trim().split(/\s+/).slice(-2).join(' ');
  const wanted = letters(before) + letters(word.text()).slice(0, 2);
  expect((await spoken(page)).map(({ text }) => letters(text)).filter((text) => text.includes(wanted))).not.toEqual([]);
});

test('a meaning that is open at a hard word is read, without the ways on from it', async ({ page }) => {
  const where = pageWith('main .prose > p [data-word]');
  test.skip(!where, 'this content has no hard word in a paragraph');
  await openWith(page, windows, where!);
  await page.locator('main .prose > p button[data-word]').first().click();
  const [meaning, ways] = [page.locator('.meaning-box [role="status"]'), page.locator('.meaning-box a')];
  await page.clock.runFor(100);
  await expect(meaning).not.toBeEmpty();
  await readPage(page).click();
  await readToTheEnd(page, 30);
  const all = letters(await heard(page));
  const said = letters((await meaning.evaluate((p) => p.lastChild!.textContent!)).split(/[\d.]|\b[A-Z]{2,}/)[0]!);
  expect(said.length).toBeGreaterThan(10);
  expect(all).toContain(said);
  expect(all).not.toContain(letters((await ways.textContent())!));
});

test('the cells of a table are said with the names of their columns', async ({ page }) => {
  const where = pageWith('main td[data-column]:not(:empty)');
  test.skip(!where, 'this content has no table with words in it');
  await openWith(page, windows, where!);
  const cell = page.locator('main td[data-column]:not(:empty)').first();
  const [column, words] = [await cell.getAttribute('data-column'), (await cell.innerText()).trim().split(/\s+/)[0]!];
  await readPage(page).click();
  await readToTheEnd(page, 30);
  expect(letters(await heard(page))).toContain(letters(`${column}${words}`));
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  for (const { reading, start } of inBothReadings)
    test(`no button is shown that would do nothing (${reading})`, async ({ page }) => {
      await page.goto(`${start}${address}`);
      expect(await page.locator('button[data-read-aloud]').count()).toBeGreaterThan(0);
      for (const button of await page.locator('button[data-read-aloud]').all()) await expect(button).toBeHidden();
    });
});

test('no button is printed', async ({ page }) => {
  await page.goto(easy);
  await page.emulateMedia({ media: 'print' });
  for (const button of await page.locator('button[data-read-aloud]').all()) await expect(button).toBeHidden();
});
