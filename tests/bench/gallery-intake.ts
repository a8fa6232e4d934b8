/** Intake of scans, one after another, as a person adds them. Words: the folder of scans, then the artworks that they become, in order. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanPicture } from '../../src/gallery/intake/scan.ts';
import { artworkFolder } from '../../src/gallery/records.ts';
import { printCosts } from './own-costs.ts';

const [scans = '', ...ids] = process.argv.slice(2);
for (const [index, name] of readdirSync(scans).sort().entries()) {
  const { bytes } = await cleanPicture(join(scans, name));
  writeFileSync(join(artworkFolder(ids[index]!), 'picture.jpg'), bytes);
}
printCosts();
