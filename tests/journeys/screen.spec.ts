/**
 * A library's display: what people see who walk past, who touch it, and who press Play in the morning and leave it to itself. The clock
 * is the test's own; all else is as it is built.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import jsQR from 'jsqr';
import sharp from 'sharp';
import { folder } from '../accessibility/addresses.ts';
import { axeProblems, withAxe } from '../accessibility/axe.ts';
import { expectNone } from '../accessibility/problems.ts';
import { overflow } from '../accessibility/reflow.ts';
import { smallTargets } from '../accessibility/targets.ts';
import { builtPage } from './example-pages.ts';
import { heading, open, screen, shows, stands, steps } from './screen-page.ts';
import { expect, test } from './site.ts';

const names = builtPage(screen)('[data-artwork] h2')
  .toArray()
  .map((name) => builtPage(screen)(name).text());
const ids = builtPage(screen)('[data-artwork]')
  .toArray()
  .map((poster) => poster.attribs['data-artwork']!);
const play = (page: Page) => page.getByRole('button', { name: /^(Play|Pause)$/ });
const stage = (page: Page) => page.locator('[data-stage]');

test.skip(names.length < 4, 'this content has fewer artworks than are stepped through here');
test.use({ contextOptions: { reducedMotion: 'no-preference' } });

test('it starts paused, and stays so', async ({ page }) => {
  await open(page);
  await expect(play(page)).toHaveText('Play');
  await stands(page, names[0]!, 300);
  expect(await page.locator('[data-frame] img').count(), 'one picture at a time').toBe(1);
});

test('Play is what Tab reaches first; it plays from there, and pauses', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Tab');
  await expect(play(page)).toBeFocused();
  await expect(stage(page)).toHaveAttribute('aria-live', 'polite');
  await page.keyboard.press('Enter');
  await expect(play(page)).toHaveText('Pause');
  await expect(stage(page), 'a screen reader is not told of every poster').toHaveAttribute('aria-live', 'off');
  await stands(page, names[0]!, 19);
  await page.clock.runFor(1500);
  await shows(page, names[1]!);
  await page.keyboard.press('Enter');
  await expect(play(page)).toHaveText('Play');
  await expect(stage(page)).toHaveAttribute('aria-live', 'polite');
  await stands(page, names[1]!, 60);
});

test('with ?play it plays by itself, twenty seconds a poster, and goes round', async ({ page }) => {
  await open(page, '?play');
  await expect(play(page)).toHaveText('Pause');
  await stands(page, names[0]!, 18);
  await page.clock.runFor(2500);
  for (let at = 1; at <= names.length; at += 1) {
    await shows(page, names[at % names.length]!);
    await page.clock.runFor(20_100);
  }
});

for (const [seconds, really] of [
  ['3', 10],
  ['30', 30],
  ['soon', 20],
] as const)
  test(`?seconds=${seconds} gives each poster ${really} seconds`, async ({ page }) => {
    await open(page, `?play&seconds=${seconds}`);
    await stands(page, names[0]!, really - 2);
    await page.clock.runFor(2500);
    await shows(page, names[1]!);
    await stands(page, names[1]!, really - 2);
  });

test('who wants less motion gets no autoplay and no fade, and may still press Play', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, '?play');
  await expect(play(page)).toHaveText('Play');
  await stands(page, names[0]!, 200);
  await steps(page, 'ArrowRight', names[1]!);
  expect(await page.locator('[data-artwork]:not([hidden])').evaluate((poster) => getComputedStyle(poster).animationName)).toBe('none');
  await play(page).click();
  await page.clock.runFor(20_500);
  await shows(page, names[2]!);
});

test('who chooses less motion while it plays stops it; with motion a poster fades in', async ({ page }) => {
  await open(page, '?play');
  await page.clock.runFor(20_500);
  await shows(page, names[1]!);
  expect(await page.locator('[data-artwork]:not([hidden])').evaluate((poster) => getComputedStyle(poster).animationName)).not.toBe('none');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect(play(page)).toHaveText('Play');
  await stands(page, names[1]!, 60);
});

test('arrow keys and buttons step both ways, and a screen reader is told', async ({ page }) => {
  await open(page, '?play');
  await steps(page, 'ArrowRight', names[1]!);
  await expect(play(page), 'stepping stops it').toHaveText('Play');
  await expect(stage(page)).toHaveAttribute('aria-live', 'polite');
  await steps(page, 'ArrowLeft', names[0]!);
  await steps(page, 'ArrowLeft', names.at(-1)!);
  await page.getByRole('button', { name: 'Next' }).click();
  await shows(page, names[0]!);
  await page.getByRole('button', { name: 'Back' }).focus();
  await page.keyboard.press('Enter');
  await shows(page, names.at(-1)!);
  await page.keyboard.press('Control+ArrowRight');
  await shows(page, names.at(-1)!);
});

test('a pointer over the poster holds it; over the buttons it does not', async ({ page }) => {
  await open(page);
  await play(page).click();
  await stands(page, names[0]!, 15);
  await page.mouse.move(640, 400);
  await expect(stage(page)).toHaveAttribute('aria-live', 'polite');
  await stands(page, names[0]!, 60);
  await play(page).hover();
  await page.clock.runFor(20_500);
  await shows(page, names[1]!);
});

test('the focus on anything but Play holds it', async ({ page }) => {
  await open(page, '?play');
  await page.keyboard.press('Tab');
  await expect(stage(page)).toHaveAttribute('aria-live', 'off');
  await page.keyboard.press('Tab');
  await expect(stage(page)).toHaveAttribute('aria-live', 'polite');
  await stands(page, names[0]!, 60);
  await page.keyboard.press('Shift+Tab');
  await expect(play(page)).toBeFocused();
  await page.clock.runFor(20_500);
  await shows(page, names[1]!);
  await page.keyboard.press('Tab');
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.clock.runFor(20_500);
  await shows(page, names[2]!);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 1080, height: 1920 } });
  test('a tap on the poster stops it, the buttons step, and when the person has gone it plays again', async ({ page }) => {
    await open(page, '?play');
    await page.locator('[data-artwork]:not([hidden]) h2').tap();
    await expect(play(page)).toHaveText('Play');
    await page.getByRole('button', { name: 'Next' }).tap();
    await shows(page, names[1]!);
    await stands(page, names[1]!, 85);
    await page.clock.runFor(6000);
    await shows(page, names[0]!);
    await expect(play(page)).toHaveText('Pause');
    await page.clock.runFor(20_500);
    await shows(page, names[1]!);
  });
});

test('90 seconds after the last touch it is back at the start, and paused as it began', async ({ page }) => {
  await open(page);
  await steps(page, 'ArrowRight', names[1]!);
  await steps(page, 'ArrowRight', names[2]!);
  await stands(page, names[2]!, 80);
  await page.keyboard.press('Tab');
  await stands(page, names[2]!, 80);
  await page.clock.runFor(11_000);
  await shows(page, names[0]!);
  await expect(play(page)).toHaveText('Play');
});

test('a mouse that somebody left on the poster does not hold it for ever', async ({ page }) => {
  await open(page, '?play');
  await page.mouse.move(640, 400);
  await page.mouse.move(642, 400);
  await stands(page, names[0]!, 85);
  await page.clock.runFor(6000);
  await expect(stage(page)).toHaveAttribute('aria-live', 'off');
  await page.clock.runFor(20_500);
  await shows(page, names[1]!);
});

test('the full screen has a button and is left with Escape; a display leads nobody away from itself', async ({ page }) => {
  await open(page);
  const link = page.getByRole('link');
  expect(await link.count(), 'a reader at home finds the way out, and to the artwork').toBe(2);
  await page.getByRole('button', { name: 'Full screen' }).click();
  await expect(page.getByRole('button', { name: 'Leave full screen' })).toBeVisible();
  expect(await page.evaluate(() => document.fullscreenElement?.localName)).toBe('html');
  await expect(link).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Full screen', exact: true })).toBeVisible();
  await expect(link).toHaveCount(2);
});

test('the display is kept from going dark while it plays', async ({ page }) => {
  await page.addInitScript(() => {
    const asked: string[] = [];
    Object.assign(window, { asked });
    const request = (kind: string) => (
      asked.push(kind),
      Promise.resolve({ released: false, release: async () => void asked.push('let go') })
    );
    Object.defineProperty(navigator, 'wakeLock', { value: { request } });
  });
  const asked = () => page.evaluate(() => (window as unknown as { asked: string[] }).asked);
  await open(page);
  expect(await asked()).toEqual([]);
  await play(page).click();
  await expect.poll(asked).toEqual(['screen']);
  await play(page).click();
  await expect.poll(asked).toEqual(['screen', 'let go']);
});

test('a phone that reads the code from the screen gets the address of the artwork, and the words say it too', async ({ page }) => {
  // jsQR is CommonJS: its function is the default of its default here.
  const decode = 'default' in jsQR ? (jsQR as unknown as { default: typeof jsQR }).default : jsQR;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  for (const at of [0, 1, 2]) {
    if (at > 0) await steps(page, 'ArrowRight', names[at]!);
    const poster = page.locator('[data-artwork]:not([hidden])');
    await poster.locator('[data-code]').evaluate((img: HTMLImageElement) => img.decode());
    const { data, info } = await sharp(await page.screenshot())
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const address = builtPage(`/gallery/${ids[at]}/`)('link[rel=canonical]').attr('href')!;
    expect(decode(new Uint8ClampedArray(data), info.width, info.height, { inversionAttempts: 'dontInvert' })?.data).toBe(address);
    expect(`http://${(await poster.locator('a[data-to]').innerText()).trim()}/`).toBe(address.replace('https:', 'http:'));
  }
});

test('200 steps do not make it larger', async ({ page }) => {
  await page.setViewportSize({ width: 800, height: 600 });
  await open(page, '?play&seconds=10');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const size = async () => {
    await devtools.send('HeapProfiler.collectGarbage');
    await devtools.send('HeapProfiler.collectGarbage');
    const { metrics } = await devtools.send('Performance.getMetrics');
    const value = (name: string) => metrics.find((metric) => metric.name === name)!.value;
    return { nodes: value('Nodes'), listeners: value('JSEventListeners'), heap: value('JSHeapUsedSize') };
  };
  let at = 0;
  const play = async (count: number) => {
    for (let step = 0; step < count; step += 1) {
      at += 1;
      await page.clock.runFor(10_050);
      await heading(page, names[at % names.length]!);
    }
  };
  await play(20);
  const early = await size();
  await play(200);
  const late = await size();
  expect(late.nodes - early.nodes, `nodes: ${early.nodes}, then ${late.nodes}`).toBeLessThan(30);
  expect(late.listeners - early.listeners, `listeners: ${early.listeners}, then ${late.listeners}`).toBeLessThan(5);
  expect(late.heap - early.heap, `bytes: ${early.heap}, then ${late.heap}`).toBeLessThan(300_000);
  expect(await page.locator('[data-frame] img').count()).toBe(1);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('it is one page with every poster, and nothing moves', async ({ page }) => {
    await page.goto(screen);
    await expect(page.locator('[data-artwork] h2')).toHaveText(names);
    for (const poster of await page.locator('[data-artwork]').all()) {
      await expect(poster.locator('[data-frame] img')).toBeVisible();
      await expect(poster.locator('a')).toBeVisible();
    }
    await expect(page.getByRole('button')).toHaveCount(0);
    expect(readFileSync(join(folder, screen, 'index.html'), 'utf8')).not.toMatch(/http-equiv="refresh"/i);
  });
});

for (const { width, height, colorScheme, forcedColors } of [
  { width: 1920, height: 1080, colorScheme: 'dark', forcedColors: 'none' },
  { width: 1080, height: 1920, colorScheme: 'light', forcedColors: 'none' },
  { width: 3840, height: 2160, colorScheme: 'light', forcedColors: 'none' },
  { width: 1280, height: 800, colorScheme: 'dark', forcedColors: 'active' },
  { width: 320, height: 640, colorScheme: 'light', forcedColors: 'none' },
] as const)
  test(`for everyone at ${width} by ${height}, ${forcedColors === 'active' ? 'in a contrast theme' : colorScheme}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme, forcedColors, reducedMotion: 'reduce' });
    await withAxe(page);
    await open(page);
    const shown = `${width} by ${height}`;
    for (const name of names) {
      await shows(page, name);
      const tall = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
      if (width > 800) expect(tall, `${name} does not fit ${shown}`).toBeLessThanOrEqual(0);
      expectNone([...(await smallTargets(page, screen, shown)), ...(await overflow(page, screen, shown))]);
      await page.keyboard.press('ArrowRight');
    }
    await shows(page, names[0]!);
    // axe waits by the clock.
    await page.clock.resume();
    expectNone(await axeProblems(page, screen, shown));
  });

for (const size of [
  { width: 1280, height: 800 },
  { width: 320, height: 640 },
])
  test(`letters twice as large lose nothing at ${size.width} by ${size.height}`, async ({ page }) => {
    await page.setViewportSize(size);
    await open(page);
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(':root { font-size: 200% }');
      document.adoptedStyleSheets = [sheet];
    });
    for (const name of names) {
      await shows(page, name);
      expectNone(await overflow(page, screen, `letters of 200%, ${size.width} pixels wide`));
      // On a phone the buttons alone may fill the first view then.
      if (size.width > 800) await expect(page.locator('[data-frame] img')).toBeInViewport();
      await page.keyboard.press('ArrowRight');
    }
  });
