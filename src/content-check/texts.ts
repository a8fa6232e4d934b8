/** Texts of YAML files by the wording rules of their reading. */
import { easyReadFindings, sentencesOf, standardFindings } from '../easy-read/wording.ts';
import type { Reading } from '../readings/reading.ts';
import type { Library } from './library.ts';

/** Where a text stands in its file, and the text; none where an optional field is left out. */
export type PlacedText = readonly [path: readonly PropertyKey[], text: string | undefined];

/** @param known names and words that need no explanation here; only easy read asks */
export function checkTexts(library: Library, file: string, reading: Reading, texts: readonly PlacedText[], known: readonly string[] = []) {
  // Without the names of the place, every one of them would be told of as a hard word.
  if (!library.offer) return;
  for (const [path, text] of texts)
    for (const sentence of sentencesOf(text ?? ''))
      for (const { words, mend } of reading === 'easy-read' ? easyReadFindings(sentence, known) : standardFindings(sentence))
        library.report(file, `"${words}" ${mend}`, library.lineOf(file, ...path));
}
