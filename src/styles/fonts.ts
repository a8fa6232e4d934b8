/**
 * Cuts the project's letters out of the font package: `npm run fonts`. Run it when the package changes; its files are kept
 * in git so that a build needs no font tool. Latin is what every page fetches; latin-ext (Polish, Czech, Turkish names …)
 * is a file of its own that a browser fetches only for a page that uses it. `social.ttf` draws the social pictures, and
 * `paper-400` and `paper-700` the PDFs. The other families are fetched by a reader alone who chooses them in the reading help.
 * `letters-*` write names on certificates and badges: all that the family has, and Noto Sans for the scripts that it has not.
 */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import subsetFont from 'subset-font';

const from = (source: string) => readFileSync(`node_modules/${source}.woff2`);
const atkinson = '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next';
const lexend = '@fontsource-variable/lexend/files/lexend';
const andika = '@fontsource/andika/files/andika';
const noto = (script: string, family = 'noto-sans') => `@fontsource/${family}/files/${family}-${script}-700-normal`;
const letters = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join('');
const latin = `${letters(0x20, 0x7e)}\u00a0£€©®°·àâçèéêëîïñôöùûüÀÂÇÈÉÊ–—‘’“”•…→←×÷½¼¾`;

const latinExt = letters(0x100, 0x17f);
const latinName = `${letters(0x20, 0xff)}ıŒœ–—‘’‚“”„•…‹›€™`;
const latinExtName = `${letters(0x100, 0x17f)}ȘșȚțẀẁẂẃẄẅẞỲỳ`;
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
  // As woff: the maker of the certificates cannot put letters like é from a woff2 into a PDF.
  { file: 'letters-400.woff', source: `${atkinson}-latin-wght-normal`, text: latinName, wght: 400 },
  { file: 'letters-400-ext.woff', source: `${atkinson}-latin-ext-wght-normal`, text: latinExtName, wght: 400 },
  { file: 'letters-700.woff', source: `${atkinson}-latin-wght-normal`, text: latinName, wght: 700 },
  { file: 'letters-700-ext.woff', source: `${atkinson}-latin-ext-wght-normal`, text: latinExtName, wght: 700 },
  {
    file: 'letters-700-more.woff',
    source: noto('latin-ext'),
    text: ` ${letters(0x100, 0x24f)}${letters(0x300, 0x329)}${letters(0x1e00, 0x1eff)}`,
  },
  {
    file: 'letters-700-vietnamese.woff',
    source: noto('vietnamese'),
    text: ` ${letters(0x100, 0x1b0)}${letters(0x300, 0x329)}${letters(0x1ea0, 0x1ef9)}`,
  },
  { file: 'letters-700-cyrillic.woff', source: noto('cyrillic'), text: ` ${letters(0x300, 0x308)}${letters(0x400, 0x4b1)}№` },
  { file: 'letters-700-greek.woff', source: noto('greek'), text: ` ${letters(0x37a, 0x3ce)}` },
  { file: 'letters-700-hebrew.woff', source: noto('hebrew', 'noto-sans-hebrew'), text: ` -${letters(0x591, 0x5f4)}` },
  // Without the figures 06F0 to 06F9, which the program that sets the letters would turn round.
  {
    file: 'letters-700-arabic.woff',
    source: noto('arabic', 'noto-sans-arabic'),
    text: ` ${letters(0x600, 0x6ef)}${letters(0x6fa, 0x6ff)}\u200c\u200d`,
  },
];

for (const { file, source, text, wght } of cuts) {
  const font = await subsetFont(from(source), text, {
    targetFormat: file.endsWith('.woff2') ? 'woff2' : file.endsWith('.woff') ? 'woff' : 'sfnt',
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
