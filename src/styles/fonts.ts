/**
 * Cuts the project's letters out of the font package: `npm run fonts`. Run it when the package changes; its files are kept
 * in git so that a build needs no font tool. Latin is what every page fetches; latin-ext (Polish, Czech, Turkish names …)
 * is a file of its own that a browser fetches only for a page that uses it. `social.ttf` draws the social pictures, and
 * `paper-400` and `paper-700` the PDFs. The other families are fetched by a reader alone who chooses them in the reading help.
 */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import subsetFont from 'subset-font';

const from = (source: string) => readFileSync(`node_modules/${source}.woff2`);
const atkinson = '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next';
const lexend = '@fontsource-variable/lexend/files/lexend';
const andika = '@fontsource/andika/files/andika';
const letters = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join('');
const latin = `${letters(0x20, 0x7e)}\u00a0£€©®°·àâçèéêëîïñôöùûüÀÂÇÈÉÊ–—‘’“”•…→←×÷½¼¾`;

const latinExt = letters(0x100, 0x17f);
const variable = { min: 400, max: 700 };

const cuts = [
  { file: 'latin.woff2', source: `${atkinson}-latin-wght-normal`, text: latin, wght: variable },
  { file: 'latin-ext.woff2', source: `${atkinson}-latin-ext-wght-normal`, text: latinExt, wght: variable },
  { file: 'social.ttf', source: `${atkinson}-latin-wght-normal`, text: latin, wght: 700 },
  // A PDF draws letters of a variable weight stroke by stroke; of a fixed weight it holds them as letters.
  { file: 'paper-400.woff2', source: `${atkinson}-latin-wght-normal`, text: latin, wght: 400 },
  { file: 'paper-700.woff2', source: `${atkinson}-latin-wght-normal`, text: latin, wght: 700 },
  { file: 'lexend.woff2', source: `${lexend}-latin-wght-normal`, text: latin, wght: variable },
  { file: 'lexend-ext.woff2', source: `${lexend}-latin-ext-wght-normal`, text: latinExt, wght: variable },
  { file: 'andika-400.woff2', source: `${andika}-latin-400-normal`, text: latin },
  { file: 'andika-400-ext.woff2', source: `${andika}-latin-ext-400-normal`, text: latinExt },
  { file: 'andika-700.woff2', source: `${andika}-latin-700-normal`, text: latin },
  { file: 'andika-700-ext.woff2', source: `${andika}-latin-ext-700-normal`, text: latinExt },
];

for (const { file, source, text, wght } of cuts) {
  const font = await subsetFont(from(source), text, {
    targetFormat: file.endsWith('.woff2') ? 'woff2' : 'sfnt',
    ...(wght && { variationAxes: { wght } }),
  });
  writeFileSync(`src/styles/fonts/${file}`, font);
  console.log(`src/styles/fonts/${file}: ${font.length} bytes`);
}

// OpenDyslexic is copied as it comes: its licence keeps the name for letters that nobody has changed, and a cut is a change.
for (const weight of [400, 700])
  copyFileSync(
    `node_modules/@fontsource/opendyslexic/files/opendyslexic-latin-${weight}-normal.woff2`,
    `src/styles/fonts/opendyslexic-${weight}.woff2`,
  );
