/**
 * A library opens our artworks in its own viewer, on its own host. Two viewers that are much used do so in a real browser: no request may
 * fail, the viewer may read the pixels (so that it can draw, crop and save them), and they must be those of the artwork.
 * Over 150 lines, since the pages of the viewers and the reading of their pixels stand beside what is expected of them.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type OpenSeadragon from 'openseadragon';
import sharp from 'sharp';
import { shownRecords } from '../../src/gallery/records.ts';
import { mayEmbed } from '../../src/gallery/consent.ts';
import { siteHost, viewerHost, type Host } from './iiif-origins.ts';
import { expect, test } from './site.ts';

const folderOf = (file: string) => dirname(fileURLToPath(file));
const folders = {
  openseadragon: join(folderOf(import.meta.resolve('openseadragon/package.json')), 'build/openseadragon'),
  clover: join(folderOf(import.meta.resolve('@samvera/clover-iiif/package.json')), 'dist/web-components'),
};
const pages = {
  '/openseadragon': `<!doctype html><title>Library</title><meta charset="utf-8">
<div id="viewer" style="width: 900px; height: 700px"></div><script src="/openseadragon/openseadragon.js"></script>
<script>window.viewer = OpenSeadragon({ id: 'viewer', prefixUrl: '/openseadragon/images/', crossOriginPolicy: 'Anonymous', drawer: 'canvas',
  immediateRender: true, animationTime: 0, showNavigator: false, tileSources: new URL(location).searchParams.get('open') });</script>`,
  '/clover': `<!doctype html><title>Library</title><meta charset="utf-8"><script src="/clover/index.umd.js"></script><body>
<script>const one = document.createElement('clover-viewer'); one.id = new URL(location).searchParams.get('open'); document.body.append(one);</script>`,
};
const artwork = shownRecords().shown.find(({ data }) => mayEmbed(data))!;
let site: Host;
let library: Host;
let base = '';

test.beforeAll(async () => {
  const served = process.env.TESTED_SITE!;
  base = new URL(served).pathname.replace(/\/$/, '');
  const { id } = (await (await fetch(`${new URL(served).origin}${base}/iiif/collection.json`)).json()) as { id: string };
  [site, library] = [await siteHost(served, new URL(id).origin), await viewerHost(folders, pages)];
});
test.afterAll(() => {
  site.close();
  library.close();
});

/** Opens a viewer of the library with a document of ours. @returns what failed, and what was asked of us, as it goes on */
async function open(page: Page, viewer: keyof typeof folders, document: string) {
  const failed: string[] = [];
  const asked: string[] = [];
  page.on('requestfailed', (request) => failed.push(`${request.url()} ${request.failure()?.errorText ?? ''}`));
  page.on('response', (response) => {
    if (response.url().startsWith(site.origin)) asked.push(response.url().slice(`${site.origin}${base}`.length));
    if (response.status() >= 400) failed.push(`${response.url()} ${response.status()}`);
  });
  page.on('pageerror', ({ message }) => failed.push(message));
  await page.goto(`${library.origin}/${viewer}?open=${encodeURIComponent(`${site.origin}${base}${document}`)}`);
  return { failed, asked };
}

/** The artwork's largest file in few pixels, a grid of colours. */
const grid = { width: 12, height: 12 };
const average = async (bytes: Buffer, region?: { left: number; top: number; width: number; height: number }) => {
  const whole = sharp(bytes).flatten({ background: '#ffffff' });
  return (region ? whole.extract(region) : whole)
    .resize({ ...grid, fit: 'fill', kernel: 'mitchell' })
    .removeAlpha()
    .raw()
    .toBuffer();
};
const fullPicture = async () => Buffer.from(await (await fetch(`${site.origin}${base}/gallery/${artwork.id}/full.jpg`)).arrayBuffer());
/** How far two grids are apart, as the mean of all channels, 0 to 255. */
const apart = (a: Buffer, b: Buffer) => a.reduce((sum, value, index) => sum + Math.abs(value - b[index]!), 0) / a.length;

