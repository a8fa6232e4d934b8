/** From a cleaned picture to the files that visitors see: whole or not at all, and made again only when something changed. */
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { derivativesOf } from '../../src/gallery/derivatives.ts';
import { PictureUnusable } from '../../src/gallery/original.ts';

const root = mkdtempSync(join(tmpdir(), 'derivatives-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let count = 0;

/** A picture whose pixels tell where they are: red grows to the right, green grows downwards. */
async function picture(width: number, height: number): Promise<Buffer> {
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) data.set([Math.round((x / width) * 255), Math.round((y / height) * 255), 90], (y * width + x) * 3);
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 95 })
    .toBuffer();
}

function place(bytes: Uint8Array) {
  count += 1;
  const [folder, cache] = [join(root, `${count}`, 'listen'), join(root, `${count}`, 'cache')];
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'picture.jpg'), bytes);
  return { folder, cache };
}

test('every picture and tile is there, at the size that it says', async () => {
  const { folder, cache } = place(await picture(1537, 1201));
  const made = await derivativesOf(folder, cache);
  expect([made.width, made.height]).toEqual([1537, 1201]);
  for (const { file, width, height, bytes } of made.pictures) {
    const path = join(made.folder, 'pictures', file);
    const found = await sharp(path).metadata();
    expect([found.width, found.height, statSync(path).size], file).toEqual([width, height, bytes]);
  }
  expect(made.pictures.map(({ file }) => file).sort()).toEqual(
    ['full.jpg', ...[400, 800, 1200, 1800].flatMap((width) => [`${width}.avif`, `${width}.jpg`])].sort(),
  );
  const { tiles } = made;
  const wanted = [
    'full/max/0/default.jpg',
    'full/90,/0/default.jpg',
    ...tiles.sizes.map(({ width, height }) => `full/${width},${height}/0/default.jpg`),
  ];
  for (const file of wanted) expect(tiles.files, file).toContain(file);
  const max = await sharp(join(made.folder, 'tiles/full/max/0/default.jpg')).metadata();
  expect([max.width, max.height]).toEqual([tiles.maxWidth, tiles.maxHeight]);
  // The addresses that the standard's own formula asks for: https://iiif.io/api/image/3.0/implementation/#3-tile-region-parameter-calculation
  for (const factor of tiles.scaleFactors) {
    const side = tiles.tileSize * factor;
    if (side >= Math.max(made.width, made.height)) continue;
    for (let x = 0; x < made.width; x += side)
      for (let y = 0; y < made.height; y += side) {
        const [w, h] = [Math.min(side, made.width - x), Math.min(side, made.height - y)];
        const file = `${x},${y},${w},${h}/${Math.ceil(w / factor)},${Math.ceil(h / factor)}/0/default.jpg`;
        expect(tiles.files).toContain(file);
        const { width, height } = await sharp(join(made.folder, 'tiles', file)).metadata();
        expect([width, height], file).toEqual([Math.ceil(w / factor), Math.ceil(h / factor)]);
      }
  }
});

test('a tile shows its own part of the picture', async () => {
  const { folder, cache } = place(await picture(1600, 1200));
  const made = await derivativesOf(folder, cache);
  const { channels } = await sharp(join(made.folder, 'tiles/1024,512,512,512/512,512/0/default.jpg')).stats();
  const [red, green] = channels.map(({ mean }) => mean);
  expect(red).toBeCloseTo(((1024 + 256) / 1600) * 255, -1);
  expect(green).toBeCloseTo(((512 + 256) / 1200) * 255, -1);
});

test('nothing that is published is larger than 4,096 pixels, and small pictures are not made larger', async () => {
  const large = await derivativesOf(
    ...values(
      place(
        await sharp({ create: { width: 5000, height: 2500, channels: 3, background: '#08f' } })
          .jpeg()
          .toBuffer(),
      ),
    ),
  );
  expect([large.width, large.height]).toEqual([4096, 2048]);
  const small = await derivativesOf(...values(place(await picture(1300, 1250))));
  expect(small.pictures.find(({ file }) => file === '1800.jpg')).toMatchObject({ width: 1300, height: 1250 });
});
const values = ({ folder, cache }: { folder: string; cache: string }): [string, string] => [folder, cache];

test('files are kept by what is in the picture: its time does not matter, one changed byte does', async () => {
  const bytes = await picture(1300, 1250);
  const first = place(bytes);
  const made = await derivativesOf(first.folder, first.cache);
  const mark = join(made.folder, 'ok.json');
  const before = statSync(mark).mtimeMs;
  const again = join(root, 'again', 'listen');
  mkdirSync(again, { recursive: true });
  writeFileSync(join(again, 'picture.jpg'), bytes);
  utimesSync(join(again, 'picture.jpg'), 1, 1);
  expect((await derivativesOf(again, first.cache)).folder).toBe(made.folder);
  expect(statSync(mark).mtimeMs).toBe(before);
  const other = join(root, 'other', 'listen');
  mkdirSync(other, { recursive: true });
  writeFileSync(join(other, 'picture.jpg'), await picture(1300, 1251));
  expect((await derivativesOf(other, first.cache)).folder).not.toBe(made.folder);
});

test('a picture that is cut short or damaged is refused by name, and leaves nothing behind', async () => {
  const bytes = await sharp({
    create: { width: 1600, height: 1400, channels: 3, noise: { type: 'gaussian', mean: 128, sigma: 40 }, background: '#fff' },
  })
    .jpeg()
    .toBuffer();
  const damaged = Buffer.from(bytes);
  const middle = Math.floor(bytes.length / 2);
  damaged.fill(0xff, middle, middle + 4000);
  for (const bad of [bytes.subarray(0, middle), bytes.subarray(0, bytes.length - 2048), damaged, Buffer.from('words')]) {
    const { folder, cache } = place(bad);
    const error = await derivativesOf(folder, cache).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(PictureUnusable);
    expect((error as Error).message).toMatch(/^The picture of the artwork listen cannot be read: .+\. Make it again from the scan/);
    expect(globSync('**/*', { cwd: cache })).toEqual([]);
  }
  const { folder, cache } = place(bytes);
  rmSync(join(folder, 'picture.jpg'));
  await expect(derivativesOf(folder, cache)).rejects.toThrow(/The artwork listen has no picture\.jpg/);
});

test('what an interrupted run left is not taken for whole', async () => {
  const { folder, cache } = place(await picture(1300, 1250));
  const made = await derivativesOf(folder, cache);
  expect(existsSync(join(made.folder, 'ok.json'))).toBe(true);
  const { folder: where } = JSON.parse(readFileSync(join(made.folder, 'ok.json'), 'utf8')) as { folder: string };
  rmSync(join(where, 'ok.json'));
  rmSync(join(where, 'tiles'), { recursive: true });
  const second = join(root, 'second', 'listen');
  mkdirSync(second, { recursive: true });
  writeFileSync(join(second, 'picture.jpg'), readFileSync(join(folder, 'picture.jpg')));
  const remade = await derivativesOf(second, cache);
  expect(existsSync(join(remade.folder, 'tiles/full/max/0/default.jpg'))).toBe(true);
});
