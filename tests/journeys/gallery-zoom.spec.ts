/**
 * A person looks closely at an artwork: with the keyboard alone, with single taps alone, at 400% zoom, in forced colours, on the whole
 * screen and without script. Every corner is reached at full size, and its pixels are those of the artist's picture.
 */
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import sharp, { type Sharp } from 'sharp';
import type { Tiled } from '../../src/gallery/zoom/tiles-in-view.ts';
import { easyReadFindings } from '../../src/easy-read/easy-read-rules.ts';
import { wordsFor } from '../../src/readings/interface-words.ts';
import { contentDir } from '../../src/readings/content-dir.ts';
import { builtPage, examples } from './example-pages.ts';
import { tabTo } from './keyboard.ts';
import { expect, inBothReadings, test } from './site.ts';

/** One artwork of each shape: a tall picture and a wide one meet the edges of the box in different ways. */
const all = examples.gallery
  ? builtPage(examples.gallery)('main .wall h2 a')
      .toArray()
      .map((link) => link.attribs.href!)
  : [];
const tiledOf = (address: string) => JSON.parse(builtPage(address)('[data-tiles]').attr('data-tiles')!) as Tiled;
const ratio = (address: string) => tiledOf(address).width / tiledOf(address).height;
const shapes = [...new Set([all.toSorted((a, b) => ratio(a) - ratio(b))[0], all.toSorted((a, b) => ratio(b) - ratio(a))[0]])].filter(
  (address) => address !== undefined,
);
const artwork = all[0];

const zoomBox = (page: Page) => page.locator('.zoom-box');
const button = (page: Page, what: string) => page.locator(`[data-zoom=${what}]`);
const isOff = (one: Locator) => one.getAttribute('aria-disabled').then((off) => off === 'true');
type Corner = readonly ['up' | 'down', 'left' | 'right'];
/** In an order in which each is one side away from the one before. */
const corners: readonly Corner[] = [
  ['up', 'left'],
  ['up', 'right'],
  ['down', 'right'],
  ['down', 'left'],
];
/** In pixels: a square near a corner, large enough to hold something of the picture. */
const [side, inset] = [240, 8];
/** The mean difference of colours that JPEG makes is about 1 of 255; four pixels beside the right place it is up to 11. */
const mostDifference = 1.8;

/** The square near a corner of something of that size. */
const squareAt = ([down, across]: Corner, { width, height }: { width: number; height: number }) => ({
  left: across === 'left' ? inset : width - side - inset,
  top: down === 'up' ? inset : height - side - inset,
  width: side,
  height: side,
});
const pixelsOf = (image: Sharp) => image.removeAlpha().raw().toBuffer();

/** Waits until nothing scrolls any more: a browser may take some frames for a key. */
const stillness = (page: Page) =>
  page.evaluate(async () => {
    const box = document.querySelector('.zoom-box')!;
    const places = () => [scrollY, box.scrollLeft, box.scrollTop].join();
    for (let same = 0, before = places(); same < 3; before = places()) {
      await new Promise((done) => requestAnimationFrame(done));
      same = places() === before ? same + 1 : 0;
    }
  });

/** Fails unless a corner of the box shows the pixels of that corner of the artist's picture, and of no other corner. */
async function expectCorner(page: Page, address: string, corner: Corner) {
  await page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLImageElement>('.zoom-tile')].every((tile) => tile.complete && tile.naturalWidth > 0),
  );
  // What is photographed must be on the screen.
  await zoomBox(page).evaluate((box, block) => box.scrollIntoView({ block }), corner[0] === 'up' ? ('start' as const) : ('end' as const));
  await stillness(page);
  const box = (await zoomBox(page).boundingBox())!;
  const inner = await zoomBox(page).evaluate((one) => ({ edge: one.clientLeft, width: one.clientWidth, height: one.clientHeight }));
  const { left, top } = squareAt(corner, inner);
  const shot = await page.screenshot({ clip: { x: box.x + inner.edge + left, y: box.y + inner.edge + top, width: side, height: side } });
  const picture = join(contentDir(), address, 'picture.jpg');
  const size = await sharp(picture).metadata();
  const seen = await pixelsOf(sharp(shot));
  const differenceFrom = async (other: Corner) => {
    const real = await pixelsOf(sharp(picture).extract(squareAt(other, size)));
    return seen.reduce((sum, value, index) => sum + Math.abs(value - real[index]!), 0) / seen.length;
  };
  const own = await differenceFrom(corner);
  expect(own, `the corner ${corner.join(' ')} of ${address} is as the artist made it`).toBeLessThan(mostDifference);
  for (const other of corners.filter((one) => one !== corner))
    expect(await differenceFrom(other), `${other.join(' ')} is not as near`).toBeGreaterThan(2 * own);
}

