/** A young person reads a value of the pledge, opens the artwork that shows it, and the picture as large as it is. */
import { join } from 'node:path';
import sharp from 'sharp';
import { contentDir } from '../../src/readings/content-dir.ts';
import { examples } from './example-pages.ts';
import { expect, inBothReadings, test } from './site.ts';

const { value, artwork } = examples;
const above = value?.replace(/[^/]+\/$/, '');
/** Without a value that an artwork shows there is nothing to walk through. */
const settings = value && artwork ? [true, false] : [];

/** The long side of the artwork that the content has, in pixels. */
async function sizeInContent(address: string): Promise<number> {
  const { width, height } = await sharp(join(contentDir(), address, 'picture.jpg')).metadata();
  return Math.max(width, height);
}

for (const javaScriptEnabled of settings) {
  for (const { reading, start } of inBothReadings) {
    test.describe(`${reading}${javaScriptEnabled ? '' : ', without JavaScript'}`, () => {
      test.use({ javaScriptEnabled });

      test('from the pledge to a value, its artwork and the large picture', async ({ page }) => {
        await page.goto(`${start}${above}`);
        await page.locator('main').locator(`a[href="${start}${value}"]`).first().click();
        await page.waitForURL((url) => url.pathname === `${start}${value}`);
        const words = (await page.locator('main .prose').first().innerText()).split(/\s+/).length;
        expect(words, 'the value is explained in words').toBeGreaterThan(10);
        await page.locator(`main figure a[href="${start}${artwork}"]`).click();
        await page.waitForURL((url) => url.pathname === `${start}${artwork}`);
        const picture = page.locator('main figure picture img');
        await expect(picture).toHaveAttribute('alt', /\w{3}.*\w{3}/);
        expect(await picture.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth))).toBeGreaterThan(300);
        expect(await page.locator('html').getAttribute('data-reading')).toBe(reading);
        await page.locator('main figure figcaption a').last().click();
        await page.waitForURL((url) => url.pathname === `${artwork}full.jpg`);
        const large = await page
          .locator('img')
          .evaluate((img: HTMLImageElement) => img.decode().then(() => Math.max(img.naturalWidth, img.naturalHeight)));
        expect(large, 'the large picture is as large as the content has it').toBe(await sizeInContent(artwork!));
      });
    });
  }
}
