/**
 * Cuts the project's letters out of the font package: `npm run fonts`. Run it when the package changes; its files are kept
 * in git so that a build needs no font tool. Latin is what every page fetches; latin-ext (Polish, Czech, Turkish names …)
 * is a file of its own that a browser fetches only for a page that uses it. `social.ttf` draws the social pictures.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import subsetFont from 'subset-font';

const from = (name: string) =>
  readFileSync(`node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${name}.woff2`);
const letters = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join('');
const latin = `${letters(0x20, 0x7e)}\u00a0£€©®°·àâçèéêëîïñôöùûüÀÂÇÈÉÊ–—‘’“”•…→←×÷½¼¾`;

const cuts = [
  { file: 'latin.woff2', source: 'latin-wght-normal', text: latin, targetFormat: 'woff2', wght: { min: 400, max: 700 } },
  {
    file: 'latin-ext.woff2',
    source: 'latin-ext-wght-normal',
    text: letters(0x100, 0x17f),
    targetFormat: 'woff2',
    wght: { min: 400, max: 700 },
  },
  { file: 'social.ttf', source: 'latin-wght-normal', text: latin, targetFormat: 'sfnt', wght: 700 },
] as const;

for (const { file, source, text, targetFormat, wght } of cuts) {
  const font = await subsetFont(from(source), text, { targetFormat, variationAxes: { wght } });
  writeFileSync(`src/styles/fonts/${file}`, font);
  console.log(`src/styles/fonts/${file}: ${font.length} bytes`);
}
