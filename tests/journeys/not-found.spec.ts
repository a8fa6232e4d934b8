/** An address that does not exist is told kindly, in both readings, and leads on in both. */
import { expect, test } from './site.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'not found' : 'not found, without JavaScript', () => {
    test.use({ javaScriptEnabled });

    for (const address of ['/no-such-page/', '/easy-read/no/such/page/', '/no-such-file.pdf']) {
      test(`${address} is 404 with ways on in both readings`, async ({ page }) => {
        expect((await page.goto(address))?.status()).toBe(404);
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
        const easy = page.locator('main [data-reading="easy-read"]');
        await expect(easy.locator('[data-idea]').first()).toBeVisible();
        expect(
          await easy
            .locator('[data-idea] img')
            .first()
            .evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth)),
        ).toBeGreaterThan(0);
        for (const start of ['', '/easy-read']) {
          for (const way of ['/', '/search/', '/a-z/']) {
            await page.locator(`main a[href="${start}${way}"]`).first().click();
            await page.waitForURL((url) => url.pathname === `${start}${way}`);
            await page.goBack();
          }
        }
      });
    }
  });
}
