/**
 * Letters for certificates, badges and posters, which are drawn without a browser. The family of the site comes first;
 * what it lacks (Cyrillic, Greek, Vietnamese, Hebrew, Arabic …) is taken from Noto Sans. `npm run fonts` makes the files.
 */
import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';

export type Weight = 400 | 700;

export interface Face {
  /** The file's name, by which a PDF keeps it. */
  name: string;
  file: Buffer;
  font: Font;
  /**
   * How the font is asked to set its letters. Without `ccmp` a letter like the Vietnamese ọ stays one sign, so that it can be
   * copied out of a PDF; the scripts of Noto Sans that join their letters need it.
   */
  features: Record<string, boolean>;
}

const others = ['more', 'vietnamese', 'cyrillic', 'greek', 'hebrew', 'arabic'].map((script) => `letters-700-${script}`);
const names: Record<Weight, string[]> = {
  400: ['letters-400', 'letters-400-ext', ...others],
  700: ['letters-700', 'letters-700-ext', ...others],
};
const opened = new Map<string, Face>();

function faceOf(name: string): Face {
  const known = opened.get(name);
  if (known) return known;
  const file = readFileSync(`src/styles/fonts/${name}.woff`);
  const face = { name, file, font: create(file), features: /arabic|hebrew/.test(name) ? {} : { ccmp: false } };
  opened.set(name, face);
  return face;
}

const graphemes = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });
/** Joiners and variation selectors say how a neighbour looks; a face that does not know them does without. */
const unseen = /[\u200c\u200d\ufe00-\ufe0f]/gu;
const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u20e3/u;

/** @returns what a reader counts as one letter, with its accents */
export const lettersOf = (text: string): string[] => [...graphemes.segment(text)].map(({ segment }) => segment);

const has = (face: Face, letter: string) => [...letter].every((character) => face.font.hasGlyphForCodePoint(character.codePointAt(0)!));

/** @returns the first face that has the whole letter, and the letter as that face writes it; undefined when none has */
export function faceFor(letter: string, weight: Weight): { face: Face; letter: string } | undefined {
  for (const wanted of new Set([letter, letter.replace(unseen, '')]))
    for (const name of wanted ? names[weight] : []) {
      const face = faceOf(name);
      if (has(face, wanted)) return { face, letter: wanted };
    }
  return undefined;
}

/**
 * Makes a text ready to be drawn. Emoji are left out: a name is whole without them. No other letter is left out in silence.
 * @param text any text, also one with line breaks and control characters
 * @returns the text that can be drawn, and whether every letter of it can; when not, a name is better written by hand
 */
export function drawable(text: string, weight: Weight = 700): { text: string; whole: boolean } {
  let whole = true;
  const kept = lettersOf(text.toWellFormed().normalize('NFC').replace(/\s+/gu, ' ')).filter((letter) => {
    if (faceFor(letter, weight)) return !/^\p{Cc}$/u.test(letter);
    if (!emoji.test(letter) && !/^[\p{Cc}\p{Cf}\ufe00-\ufe0f]+$/u.test(letter)) whole = false;
    return false;
  });
  const drawn = kept.join('').replace(/ +/g, ' ').trim();
  return { text: drawn, whole: whole && /[\p{L}\p{N}]/u.test(drawn) };
}
