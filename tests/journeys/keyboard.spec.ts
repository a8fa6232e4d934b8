/** By keyboard alone, with and without JavaScript: a family finds a page that it needs and changes the reading. */
import { focused } from '../accessibility/focus-ring.ts';
import { promisesOrThrow } from '../promises.ts';
import { examples, menu, titleOf } from './example-pages.ts';
import { tabTo } from './keyboard.ts';
import { expect, test } from './site.ts';

const addressOf = (id: string) => (id === 'home' ? '/' : `/${id}/`);
/** The promised journey; without one, from home to the first page below a section. */
const promised = promisesOrThrow().journeys?.keyboard;
const from = promised ? addressOf(promised.from) : '/';
const to = promised ? addressOf(promised.to) : (examples.topic ?? menu[0]!);
/** The pages on the way: the section in the menu, then each page above the last. */
const way = to
  .split('/')
  .slice(1, -1)
  .map((_, index, parts) => `/${parts.slice(0, index + 1).join('/')}/`);

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'by keyboard' : 'by keyboard, without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('the first Tab offers to skip to the main words, and does', async ({ page }) => {
      for (const address of ['/', `/easy-read${examples.value ?? to}`]) {
        await page.goto(address);
        await page.keyboard.press('Tab');
        expect(await focused(page)).toMatchObject({ href: '#main', ring: true, onScreen: true });
        await page.keyboard.press('Enter');
        await expect(page.locator('main')).toBeFocused();
        await page.keyboard.press('Tab');
        expect(await page.evaluate(() => document.activeElement?.closest('main') !== null), 'the next Tab goes on inside main').toBe(true);
      }
    });

    test(`from ${from} by the menu to ${to}, to easy read and back`, async ({ page }) => {
      await page.goto(from);
      for (const next of way) {
        await tabTo(page, next, 90);
        await page.keyboard.press('Enter');
        await page.waitForURL((url) => url.pathname === next);
      }
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(titleOf(to));
      await tabTo(page, /^Read this page in easy read$/, 4);
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname === `/easy-read${to}`);
      await expect(page.locator('html')).toHaveAttribute('data-reading', 'easy-read');
      await tabTo(page, /^Read the full page$/, 4);
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname === to);
    });

    test('on a phone the menu opens with Enter and leads on', async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 740 });
      await page.goto('/easy-read/');
      await tabTo(page, /^Menu$/, 5);
      await page.keyboard.press('Enter');
      const there = page.getByRole('navigation').first().getByRole('link').first();
      await expect(there).toBeVisible();
      await tabTo(page, `/easy-read${menu[1] ?? menu[0]}`, 3);
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname === `/easy-read${menu[1] ?? menu[0]}`);
    });

    test(`the A to Z leads to ${to}`, async ({ page }) => {
      await page.goto('/');
      await tabTo(page, '/a-z/', 15);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/a-z/');
      await tabTo(page, to, 250);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(titleOf(to));
    });
  });
}