interface Seen {
  /** What the viewer's own canvas holds; reading it throws when another host's pictures have tainted it. */
  png: string;
  /** Where the viewport lies on the picture, in its pixels. */
  region: { left: number; top: number; width: number; height: number };
}

/** The part of OpenSeadragon's canvas that shows the picture, read through the canvas itself. */
const seen = (page: Page): Promise<Seen> =>
  page.evaluate(() => {
    const viewer = (window as unknown as { viewer: OpenSeadragon.Viewer }).viewer;
    const item = viewer.world.getItemAt(0);
    const size = item.getContentSize();
    const bounds = item.viewportToImageRectangle(viewer.viewport.getBounds(true));
    const left = Math.max(0, Math.ceil(bounds.x));
    const top = Math.max(0, Math.ceil(bounds.y));
    const width = Math.floor(Math.min(size.x, bounds.x + bounds.width)) - left;
    const height = Math.floor(Math.min(size.y, bounds.y + bounds.height)) - top;
    const source = viewer.drawer.canvas as HTMLCanvasElement;
    const scale = source.width / bounds.width;
    const copy = document.createElement('canvas');
    [copy.width, copy.height] = [Math.round(width * scale), Math.round(height * scale)];
    copy
      .getContext('2d')!
      .drawImage(source, (left - bounds.x) * scale, (top - bounds.y) * scale, width * scale, height * scale, 0, 0, copy.width, copy.height);
    return { png: copy.toDataURL('image/png'), region: { left, top, width, height } };
  });
const pixelsOf = ({ png }: Seen) => Buffer.from(png.slice(png.indexOf(',') + 1), 'base64');
const settled = (page: Page) =>
  page.waitForFunction(() => (window as unknown as { viewer?: OpenSeadragon.Viewer }).viewer?.world.getItemAt(0)?.getFullyLoaded());

test('OpenSeadragon draws the artwork from tiles, whole and at full size, and may read its pixels', async ({ page }) => {
  const { failed, asked } = await open(page, 'openseadragon', `/iiif/images/${artwork.id}/info.json`);
  await settled(page);
  const picture = await fullPicture();
  const whole = await seen(page);
  expect(apart(await average(pixelsOf(whole)), await average(picture, whole.region))).toBeLessThan(4);

  await page.evaluate(() => {
    const { viewport } = (window as unknown as { viewer: OpenSeadragon.Viewer }).viewer;
    viewport.zoomTo(viewport.imageToViewportZoom(1), undefined, true);
  });
  // The viewer says that it is loaded until its next frame has asked for the tiles of the new level: what is drawn is looked at again.
  let close = await seen(page);
  await expect
    .poll(async () => {
      await settled(page);
      close = await seen(page);
      return apart(await average(pixelsOf(close)), await average(picture, close.region));
    })
    .toBeLessThan(4);
  expect(close.region.width).toBeLessThan(1000);
  // Tiles of the whole size: 512 pixels wide on the picture and in the file.
  expect(asked.filter((address) => /\/\d+,\d+,512,512\/512,512\/0\/default\.jpg$/.test(address)).length).toBeGreaterThan(1);
  // Another part of the picture differs, so the comparison can fail.
  const elsewhere = { ...close.region, left: 0, top: 0 };
  expect(apart(await average(pixelsOf(close)), await average(picture, elsewhere))).toBeGreaterThan(8);
  expect(failed).toEqual([]);
});

