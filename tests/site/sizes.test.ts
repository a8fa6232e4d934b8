/** One response paints the page, also on a slow phone: what blocks rendering is in the HTML, and the HTML fits the first round trip. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { expect, test } from 'vitest';
import { onEach } from './check.ts';
import { filesLike, pathOf } from './files.ts';
import { allPages } from './pages.ts';

const mostBytes = 14_000;
const mostFontBytes = 30_000;

/** The size of a page over the wire: its compressed twin, which the build makes at quality 11, where it holds the same page. */
function compressedSize(file: string): number {
  const bytes = readFileSync(pathOf(file));
  const twin = `${pathOf(file)}.br`;
  if (existsSync(twin)) {
    const compressed = readFileSync(twin);
    if (brotliDecompressSync(compressed).equals(bytes)) return compressed.length;
  }
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

onEach(allPages, `every page is under ${mostBytes} bytes compressed`, ({ file }, say) => {
  const size = compressedSize(file);
  if (size >= mostBytes) say(`is ${size} bytes compressed. Bring it under ${mostBytes}: shorten its style sheet, or split the page.`);
});

onEach(allPages, 'no file blocks rendering', ({ $ }, say) => {
  for (const link of $('link[rel~=stylesheet]').toArray()) say(`waits for the style sheet "${link.attribs.href}". Inline it.`);
  for (const script of $('script[src]').toArray())
    if (script.attribs.type !== 'module' && !('async' in script.attribs) && !('defer' in script.attribs))
      say(`waits for the script "${script.attribs.src}". Make it a module, or defer it.`);
});

test(`all fonts together are under ${mostFontBytes} bytes`, () => {
  const fonts = filesLike(/\.(woff2?|ttf|otf)$/).map((file) => ({ file, bytes: statSync(pathOf(file)).size }));
  const total = fonts.reduce((sum, { bytes }) => sum + bytes, 0);
  expect(total, `${fonts.map(({ file, bytes }) => `${file} ${bytes}`).join(', ')}: cut the letters that no page uses`).toBeLessThan(
    mostFontBytes,
  );
});

onEach(allPages, 'text shows before its font has come', ({ $ }, say) => {
  for (const [face] of $('style')
    .text()
    .matchAll(/@font-face\s*\{[^}]*url\([^}]*\}/g))
    if (!/font-display:\s*(swap|optional|fallback)/.test(face)) say('has a font without font-display: swap.');
});
