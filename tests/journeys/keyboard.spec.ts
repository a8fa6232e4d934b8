/** By keyboard alone, with and without JavaScript: a family finds the annual health check and changes the reading. */
import { focused } from '../accessibility/focus-ring.ts';
import { tabTo } from './keyboard.ts';
import { expect, test } from './site.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'by keyboard' : 'by keyboard, without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('the first Tab offers to skip to the main words, and does', async ({ page }) => {
      for (const address of ['/', '/easy-read/pledge/listen/']) {
        await page.goto(address);
        await page.keyboard.press('Tab');
        expect(await focused(page)).toMatchObject({ href: '#main', ring: true, onScreen: true });
        await page.keyboard.press('Enter');
        await expect(page.locator('main')).toBeFocused();
        await page.keyboard.press('Tab');
        expect(await page.evaluate(() => document.activeElement?.closest('main') !== null), 'the next Tab goes on inside main').toBe(true);
      }
    });

    test('from home by the menu to the annual health check, to easy read and back', async ({ page }) => {
      await page.goto('/');
      await tabTo(page, /^Preparing for adulthood$/);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/preparing-for-adulthood/');
      await tabTo(page, /annual health check$/i);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/preparing-for-adulthood/annual-health-check/');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/annual health check/i);
      await tabTo(page, /^Read this page in easy read$/, 4);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/easy-read/preparing-for-adulthood/annual-health-check/');
      await expect(page.locator('html')).toHaveAttribute('data-reading', 'easy-read');
      await tabTo(page, /^Read the full page$/, 4);
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname === '/preparing-for-adulthood/annual-health-check/');
    });

    test('on a phone the menu opens with Enter and leads on', async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 740 });
      await page.goto('/easy-read/');
      await tabTo(page, /^Menu$/, 5);
      await page.keyboard.press('Enter');
      const there = page.getByRole('navigation').first().getByRole('link').first();
      await expect(there).toBeVisible();
      await tabTo(page, /growing up|adult/i, 3);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/easy-read/preparing-for-adulthood/');
    });

    test('the A to Z leads to the annual health check', async ({ page }) => {
      await page.goto('/');
      await tabTo(page, /^A to Z$/, 15);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/a-z/');
      await tabTo(page, /annual health check/i, 90);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/annual health check/i);
    });
  });
}
