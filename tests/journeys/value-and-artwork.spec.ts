/** A young person reads a value of the pledge, opens the artwork that shows it, and the picture as large as it is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { parse } from 'yaml';
import { contentDir } from '../../src/readings/content-dir.ts';
import { examples } from './example-pages.ts';
import { expect, inBothReadings, test } from './site.ts';

const { value, artwork } = examples;
const above = value?.replace(/[^/]+\/$/, '');
/** Without a value that an artwork shows there is nothing to walk through. */
const settings = value && artwork ? [true, false] : [];

/** The long side of the artwork that the content has, up to 4,000 pixels. */
async function sizeInContent(address: string): Promise<number> {
  const folder = join(contentDir(), address);
  const { picture } = parse(readFileSync(join(folder, 'artwork.yaml'), 'utf8')) as { picture: string };
  const { width, height } = await sharp(join(folder, picture)).metadata();
  return Math.min(4000, Math.max(width, height));
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
        const picture = page.locator('main figure img');
        await expect(picture).toHaveAttribute('alt', /\w{3}.*\w{3}/);
        expect(await picture.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth))).toBeGreaterThan(300);
        expect(await page.locator('html').getAttribute('data-reading')).toBe(reading);
        await page.locator('main figure figcaption a').click();
        await page.waitForURL(
          (url) => url.pathname.startsWith(artwork!) && /^[^/]+\.(jpg|png|avif)$/.test(url.pathname.slice(artwork!.length)),
        );
        const large = await page
          .locator('img')
          .evaluate((img: HTMLImageElement) => img.decode().then(() => Math.max(img.naturalWidth, img.naturalHeight)));
        expect(large, 'the large picture is as large as the content has it').toBeGreaterThanOrEqual(await sizeInContent(artwork!));
      });
    });
  }
}
