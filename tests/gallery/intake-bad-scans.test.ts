/** A file that is no good scan gets one plain sentence, and leaves nothing behind. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { runCommand } from '../../src/gallery/intake/command.ts';
import { masterProblems } from '../../src/gallery/intake/master-check.ts';
import { ownContent, paper, today, yamlOf } from './scans.ts';

const { root, dir, remove } = ownContent();
afterAll(remove);
const record = join(root, 'record.yaml');
writeFileSync(record, yamlOf());

/** Tries to add a file, with a record that is right. @returns what the person reads */
async function tried(name: string, bytes: Uint8Array | string): Promise<{ code: number; words: string }> {
  const scans = join(root, 'scans');
  mkdirSync(scans, { recursive: true });
  writeFileSync(join(scans, name), bytes);
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const around = { dir, today, checkWords: async () => [], forgetPaper: () => {}, say, complain: say };
  const code = await runCommand(['add', join(scans, name), '--record', record], around);
  return { code, words: lines.join('\n') };
}

async function refused(name: string, bytes: Uint8Array | string, sentence: RegExp) {
  const { code, words } = await tried(name, bytes);
  expect(words).toMatch(sentence);
  expect(code).toBe(1);
  expect(words, 'one line, with the name of the file, and no talk of the program').toMatch(
    new RegExp(`^[^\\n]*${name.replace('.', '\\.')}[^\\n]*$`),
  );
  expect(words).not.toMatch(/\bat .+:\d+|Vips|libvips|undefined/);
  expect(readdirSync(join(dir, 'gallery'))).toEqual([]);
}

/** A PNG whose pixels are all of one colour, as small as it can be: a bomb is small on disk and large in memory. */
function flatPng(side: number): Buffer {
  const crcs = Array.from({ length: 256 }, (_, index) => {
    let crc = index;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
    return crc >>> 0;
  });
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    let crc = 0xffffffff;
    for (const byte of body) crc = crcs[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE((crc ^ 0xffffffff) >>> 0);
    return Buffer.concat([length, body, check]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  // One bit a pixel, grey.
  head[8] = 1;
  const rows = deflateSync(Buffer.alloc((Math.ceil(side / 8) + 1) * side), { level: 9 });
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Pixels that no program can make small, so that a cut or a scratch hits them. */
async function grain(format: 'jpeg' | 'png' | 'tiff' | 'webp'): Promise<Buffer> {
  const data = Buffer.alloc(1600 * 1200 * 3);
  for (let at = 0, seed = 1; at < data.length; at += 1) data[at] = (seed = (seed * 1103515245 + 12345) & 0x7fffffff) >> 16;
  return sharp(data, { raw: { width: 1600, height: 1200, channels: 3 } })
    .toFormat(format)
    .toBuffer();
}

test.each(['jpeg', 'png', 'tiff', 'webp'] as const)('the %s that the bad ones are made of is good', async (format) => {
  const { code, words } = await tried(`good.${format}`, await grain(format));
  const folder = join(dir, 'gallery', 'listen');
  const found = existsSync(folder) ? readdirSync(folder).sort() : [];
  const problems = await masterProblems(readFileSync(join(folder, 'picture.jpg')));
  rmSync(folder, { recursive: true });
  expect(words).toMatch(/Added the artwork listen/);
  expect([code, found, problems]).toEqual([0, ['artwork.yaml', 'picture.jpg'], []]);
});

test.each(['jpeg', 'png', 'tiff', 'webp'] as const)('a %s that was cut short, or scratched in its middle', async (format) => {
  const whole = await grain(format);
  const damaged = /is damaged, or was not saved or copied to its end. Scan or copy it again/;
  await refused(`half.${format}`, whole.subarray(0, whole.length / 2), damaged);
  await refused(`almost.${format}`, whole.subarray(0, whole.length - 2048), damaged);
  await refused(`head.${format}`, whole.subarray(0, 64), damaged);
});

test('a JPEG and a PNG that are damaged in their middle', async () => {
  for (const format of ['jpeg', 'png'] as const) {
    const bytes = Buffer.from(await grain(format));
    // A marker in the middle of the pixels, as a broken disk or a bad copy leaves it.
    const middle = Math.floor(bytes.length / 2);
    bytes.fill(0xff, middle, middle + 400);
    bytes.fill(0xd4, middle + 100, middle + 200);
    await refused(`scratch.${format}`, bytes, /is damaged/);
  }
});

test('files that are no pictures, whatever they call themselves', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="2000"><image href="secret.png" width="2000" height="2000"/></svg>';
  for (const name of ['drawing.jpg', 'drawing.png', 'drawing.svg'])
    await refused(name, svg, /is a drawing \(SVG\), not a scan. Save or scan it as TIFF, PNG or JPEG/);
  await refused('xml.tif', `<?xml version="1.0"?>\n${' '.repeat(300)}${svg}`, /is a drawing \(SVG\)/);
  await refused('page.jpg', '<!DOCTYPE html><html><body>Not found</body></html>', /is a page of the web/);
  await refused('paper.tif', '%PDF-1.7\n%âãÏÓ\n', /is a PDF document/);
  await refused('old.jpg', Buffer.concat([Buffer.from('BM'), Buffer.alloc(4000)]), /is a BMP picture/);
  await refused('moving.gif', Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(100)]), /is a GIF picture/);
  await refused(
    'phone.heic',
    Buffer.concat([Buffer.from('\0\0\0\x18ftypheic', 'latin1'), Buffer.alloc(100)]),
    /is a HEIC or AVIF picture, as phones make them/,
  );
  await refused('letter.jpg', Buffer.from('PK\x03\x04word', 'latin1'), /is a ZIP file or an office document/);
  await refused('notes.png', 'These are notes.', /is no picture that we can read/);
  await refused('empty.tif', '', /is empty. Scan or copy it again/);
});

test('a bomb is refused before it is opened', async () => {
  const before = process.memoryUsage().rss;
  await refused('bomb.png', flatPng(60_000), /is 60000 × 60000 pixels, which is more than 150 million/);
  await refused('large.png', flatPng(16_000), /is 16000 × 16000 pixels, which is more than 150 million/);
  // The bombs themselves are made here, row by row: 450 MB of it is this test's own.
  expect(process.memoryUsage().rss - before).toBeLessThan(900 * 1024 * 1024);
});

test('a picture that is too small, or has a strange shape', async () => {
  await refused(
    'small.jpg',
    await paper(1600, 1100).jpeg().toBuffer(),
    /is 1600 × 1100 pixels, too small to show well. Each side needs at least 1200/,
  );
  await refused(
    'strip.png',
    await paper(13_000, 1200).png().toBuffer(),
    /is 13000 × 1200 pixels: one side is more than 10 times the other/,
  );
});

test('a file that is not there, or is a folder', async () => {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const around = { dir, today, checkWords: async () => [], forgetPaper: () => {}, say, complain: say };
  expect(await runCommand(['add', join(root, 'nowhere.tif'), '--record', record], around)).toBe(1);
  expect(await runCommand(['add', root, '--record', record], around)).toBe(1);
  expect(lines.join('\n')).toMatch(/There is no file .*nowhere.tif[^]*is a folder. Name the file of one scan/);
});
