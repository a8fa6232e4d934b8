/** A page on paper is for reading: no menus, dark words on white, links that tell where they lead, and no Idea torn from its picture. */
import type { Page } from '@playwright/test';
import { choices, storeKey } from '../../src/reading-help/settings.ts';
import { examples, kinds } from './example-pages.ts';
import { expect, inBothReadings, test } from './site.ts';

/** Words that are pale and planes that are dark, as they would come out of the printer. */
const wrongColours = (page: Page) =>
  page.evaluate(() => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
    const seen = new Map<string, number>();
    const light = (colour: string) => {
      if (!seen.has(colour)) {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
        seen.set(colour, alpha === 0 ? 1 : (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255);
      }
      return seen.get(colour)!;
    };
    const words = [...document.querySelectorAll('main :is(h1, h2, h3, p, li, a, b, dt, dd, th, td)')].filter((one) =>
      one.checkVisibility(),
    );
    const name = (element: Element) => element.outerHTML.replace(/\s+/g, ' ').slice(0, 100);
    return {
      pale: words.filter((element) => light(getComputedStyle(element).color) > 0.35).map(name),
      dark: [document.documentElement, ...document.querySelectorAll('body, main, main *')]
        .filter((element) => element instanceof HTMLElement && light(getComputedStyle(element).backgroundColor) < 0.98)
        .map(name),
    };
  });

/** What can be seen on paper and is only of use on a screen. */
const onlyForScreens = (page: Page) =>
  page.evaluate(() => {
    const screen =
      'body > :not(main), .no-print, [data-reading-switch], [data-paper], main button:not([data-word]), main nav, .needs-script, dialog, [popover]';
    return [...document.querySelectorAll(screen)].filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 80));
  });

for (const { reading, start } of inBothReadings)
  for (const [kind, address] of kinds.filter(([name]) => name !== 'search')) {
    test(`${kind} prints well in ${reading}, from a dark screen`, async ({ page }) => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      await page.goto(start + address);
      await expect(page.locator('h1')).toBeVisible();
      expect(await onlyForScreens(page), 'nothing that is pressed').toEqual([]);
      expect(await wrongColours(page), 'dark words on white').toEqual({ pale: [], dark: [] });
      const found = await page.evaluate(() => {
        const points = (element: Element) => (Number.parseFloat(getComputedStyle(element).fontSize) * 72) / 96;
        const all = (selector: string) => [...document.querySelectorAll(`main ${selector}`)].filter((one) => one.checkVisibility());
        return {
          torn: all(':is([data-idea], .cards > li, tr, figure)').filter((one) => getComputedStyle(one).breakInside !== 'avoid').length,
          alone: all(':is(h1, h2, h3)').filter((one) => getComputedStyle(one).breakAfter !== 'avoid').length,
          ideas: all('[data-idea] p').map(points),
          smallest: Math.min(...all(':is(h1, h2, h3, p, li, a, dt, dd, th, td)').map(points)),
          wide: document.documentElement.scrollWidth > window.innerWidth,
        };
      });
      expect(found).toMatchObject({ torn: 0, alone: 0, wide: false });
      expect(found.smallest, 'at least 12 points').toBeGreaterThanOrEqual(11.99);
      if (reading === 'easy-read') {
        expect(found.ideas.length).toBeGreaterThan(1);
        expect(new Set(found.ideas), '18 points').toEqual(new Set([18]));
      }
    });
  }

for (const colours of choices.find(({ name }) => name === 'colours')!.values) {
  test(`colours chosen for the screen, as ${colours}, stay there`, async ({ page }) => {
    await page.addInitScript(([key, chosen]) => localStorage.setItem(key!, chosen!), [storeKey, JSON.stringify({ colours })] as const);
    for (const address of [examples.home, `/easy-read${examples.themed ?? examples.aToZ}`]) {
      await page.emulateMedia({ media: 'screen' });
      await page.goto(address);
      await expect(page.locator(`html[data-colours="${colours}"]`)).toBeVisible();
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      expect(await wrongColours(page)).toEqual({ pale: [], dark: [] });
    }
  });
}

test('a link tells on paper where it leads; a hard word, which the page explains, does not', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  const printed = (selector: string) =>
    page.locator(`main ${selector}`).evaluateAll((links) =>
      links
        .filter((link) => link.checkVisibility())
        .map((link) => ({
          to: link.getAttribute('href')!,
          after: getComputedStyle(link, '::after').content.replace(/^"|"$/g, ''),
        })),
    );
  const seen = { outside: 0, inside: 0, words: 0 };
  for (const [, address] of kinds.filter(([kind]) => ['home', 'topic', 'themed', 'section', 'value', 'timeline', 'helpNow'].includes(kind)))
    for (const { start, reading } of inBothReadings) {
      await page.goto(start + address);
      for (const { to, after } of await printed(':is(a[href^="http"], :is(.prose, .cards) a[href^="/"]:not([data-word]))')) {
        expect(after, `${to} on ${start}${address}`).toBe(reading === 'standard' ? ` (${to})` : ` ${to}`);
        seen[to.startsWith('/') ? 'inside' : 'outside'] += 1;
      }
      const words = await printed(':is(a, button)[data-word]');
      for (const { after } of words) expect(after).toBe('none');
      seen.words += words.length;
      const own = await page.locator('link[rel=canonical]').getAttribute('href');
      expect(await page.locator('[data-address]').evaluate((foot) => getComputedStyle(foot, '::after').content)).toBe(`"${own}"`);
    }
  expect(Math.min(seen.outside, seen.inside, seen.words)).toBeGreaterThan(0);
});

test('what a screen folds away is open on paper', async ({ page }) => {
  await page.goto(examples.aToZ);
  await page
    .locator('main')
    .evaluate((main) => main.insertAdjacentHTML('beforeend', '<details><summary>More</summary><p id="folded">Words</p></details>'));
  expect(await page.locator('#folded').evaluate((words) => words.checkVisibility({ contentVisibilityAuto: true }))).toBe(false);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('#folded').evaluate((words) => words.checkVisibility({ contentVisibilityAuto: true }))).toBe(true);
});
