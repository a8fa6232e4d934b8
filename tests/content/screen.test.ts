/** A council that has no artworks, or none any more: its displays say so kindly, and keep none of what was shown before. */
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { expect, test } from 'vitest';
import { buildSite } from '../council/build.ts';
import { ContentCopy, temporaryFolder } from '../council/council.ts';

test('without artworks the screen has kind words and a way on, and nothing is kept for it', async () => {
  using content = new ContentCopy();
  const artworks = readdirSync(join(content.folder, 'gallery'), { withFileTypes: true }).filter((one) => one.isDirectory() && one.name !== 'share');
  expect(artworks.length).toBeGreaterThan(0);
  for (const { name } of artworks) content.remove(`gallery/${name}`);
  const folder = temporaryFolder();
  const site = join(folder, 'site');
  try {
    const { code, output } = await buildSite({ CONTENT_DIR: content.folder, OUT_DIR: site, SITE_URL: 'https://westmere.example.org' });
    expect(code, output).toBe(0);
    const $ = load(readFileSync(join(site, 'gallery/screen/index.html'), 'utf8'));
    expect($('main').text()).toContain('There are no pictures here now.');
    expect($('main a').attr('href')).toBe('/gallery/');
    expect($('button, article').length).toBe(0);
    expect(readFileSync(join(site, 'gallery/screen/sw.js'), 'utf8')).toContain('"artworks":[]');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
