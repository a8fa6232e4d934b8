/** A young person reads a value of the pledge, opens the artwork that shows it, and the picture as large as it is. */
import { expect, inBothReadings, test } from './site.ts';

for (const javaScriptEnabled of [true, false]) {
  for (const { reading, start } of inBothReadings) {
    test.describe(`${reading}${javaScriptEnabled ? '' : ', without JavaScript'}`, () => {
      test.use({ javaScriptEnabled });

      test('from the pledge to a value, its artwork and the large picture', async ({ page }) => {
        await page.goto(`${start}/pledge/`);
        await page.locator('main').locator(`a[href="${start}/pledge/listen/"]`).first().click();
        await page.waitForURL(`**${start}/pledge/listen/`);
        const words = (await page.locator('main .prose').first().innerText()).split(/\s+/).length;
        expect(words, 'the value is explained in words').toBeGreaterThan(30);
        await page.locator(`main figure a[href="${start}/gallery/listen/"]`).click();
        await page.waitForURL(`**${start}/gallery/listen/`);
        const picture = page.locator('main figure img');
        await expect(picture).toHaveAttribute('alt', /\w{3}.*\w{3}/);
        expect(await picture.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth))).toBeGreaterThan(300);
        expect(await page.locator('html').getAttribute('data-reading')).toBe(reading);
        await page.locator('main figure figcaption a').click();
        await page.waitForURL(/\/gallery\/listen\/[^/]+\.(jpg|png|avif)$/);
        const large = await page
          .locator('img')
          .evaluate((img: HTMLImageElement) => img.decode().then(() => Math.max(img.naturalWidth, img.naturalHeight)));
        expect(large, 'the large picture is large').toBeGreaterThanOrEqual(4000);
      });
    });
  }
}
