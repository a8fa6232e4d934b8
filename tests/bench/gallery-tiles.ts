/** Tiles by libvips of each scan, and nothing else, two scans at a time. Words: folder of scans, folder for tiles, longest side (0: whole). */
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { printCosts } from './own-costs.ts';

const [scans = '', folder = '', longest = '0'] = process.argv.slice(2);
mkdirSync(folder);
sharp.concurrency(1);
const waiting = readdirSync(scans);
const work = async () => {
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const side = Number(longest) || 100_000;
    await sharp(join(scans, name))
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 80 })
      .tile({ size: 512, layout: 'iiif3', id: 'https://example.org' })
      .toFile(join(folder, name.replace('.jpg', '')));
  }
};
await Promise.all([work(), work()]);
printCosts();