test('every tile that OpenSeadragon can ask of any artwork exists', async ({ page }) => {
  test.setTimeout(120_000);
  await open(page, 'openseadragon', `/iiif/images/${artwork.id}/info.json`);
  await settled(page);
  const missing: string[] = [];
  let count = 0;
  for (const { id } of shownRecords().shown.filter(({ data }) => mayEmbed(data))) {
    const info: unknown = await (await fetch(`${site.origin}${base}/iiif/images/${id}/info.json`)).json();
    const tiles = await page.evaluate((options) => {
      const { IIIFTileSource } = (
        window as unknown as { OpenSeadragon: { IIIFTileSource: new (info: unknown) => OpenSeadragon.TileSource } }
      ).OpenSeadragon;
      const source = new IIIFTileSource(options);
      const found: string[] = [];
      for (let level = source.minLevel; level <= source.maxLevel; level += 1) {
        const { x, y } = source.getNumTiles(level);
        for (let column = 0; column < x; column += 1)
          for (let row = 0; row < y; row += 1) found.push(source.getTileUrl(level, column, row) as string);
      }
      return found;
    }, info);
    count += tiles.length;
    const answers = await Promise.all(tiles.map(async (tile) => ({ tile, status: (await fetch(tile, { method: 'HEAD' })).status })));
    missing.push(...answers.filter(({ status }) => status !== 200).map(({ tile }) => tile));
  }
  expect(count).toBeGreaterThan(50);
  expect(missing).toEqual([]);
});

test('Clover opens the manifest: the picture, its words and its credit', async ({ page }) => {
  const { failed, asked } = await open(page, 'clover', `/iiif/${artwork.id}/manifest.json`);
  const { data } = artwork;
  await expect(page.getByText(data.alt).first()).toBeVisible();
  await expect(page.getByText(/^(Stand-in: we|A young person)/).first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  const drawn = page.locator('.openseadragon-canvas canvas').first();
  const shape = (await sharp(await fullPicture()).metadata()) as { width: number; height: number };
  const png = await drawn.evaluate((canvas: HTMLCanvasElement, { width, height }) => {
    // The picture stands in the middle of its box, as large as it can.
    const fit = Math.min(canvas.width / width, canvas.height / height);
    const copy = document.createElement('canvas');
    [copy.width, copy.height] = [Math.floor(width * fit), Math.floor(height * fit)];
    copy.getContext('2d')!.drawImage(canvas, -(canvas.width - copy.width) / 2, -(canvas.height - copy.height) / 2);
    return copy.toDataURL('image/png');
  }, shape);
  const pixels = Buffer.from(png.slice(png.indexOf(',') + 1), 'base64');
  expect(apart(await average(pixels), await average(await fullPicture()))).toBeLessThan(8);
  expect(asked.some((address) => address.startsWith(`/iiif/images/${artwork.id}/`))).toBe(true);
  expect(failed).toEqual([]);
});

test('Clover opens all artworks in one, each with its small picture, without one failed request', async ({ page }) => {
  const { failed, asked } = await open(page, 'clover', '/iiif/gallery/manifest.json');
  for (const { data } of shownRecords()
    .shown.filter((one) => mayEmbed(one.data))
    .slice(0, 3))
    await expect(page.getByText(data.title, { exact: true }).first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(asked.length).toBeGreaterThan(2);
  expect(failed).toEqual([]);
});

test('an address that viewers ask for may be read by every host, and the pages around it stay closed', async () => {
  const read = async (address: string) => (await fetch(`${site.origin}${base}${address}`, { headers: { Origin: library.origin } })).headers;
  for (const address of [
    '/iiif/collection.json',
    `/iiif/${artwork.id}/manifest.json`,
    `/iiif/images/${artwork.id}/info.json`,
    `/iiif/images/${artwork.id}/full/max/0/default.jpg`,
    `/gallery/${artwork.id}/1200.jpg`,
  ]) {
    const headers = await read(address);
    expect(headers.get('Access-Control-Allow-Origin'), address).toBe('*');
    expect(headers.get('Cross-Origin-Resource-Policy') ?? 'cross-origin', address).toBe('cross-origin');
  }
  expect((await read(`/gallery/${artwork.id}/`)).get('Access-Control-Allow-Origin')).toBeNull();
});
