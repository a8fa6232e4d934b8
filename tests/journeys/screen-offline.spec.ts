/**
 * A library's display goes on when the network is lost, and keeps nothing that it should not: an artwork that a family has withdrawn is
 * gone from it with the next build.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import type { Page } from '@playwright/test';
import { load } from 'cheerio';
import { writeWorker } from '../../src/gallery/screen/worker.build.ts';
import { folder } from '../accessibility/addresses.ts';
import { builtPage } from './example-pages.ts';
import { open, screen, shows, steps } from './screen-page.ts';
import { endAll, start } from './server-process.ts';
import { expect, test } from './site.ts';

const $ = builtPage(screen);
const posters = $('[data-artwork]')
  .toArray()
  .map((poster) => ({ id: poster.attribs['data-artwork']!, name: $(poster).find('h2').text() }));

test.skip(posters.length < 3, 'this content has fewer artworks than are stepped through here');
test.use({ viewport: { width: 1024, height: 768 }, contextOptions: { reducedMotion: 'no-preference' } });
test.afterAll(endAll);

/** What the browser has kept for the site, as addresses from its root. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const caches = await Promise.all((await window.caches.keys()).map((name) => window.caches.open(name)));
    const requests = (await Promise.all(caches.map((cache) => cache.keys()))).flat();
    return requests.map(({ url }) => new URL(url).pathname).sort();
  });
const pictures = (addresses: string[]) => addresses.filter((address) => /\/\d+\.(avif|jpg)$/.test(address));
const allKept = (page: Page) => expect.poll(async () => pictures(await kept(page)).length, { timeout: 20_000 }).toBe(posters.length);

/** A copy of the built site, with what the screen needs of it, served by our own server. */
async function servedCopy(): Promise<{ copy: string; site: string }> {
  const copy = mkdtempSync(join(tmpdir(), 'screen-'));
  const wanted = /^(404\.html|_astro|gallery(\/(screen|[^/]+\/\d+\.\w+|[^/]+))?(\/[^/]+\.(svg|js))?|gallery\/(screen\/)?index\.html)?$/;
  const plain = (path: string) => {
    const inSite = relative(folder, path).split(sep).join('/');
    return !/\.(br|gz)$/.test(inSite) && (wanted.test(inSite) || inSite.startsWith('_astro/'));
  };
  cpSync(folder, copy, { recursive: true, filter: plain });
  const { address } = start({ OUT_DIR: copy, PORT: '0' });
  return { copy, site: (await address()).replace(/\/$/, '') };
}

/** The copy as the next build makes it when these artworks are withdrawn. */
async function withdraw(copy: string, ids: string[]): Promise<void> {
  const file = join(copy, screen, 'index.html');
  const page = load(readFileSync(file, 'utf8'));
  for (const id of ids) {
    page(`[data-artwork="${id}"]`).remove();
    rmSync(join(copy, 'gallery', id), { recursive: true });
    rmSync(join(copy, screen, `${id}.svg`));
  }
  writeFileSync(file, page.html());
  await writeWorker(copy, '/');
}

test('without a network it begins again, and every poster is drawn', async ({ page, context }) => {
  await page.goto(screen);
  await allKept(page);
  await context.setOffline(true);
  await page.reload();
  await shows(page, posters[0]!.name);
  for (const { name } of [...posters.slice(1), posters[0]!]) {
    await steps(page, 'ArrowRight', name);
    const code = page.locator('[data-artwork]:not([hidden]) [data-code]');
    expect(await code.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth))).toBeGreaterThan(0);
  }
  await page.goto(`${screen}?play`);
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
});

test('it keeps one picture of each artwork and the parts of its own page, and touches no other page', async ({ page }) => {
  await page.goto(screen);
  await allKept(page);
  const addresses = await kept(page);
  for (const { id } of posters) expect(pictures(addresses).filter((address) => address.startsWith(`/gallery/${id}/`))).toHaveLength(1);
  const others = addresses.filter((address) => !pictures(addresses).includes(address));
  expect(others.filter((address) => !/^\/(_astro\/.+\.(js|css|woff2)|gallery\/screen\/([\w-]+\.svg)?)$/.test(address))).toEqual([]);
  expect(others).toContain(screen);
  await page.goto('/gallery/');
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
  await page.waitForTimeout(300);
  expect(await kept(page), 'reading another page adds nothing').toEqual(addresses);
});

test('it works, and says nothing, where no worker can be', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (line) => line.type() === 'error' && errors.push(line.text()));
  await page.addInitScript(() => {
    Object.assign(ServiceWorkerContainer.prototype, { register: () => Promise.reject(new Error('not here')) });
  });
  await page.goto(screen);
  await shows(page, posters[0]!.name);
  await steps(page, 'ArrowRight', posters[1]!.name);
  expect(errors).toEqual([]);
});

test('an artwork that was withdrawn is gone from a display that runs, and from what it keeps', async ({ page }) => {
  const { copy, site } = await servedCopy();
  const [first, gone, next] = posters as [(typeof posters)[0], (typeof posters)[0], (typeof posters)[0]];
  try {
    await open(page, '?play', site);
    await allKept(page);
    const old = await page.evaluate(() => caches.keys());
    await withdraw(copy, [gone.id]);
    // The hourly look for a newer build, and then the end of the poster.
    await page.clock.fastForward(3_600_000);
    await expect.poll(async () => (await kept(page)).filter((address) => address.includes(gone.id)), { timeout: 20_000 }).toEqual([]);
    expect(await page.evaluate((before) => caches.keys().then((now) => now.filter((name) => before.includes(name))), old)).toEqual([]);
    const reloaded = page.waitForEvent('load');
    await page.clock.runFor(21_000);
    await reloaded;
    await expect(page.locator('html[data-running]')).toBeAttached();
    await expect(page.locator('[data-artwork]')).toHaveCount(posters.length - 1);
    await shows(page, first.name);
    await expect.poll(async () => pictures(await kept(page)).length, { timeout: 20_000 }).toBe(posters.length - 1);

    endAll();
    await page.reload();
    await shows(page, first.name);
    await steps(page, 'ArrowRight', next.name);
    const answer = await page.evaluate(
      (id) =>
        fetch(`/gallery/${id}/1200.avif`).then(
          () => 'an answer',
          () => 'nothing',
        ),
      gone.id,
    );
    expect(answer, 'the server has gone, and nothing is kept').toBe('nothing');
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});

test('when all are withdrawn, nothing is kept of any', async ({ page }) => {
  const { copy, site } = await servedCopy();
  try {
    await page.goto(`${site}${screen}`);
    await allKept(page);
    await withdraw(
      copy,
      posters.map(({ id }) => id),
    );
    await page.reload();
    await expect.poll(async () => pictures(await kept(page)), { timeout: 20_000 }).toEqual([]);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});
