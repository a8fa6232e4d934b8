/**
 * A hard word of the standard reading opens its meaning where it stands; without script it leads to its page.
 * Over 150 lines: one list of promises, each short.
 */
import type { Page } from '@playwright/test';
import { axeProblems, withAxe } from '../accessibility/axe.ts';
import { everyAddress } from '../accessibility/addresses.ts';
import { builtPage, examples } from './example-pages.ts';
import { tabTo } from './keyboard.ts';
import { expect, test } from './site.ts';

const standard = everyAddress().filter((address) => address.endsWith('/') && !address.startsWith('/easy-read/'));
const withWords = (selector: string) => standard.find((address) => builtPage(address)(`main ${selector}`).length > 0)!;
const address = withWords('p > [data-word]');
const button = (page: Page) => page.locator('main button[data-word]').first();
const box = (page: Page) => page.locator('.meaning-box');
/** What is published about the first hard word of a page. */
async function meaningOf(page: Page): Promise<{ word: string; meaning: string; slug: string }> {
  const slug = (await button(page).getAttribute('data-word'))!;
  const { words } = (await (await page.request.get('/words/meanings.json')).json()) as { words: Record<string, [string, string]> };
  return { slug, word: words[slug]![0], meaning: words[slug]![1] };
}

test.describe('with a phone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 320, height: 700 } });

  test('a tap opens the meaning below its words, and a second tap closes it', async ({ page }) => {
    await page.goto(address);
    const { meaning } = await meaningOf(page);
    const words = button(page);
    await expect(words).toHaveAttribute('aria-expanded', 'false');
    await words.tap();
    await expect(words).toHaveAttribute('aria-expanded', 'true');
    await expect(box(page)).toContainText(meaning);
    const places = await words.evaluate((one) => {
      const paragraph = one.closest('p')!;
      return {
        follows: paragraph.nextElementSibling === document.querySelector('.meaning-box'),
        wide: document.documentElement.scrollWidth > innerWidth,
      };
    });
    expect(places).toEqual({ follows: true, wide: false });
    await words.tap();
    await expect(box(page)).toHaveCount(0);
    await expect(words).toHaveAttribute('aria-expanded', 'false');
  });
});

test('the keyboard opens it, and Escape and Close lead back to the word', async ({ page }) => {
  await page.goto(address);
  const { meaning, word, slug } = await meaningOf(page);
  await tabTo(page, new RegExp(`^${(await button(page).innerText()).trim()}$`));
  for (const [open, close] of [
    ['Enter', 'Escape'],
    [' ', 'Close'],
  ] as const) {
    await page.keyboard.press(open);
    await expect(box(page).getByRole('status')).toContainText(meaning);
    await expect(page.locator(`#${await button(page).getAttribute('aria-controls')}`)).toBeVisible();
    await expect(button(page)).toBeFocused();
    if (close === 'Close') {
      await tabTo(page, /^Close/);
      await page.keyboard.press('Enter');
    } else await page.keyboard.press('Escape');
    await expect(box(page)).toHaveCount(0);
    await expect(button(page)).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await box(page)
    .getByRole('link', { name: `More about ${word}` })
    .click();
  await page.waitForURL(`**/words/${slug}/`);
});

test('nothing opens when a mouse only passes over it', async ({ page }) => {
  await page.goto(address);
  await button(page).hover();
  await page.waitForTimeout(300);
  await expect(box(page)).toHaveCount(0);
});

test('where the meaning cannot come, a press leads to the page of the word', async ({ page }) => {
  await page.route('**/words/meanings.json', (route) => route.abort());
  await page.goto(address);
  const slug = await button(page).getAttribute('data-word');
  await button(page).click();
  await page.waitForURL(`**/words/${slug}/`);
});

test('so it does where there is no script', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: process.env.TESTED_SITE! });
  const page = await context.newPage();
  await page.goto(address);
  const link = page.locator('main a[data-word]').first();
  const slug = await link.getAttribute('data-word');
  await link.click();
  await page.waitForURL(`**/words/${slug}/`);
  await context.close();
});

test('each of two words in one paragraph has its own box, in their order', async ({ page }) => {
  const two = withWords('p:has([data-word] ~ [data-word]), li:has([data-word] ~ [data-word])');
  await page.goto(two);
  const pair = page.locator('main :is(p, li):has(> [data-word] ~ [data-word])').first().locator('> button[data-word]');
  await pair.nth(1).click();
  await expect(box(page)).toHaveCount(1);
  await pair.nth(0).click();
  await expect(box(page)).toHaveCount(2);
  for (const index of [0, 1])
    expect(await box(page).nth(index).getAttribute('id')).toBe(await pair.nth(index).getAttribute('aria-controls'));
});

test('a word in a list and a word in a table open in their place', async ({ page }) => {
  for (const holder of ['li', 'td']) {
    const here = withWords(`${holder} > [data-word]`);
    if (!here) continue;
    await page.goto(here);
    await page.locator(`main ${holder} > button[data-word]`).first().click();
    await expect(page.locator(`main ${holder} > .meaning-box`)).toBeVisible();
    await expect(page.locator(`main ${holder} > .meaning-box`)).toHaveCSS('border-top-style', 'solid');
  }
});

test('the words of the page can be selected with the hard word in them', async ({ page }) => {
  await page.goto(address);
  const same = await button(page).evaluate((one) => {
    const paragraph = one.closest('p')!;
    getSelection()!.selectAllChildren(paragraph);
    const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
    return [plain(getSelection()!.toString()), plain(paragraph.textContent)];
  });
  expect(same[0]).toBe(same[1]);
});

test('a word is in the place that its link had, at every width', async ({ page }) => {
  const places = (selector: string) =>
    page.locator(`main ${selector}`).evaluateAll((all) =>
      all.map((one) => {
        const { x, y, width, height } = one.getBoundingClientRect();
        return [x, y + scrollY, width, height].map(Math.round).join(' ');
      }),
    );
  // The site's own letters may come a moment too late for one of two visits.
  await page.route('**/*.woff2', (route) => route.abort());
  for (const width of [320, 390, 768, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.route('**/*HardWord*.js', (route) => route.abort());
    await page.goto(address);
    const before = await places('a[data-word]');
    await page.unroute('**/*HardWord*.js');
    await page.goto(address);
    await expect(button(page)).toBeVisible();
    expect(await places('button[data-word]')).toEqual(before);
    expect(before.length).toBeGreaterThan(0);
  }
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`an open meaning has no barrier that a program can see (${colorScheme})`, async ({ page }) => {
    await withAxe(page);
    await page.emulateMedia({ colorScheme });
    await page.goto(address);
    await button(page).click();
    await expect(box(page).getByRole('status')).not.toBeEmpty();
    expect(await axeProblems(page, address, `an open meaning, ${colorScheme}`)).toEqual([]);
    for (const target of await box(page).locator('a, button').all())
      expect((await target.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  });

test('an easy-read page has no such button: its meanings are printed', async ({ page }) => {
  await page.goto(`/easy-read${examples.topic ?? '/'}`);
  await expect(page.locator('button[data-word], a[data-word]')).toHaveCount(0);
});