/** Presses one button until it says that it can do no more. */
async function pressToTheEnd(one: Locator, press: (one: Locator) => Promise<void>): Promise<number> {
  let times = 0;
  for (; !(await isOff(one)); times += 1) {
    expect(times, 'the end is reached').toBeLessThan(60);
    await press(one);
    await stillness(one.page());
  }
  return times;
}

for (const address of shapes) {
  test.describe(`with single taps on a phone: ${address}`, () => {
    test.use({ hasTouch: true, viewport: { width: 375, height: 812 } });

    test('all four corners at full size, as the artist made them', async ({ page }) => {
      await page.goto(address);
      await pressToTheEnd(button(page, 'in'), (one) => one.tap());
      expect(await zoomBox(page).evaluate((box) => box.scrollWidth), 'the full size').toBe(tiledOf(address).width);
      for (const corner of corners) {
        for (const way of corner) await pressToTheEnd(button(page, way), (one) => one.tap());
        await expectCorner(page, address, corner);
      }
      const tiles = await page.locator('.zoom-tile').count();
      expect(tiles, 'only tiles in view are fetched').toBeLessThan(10);
    });
  });
}

if (artwork)
  test.describe('an artwork', () => {
    test('with the keyboard alone: to the picture, closer, to each corner, and away again', async ({ page }) => {
      await page.goto(artwork);
      await page.locator('h1').evaluate((heading: HTMLElement) => ((heading.tabIndex = -1), heading.focus()));
      await tabTo(page, /^The picture “/);
      const box = zoomBox(page);
      await expect(box).toBeFocused();
      for (const key of ['+', '=', '+', '+', '+', '+']) await page.keyboard.press(key);
      expect(await box.evaluate(({ scrollWidth }) => scrollWidth)).toBe(tiledOf(artwork).width);
      const keyOf = { up: 'PageUp', down: 'PageDown', left: 'ArrowLeft', right: 'ArrowRight' } as const;
      for (const corner of corners) {
        for (const way of corner)
          await pressToTheEnd(button(page, way), async () => {
            // An arrow goes a small step; further ones than the end move nothing, since the page does not scroll sideways.
            for (let step = 0; step < (/^Arrow/.test(keyOf[way]) ? 10 : 1); step += 1) await page.keyboard.press(keyOf[way]);
          });
        await expectCorner(page, artwork, corner);
      }
      await page.keyboard.press('0');
      await expect(page.locator('figure [role=status]')).toHaveText(wordsFor('standard')('zoomIsWhole'));
      expect(await box.evaluate((one) => [one.scrollWidth <= one.clientWidth, one.scrollHeight <= one.clientHeight])).toEqual([true, true]);
      await tabTo(page, /^Zoom in$/, 1);
      await tabTo(page, /^Zoom out$/, 1);
      await tabTo(page, /^Whole picture$/, 1);
      await tabTo(page, /^Full screen$/, 1);
      for (const way of ['left', 'right', 'up', 'down']) await tabTo(page, new RegExp(`^Move ${way}$`), 1);
      await page.keyboard.press('Tab');
      await expect(page.locator('figcaption a').first()).toBeFocused();
    });

    test('keys work only in the picture: elsewhere they are the browser’s', async ({ page }) => {
      await page.goto(artwork);
      await button(page, 'in').focus();
      for (const key of ['+', '-', '0']) await page.keyboard.press(key);
      await expect(page.locator('[data-zoomed]')).toHaveCount(0);
      await zoomBox(page).focus();
      await page.keyboard.press('Control++');
      await expect(page.locator('[data-zoomed]')).toHaveCount(0);
    });

    test('a button that can do nothing says so, keeps the focus, and does nothing', async ({ page }) => {
      await page.goto(artwork);
      for (const what of ['out', 'whole', 'left', 'right', 'up', 'down']) {
        const one = button(page, what);
        await expect(one).toHaveAttribute('aria-disabled', 'true');
        expect(await one.evaluate((element: HTMLButtonElement) => element.disabled)).toBe(false);
        await one.focus();
        await page.keyboard.press('Enter');
        await expect(one).toBeFocused();
      }
      await expect(page.locator('[data-zoomed]')).toHaveCount(0);
      await button(page, 'in').focus();
      for (let press = 0; press < 8; press += 1) await page.keyboard.press('Enter');
      await expect(button(page, 'in')).toBeFocused();
      await expect(button(page, 'in')).toHaveAttribute('aria-disabled', 'true');
    });

    for (const { reading, start } of inBothReadings)
      test(`the level is said at each press, in ${reading}`, async ({ page }) => {
        await page.goto(start + artwork);
        const status = page.locator('figure [role=status]');
        const heard: string[] = [];
        for (const what of ['in', 'in', 'out', 'whole']) {
          await button(page, what).click();
          heard.push(await status.innerText());
        }
        const level = (percent: number) =>
          wordsFor(reading)('zoomLevel')
            .replace('{percent}', `${percent}`)
            .replace('{times}', `${percent / 100}`);
        expect(heard).toEqual([level(200), level(400), level(200), wordsFor(reading)('zoomIsWhole')]);
        if (reading === 'easy-read') expect(heard.flatMap((sentence) => easyReadFindings(sentence, []))).toEqual([]);
      });

    test('what is in the middle stays there when the size changes, and nothing else of the page moves', async ({ page }) => {
      await page.goto(artwork);
      const size = () => zoomBox(page).evaluate((box: HTMLElement) => [box.offsetWidth, box.offsetHeight]);
      const whole = await size();
      const below = await page.locator('main h2').first().boundingBox();
      await button(page, 'in').click();
      await button(page, 'in').click();
      for (let press = 0; press < 2; press += 1) await button(page, 'right').click();
      const middle = () =>
        zoomBox(page).evaluate((box) => [
          (box.scrollLeft + box.clientWidth / 2) / box.scrollWidth,
          (box.scrollTop + box.clientHeight / 2) / box.scrollHeight,
        ]);
      await stillness(page);
      const before = await middle();
      await button(page, 'in').click();
      const after = await middle();
      for (const [index, part] of before.entries()) expect(Math.abs(after[index]! - part)).toBeLessThan(0.1);
      expect(await size()).toEqual(whole);
      expect(await page.locator('main h2').first().boundingBox()).toEqual(below);
    });

    test('the picture on the whole screen, and back', async ({ page }) => {
      await page.goto(artwork);
      await button(page, 'full').click();
      await expect(page.locator('figure:fullscreen')).toHaveCount(1);
      await expect(button(page, 'full')).toHaveText(wordsFor('standard')('zoomLeave'));
      const box = (await zoomBox(page).boundingBox())!;
      expect(box.height).toBeGreaterThan(600);
      for (const what of ['in', 'full']) await expect(button(page, what)).toBeInViewport({ ratio: 1 });
      await button(page, 'in').click();
      expect(await zoomBox(page).evaluate((one) => one.scrollHeight > one.clientHeight)).toBe(true);
      // A browser under test has no window of its own whose Escape it could hear; the script leaves in the same way.
      await button(page, 'full').click();
      await expect(page.locator('figure:fullscreen')).toHaveCount(0);
      await expect(button(page, 'full')).toHaveText(wordsFor('standard')('zoomFull'));
    });

    test('a browser that cannot fill the screen does not offer it', async ({ page }) => {
      await page.addInitScript(() => Object.defineProperty(Document.prototype, 'fullscreenEnabled', { get: () => false }));
      await page.goto(artwork);
      await expect(button(page, 'in')).toBeVisible();
      await expect(button(page, 'full')).toBeHidden();
    });

    for (const { reading, start } of inBothReadings)
      for (const size of ['', '200'])
        test(`at 400% zoom, in ${reading}${size && ', with the largest letters'}: the page scrolls one way, and every button can be used`, async ({
          page,
        }) => {
          await page.setViewportSize({ width: 320, height: 256 });
          if (size) await page.addInitScript((value) => localStorage.setItem('reading-help', JSON.stringify({ size: value })), size);
          await page.goto(start + artwork);
          const sideways = () => page.evaluate(() => document.scrollingElement!.scrollWidth - document.documentElement.clientWidth);
          expect(await sideways()).toBe(0);
          await pressToTheEnd(button(page, 'in'), (one) => one.click());
          await pressToTheEnd(button(page, 'down'), (one) => one.click());
          await pressToTheEnd(button(page, 'right'), (one) => one.click());
          expect(await sideways()).toBe(0);
          const box = (await zoomBox(page).boundingBox())!;
          expect(box.height, 'the picture leaves room to scroll past it').toBeLessThan(256);
          for (const one of await page.locator('[data-zoom]').all()) {
            await one.scrollIntoViewIfNeeded();
            const { x, width, height } = (await one.boundingBox())!;
            expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
            expect(x).toBeGreaterThanOrEqual(0);
            expect(x + width).toBeLessThanOrEqual(320);
          }
        });

    test('in forced colours each button has its edge, and its sign has the colour of its words', async ({ page }) => {
      await page.emulateMedia({ forcedColors: 'active' });
      await page.goto(artwork);
      await button(page, 'in').click();
      for (const what of ['in', 'out', 'left', 'full']) {
        const { edge, sign, words, ground } = await button(page, what).evaluate((one) => ({
          edge: getComputedStyle(one).borderTopWidth,
          sign: getComputedStyle(one.querySelector('path')!).stroke,
          words: getComputedStyle(one).color,
          ground: getComputedStyle(one).backgroundColor,
        }));
        expect(edge).toBe('2px');
        expect(sign).toBe(words);
        expect(sign).not.toBe(ground);
      }
      await expect(zoomBox(page)).toHaveCSS('border-top-style', 'solid');
    });

    test('without script there is no button that does nothing, and links lead to the large picture and the whole one', async ({
      browser,
      baseURL,
    }) => {
      const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL! });
      const page = await context.newPage();
      await page.goto(artwork);
      for (const one of await page.locator('[data-zoom]').all()) await expect(one).toBeHidden();
      await expect(page.locator('main figure [role=status]')).toBeHidden();
      const links = await page.locator('figcaption a').evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href));
      expect(links).toEqual(['1800.jpg', 'full.jpg'].map((file) => new URL(`${artwork}${file}`, baseURL).href));
      for (const link of links) {
        const answer = await page.request.get(link);
        expect(answer.headers()['content-type']).toBe('image/jpeg');
        const { width } = await sharp(await answer.body()).metadata();
        expect(width).toBe(link.endsWith('full.jpg') ? tiledOf(artwork).width : Math.min(1800, tiledOf(artwork).width));
      }
      expect(await page.locator('main figure picture img').evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(300);
      await context.close();
    });
  });

if (examples.gallery)
  test('the list of the gallery fetches no script that another page does not', async ({ page }) => {
    const fetched = async (address: string) => {
      const found = new Set<string>();
      const note = (request: { resourceType: () => string; url: () => string }) => {
        if (request.resourceType() === 'script') found.add(new URL(request.url()).pathname);
      };
      page.on('request', note);
      await page.goto(address, { waitUntil: 'networkidle' });
      page.off('request', note);
      return found;
    };
    const pledge = await fetched('/pledge/');
    const list = await fetched(examples.gallery!);
    expect([...list].filter((script) => !pledge.has(script))).toEqual([]);
  });
