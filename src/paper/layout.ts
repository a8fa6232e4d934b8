/** How a built page is laid out on paper: what is taken out of it and put into it before the browser prints it. A change here makes all PDFs anew. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Tagged, so that a screen reader finds the headings, and with an outline, which readers show as bookmarks. The size and the page
 * numbers come from src/styles/print.css, so that a page printed by hand looks the same.
 */
export const pdfOptions = { tagged: true, outline: true, preferCSSPageSize: true } as const;

const weights = [400, 700];

const letters = weights.map((weight) =>
  readFileSync(join(import.meta.dirname, `../styles/fonts/paper-${weight}.woff2`)).toString('base64'),
);

/**
 * A face of the page's letters, in fixed weights: a PDF draws variable ones stroke by stroke, which is larger and less sharp.
 * The face for rarer letters keeps its file, but must be split too: the browser would take it alone for all of a weight.
 */
const inFixedWeights = (face: string) =>
  weights
    .map((weight, index) => {
      const fixed = face.replace(/font-weight:[^;}]*/, `font-weight:${weight}`);
      return /U\+0-FF\b/.test(face) ? fixed.replace(/url\([^)]*\)/, `url(data:font/woff2;base64,${letters[index]})`) : fixed;
    })
    .join('');

/**
 * A page as it goes to the printer: no scripts, letters and pictures there at once, and artworks as JPEG, which a PDF
 * can hold as it is; an artwork that may not be printed is left out, and its words stay.
 * @param html the built page
 */
export function forPaper(html: string): string {
  const [, family] = /@font-face\s*\{font-family:("[^"]+");[^}]*U\+0-FF\b/.exec(html) ?? [];
  return (
    html
      .replace(/<script\b[\s\S]*?<\/script>/g, '')
      // What a family did not agree to print.
      .replace(/<picture\b[^>]*\bdata-no-paper\b[\s\S]*?<\/picture>/g, '')
      .replace(/<source\b[^>]*>/g, '')
      .replace(/\sloading="lazy"/g, '')
      .replace(/\sdecoding="async"/g, '')
      .replace(/@font-face\s*\{[^}]*\}/g, (face) => (family && face.includes(`${family};`) ? inFixedWeights(face) : face))
      .replace(/font-display:\s*optional/g, 'font-display:block')
  );
}
