/** A scan full of what cameras write goes the whole way: into the project, and into every file that is published of it. */
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExifReader from 'exifreader';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { derivativesOf } from '../../src/gallery/derivatives.ts';
import { cleanPicture } from '../../src/gallery/intake/scan.ts';
import { metadataOf } from './metadata.ts';
import { paper, secrets, secretsIn, telltaleJpeg } from './scans.ts';

const root = mkdtempSync(join(tmpdir(), 'privacy-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const [scan, folder, cache] = [join(root, 'amy.jpg'), join(root, 'listen'), join(root, 'cache')];
let files: string[] = [];
beforeAll(async () => {
  writeFileSync(scan, await telltaleJpeg(6, paper(3000, 2000)));
  mkdirSync(folder);
  writeFileSync(join(folder, 'picture.jpg'), (await cleanPicture(scan)).bytes);
  await derivativesOf(folder, cache);
  files = globSync(['listen/**/*', 'cache/**/*'], { cwd: root })
    .map((file) => join(root, file))
    .filter((file) => statSync(file).isFile());
});

test('the scan tells all of it', () => {
  expect(secretsIn(scan)).toEqual(secrets);
  const told = ExifReader.load(readFileSync(scan), { expanded: true });
  for (const group of ['exif', 'gps', 'xmp', 'iptc'] as const) expect(told[group], group).toBeDefined();
  expect(metadataOf(readFileSync(scan)).join()).toMatch(/EXIF.*XMP/);
});

test('no byte of any file that is made of it tells any', () => {
  const kinds = new Set(files.map((file) => file.split('.').at(-1)));
  for (const kind of ['avif', 'jpg', 'json']) expect(kinds).toContain(kind);
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) {
    expect(secretsIn(file), file).toEqual([]);
    const bytes = readFileSync(file);
    for (const words of ['amy', 'Scanner', '8BIM', 'ns.adobe', 'GPSLat'])
      expect(bytes.includes(words), `${file} holds "${words}"`).toBe(false);
  }
});

test('no picture that is made of it has a block for such things', async () => {
  for (const file of files.filter((name) => /\.(jpg|avif)$/.test(name))) {
    expect(metadataOf(readFileSync(file)), file).toEqual([]);
    const { exif, xmp, iptc, comments, orientation } = await sharp(file).metadata();
    expect([exif, xmp, iptc, comments, orientation ?? 1], file).toEqual([undefined, undefined, undefined, undefined, 1]);
    const told = ExifReader.load(readFileSync(file), { expanded: true });
    for (const group of ['exif', 'gps', 'xmp', 'iptc'] as const) expect(told[group], `${file} ${group}`).toBeUndefined();
  }
});

test('the scan itself is in none of the folders', () => {
  const size = statSync(scan).size;
  expect(files.some((file) => statSync(file).size === size)).toBe(false);
  expect(existsSync(scan)).toBe(true);
});
