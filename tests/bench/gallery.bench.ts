/**
 * From ten scans of 48 megapixels to everything that is published of them, beside the limit: the same scans cut into tiles by libvips and
 * nothing else. Each step is a process of its own, so that its time and its greatest memory are its own.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import sharp from 'sharp';

const project = resolve(import.meta.dirname, '../..');
const root = mkdtempSync(join(tmpdir(), 'gallery-bench-'));
process.once('exit', () => rmSync(root, { recursive: true, force: true }));
const content = join(root, 'content');
const cache = join(root, 'cache');
const [width, height] = [6000, 8000];

/** Paper with crayon on it: strokes, and the noise of a scanner. @param seed another picture for each */
async function makeScan(seed: number, file: string): Promise<void> {
  let random = seed * 9973 + 1;
  const next = (most: number) => (random = (random * 48271) % 2147483647) % most;
  const strokes = Array.from({ length: 400 }, () => {
    const [x, y] = [next(width), next(height)];
    return `<path d="M${x} ${y}q${next(900) - 450} ${next(900) - 450} ${next(1600) - 800} ${next(1600) - 800}" stroke="hsl(${next(360)} 80% 50%)" stroke-width="${20 + next(90)}" fill="none" stroke-linecap="round"/>`;
  });
  const noise = {
    create: { width: width / 2, height: height / 2, channels: 3, background: '#fff', noise: { type: 'gaussian', mean: 128, sigma: 26 } },
  } as const;
  const grain = await sharp(noise).resize(width, height, { kernel: 'nearest' }).png({ compressionLevel: 1 }).toBuffer();
  const svg = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#f7f2e6"/>${strokes.join('')}</svg>`,
  );
  await sharp(svg, { limitInputPixels: false, unlimited: true })
    .composite([{ input: grain, blend: 'soft-light' }])
    .flatten()
    .jpeg({ quality: 92 })
    .toFile(file);
}

/** Runs a file of this folder in a process of its own. @returns seconds by the clock, seconds of processor, and the greatest memory in MB */
function measured(file: string, ...words: string[]): { wall: number; cpu: number; memory: number } {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, file), ...words], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: content, TODAY: '2026-11-24' },
  });
  const wall = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`${file} ended with ${status}: ${stderr}`);
  const { cpu, memory } = JSON.parse(stdout.trim().split('\n').at(-1)!) as { cpu: number; memory: number };
  return { wall, cpu, memory };
}

const filesIn = (folder: string) =>
  globSync('**/*', { cwd: folder })
    .map((file) => join(folder, file))
    .filter((path) => statSync(path).isFile());
const line = (what: string, { wall, cpu, memory }: { wall: number; cpu: number; memory: number }, more = '') =>
  console.log(
    `${what.padEnd(46)} ${wall.toFixed(1).padStart(6)} s ${cpu.toFixed(1).padStart(6)} CPU s ${String(Math.round(memory)).padStart(6)} MB${more}`,
  );

console.log('Ten scans of 6000 × 8000 pixels are being drawn; this is not measured.');
cpSync(join(project, 'content'), content, { recursive: true });
const artworks = readdirSync(join(content, 'gallery')).filter((name) => existsSync(join(content, 'gallery', name, 'artwork.yaml')));
const scans = join(root, 'scans');
mkdirSync(scans);
const ids = Array.from({ length: 10 }, (_, index) => artworks[index % artworks.length]!);
for (const [index] of ids.entries()) await makeScan(index + 1, join(scans, `${index}.jpg`));
for (const id of new Set(ids)) rmSync(join(content, 'gallery', id, 'picture.jpg'));

line('intake of ten scans', measured('gallery-intake.ts', scans, ...ids));
const cold = measured('gallery-prepare.ts', cache);
const made = filesIn(cache);
const megabytes = made.reduce((sum, path) => sum + statSync(path).size, 0) / 1e6;
line('all files, cold', cold, `, ${made.length} files, ${megabytes.toFixed(1)} MB`);
line('nothing changed', measured('gallery-prepare.ts', cache));
const one = join(content, 'gallery', ids[0]!, 'picture.jpg');
writeFileSync(one, await sharp(readFileSync(one)).negate().jpeg({ quality: 90 }).toBuffer());
line('one artwork changed', measured('gallery-prepare.ts', cache));
const tiles = measured('gallery-tiles.ts', scans, join(root, 'tiles'), '4096');
line('the limit: libvips dzsave, capped at 4096', tiles, `, ${filesIn(join(root, 'tiles')).length} files`);
line('the limit: libvips dzsave, whole scans', measured('gallery-tiles.ts', scans, join(root, 'whole'), '0'));
console.log(`All files take ${(cold.cpu / tiles.cpu).toFixed(1)} times the processor of tiles alone.`);
