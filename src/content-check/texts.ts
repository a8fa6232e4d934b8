/** Texts by the wording rules of their reading. */
import { unexplainedInitials } from '../easy-read/abbreviations.ts';
import { easyReadFindings } from '../easy-read/easy-read-rules.ts';
import { placedSentences } from '../easy-read/sentences.ts';
import { standardFindings } from '../easy-read/standard-rules.ts';
import type { Reading } from '../readings/reading.ts';
import { tellFinding } from './findings.ts';
import type { Library } from './library.ts';
import type { Passage } from './passages.ts';

/** Where a text stands in its file, and the text; none where an optional field is left out. */
export type TextAt = readonly [path: readonly PropertyKey[], text: string | undefined];

/**
 * Holds sentences to the rules that are quick enough for every build, and keeps them for the slower ones.
 * @param page all sentences of the page, in which initials may be written out
 */
export function checkPassages(library: Library, passages: readonly Passage[], page: readonly string[]) {
  // Without the names of the place, every one of them would be told of as a hard word.
  if (!library.offer) return;
  const { lists } = library;
  library.passages.push(...passages);
  for (const { file, line, reading, text, known } of passages) {
    const found = reading === 'easy-read' ? easyReadFindings(text, known, lists) : standardFindings(text, lists);
    if (reading === 'standard')
      for (const words of new Set(unexplainedInitials(text, known, page, lists)))
        found.push({
          rule: 'abbreviation',
          words,
          mend: 'is not explained on this page. Write the words in full, or link its page in the word list.',
        });
    for (const finding of found) tellFinding(library, file, finding, line);
  }
}

/**
 * Texts of a YAML file.
 * @param known names and words that need no explanation here
 */
export function checkTexts(library: Library, file: string, reading: Reading, texts: readonly TextAt[], known: readonly string[] = []) {
  const passages = texts.flatMap(([path, text]) => {
    const line = library.lineOf(file, ...path);
    return placedSentences({ line: 1, text: text ?? '' }).map((sentence) => ({ file, line, reading, text: sentence.text, known }));
  });
  checkPassages(
    library,
    passages,
    passages.map(({ text }) => text),
  );
}
