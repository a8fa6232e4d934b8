/** What a reader finds whose browser runs no script, or whose phone lost it on the way. */
import { everyAddress } from '../accessibility/addresses.ts';
import { examples, menu } from './example-pages.ts';
import { expect, inBothReadings, test } from './site.ts';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const { reading, start } of inBothReadings) {
    test(`the search box leads to the A to Z (${reading})`, async ({ page }) => {
      await page.goto(`${start}/search/`);
      await page.locator('input[name="q"]').fill('bus to college');
      await page.locator('input[name="q"]').press('Enter');
      await page.waitForURL((url) => url.pathname.startsWith(start) && url.searchParams.get('q') === 'bus to college');
      await expect(
        page
          .locator('main')
          .getByText(/A to Z/)
          .first(),
      ).toBeVisible();
      await expect(page.locator('main noscript p, main .no-script')).toBeVisible();
      await page.locator(`main a[href="${start}/a-z/"]`).click();
      await page.waitForURL(`**${start}/a-z/`);
      await expect(page.locator(`main a[href="${start}${examples.helpNow}"]`).first()).toBeVisible();
    });

    test(`the menu opens on a phone (${reading})`, async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 740 });
      await page.goto(`${start}/`);
      const last = page.locator(`body > header details a[href="${start}${menu.at(-1)}"]`);
      await expect(last).toBeHidden();
      await page.locator('header summary').click();
      await last.click();
      await page.waitForURL((url) => url.pathname === `${start}${menu.at(-1)}`);
    });

    test(`links lead from home to every page (${reading})`, async ({ request }) => {
      const found = new Set([`${start}/`]);
      for (const address of found) {
        const html = await (await request.get(address)).text();
        for (const [, href] of html.matchAll(/<a\b[^>]*\bhref="([^"]+)"/g)) {
          const { pathname, origin } = new URL(href!, `https://the.site${address}`);
          const inReading = start ? pathname.startsWith(`${start}/`) : !pathname.startsWith('/easy-read/');
          if (origin === 'https://the.site' && inReading && pathname.endsWith('/')) found.add(pathname);
        }
      }
      // Pages that stand in frames of other websites are for these.
      const wanted = everyAddress().filter(
        (address) => /(?<!\/embed)\/$/.test(address) && address.startsWith('/easy-read/') === (start !== ''),
      );
      expect(
        wanted.filter((address) => !found.has(address)),
        'no link leads here',
      ).toEqual([]);
    });
  }
});
