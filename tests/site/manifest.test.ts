/** What a phone puts on its home screen exists, and is as large as it says. */
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { files, follow, pathOf } from './files.ts';
import { hrefOf } from './place.ts';

interface Manifest {
  start_url: string;
  scope: string;
  icons: { src: string; sizes: string }[];
}

test('the manifest starts at home, and each of its icons exists in its size', async () => {
  expect(files, 'site.webmanifest is missing from the root').toContain('site.webmanifest');
  const { start_url, scope, icons } = JSON.parse(readFileSync(pathOf('site.webmanifest'), 'utf8')) as Manifest;
  expect(start_url, 'site.webmanifest: start_url').toBe(hrefOf('/'));
  expect(scope, 'site.webmanifest: scope').toBe(hrefOf('/'));
  expect(
    icons.map(({ sizes }) => sizes),
    'site.webmanifest: phones ask for icons of 192 and 512 pixels',
  ).toEqual(expect.arrayContaining(['192x192', '512x512']));
  for (const { src, sizes } of icons) {
    const lead = follow(src, '/');
    if (lead.to !== 'file') return expect.fail(`site.webmanifest names the icon "${src}", which is not on this site`);
    const { width, height } = await sharp(pathOf(lead.file)).metadata();
    expect(`${width}x${height}`, `size of ${src}`).toBe(sizes);
  }
});
