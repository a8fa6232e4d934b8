/** Glossary words: their meaning in both readings, and what they point at. */
import { initialsIn } from '../easy-read/abbreviations.ts';
import { sentencesOf } from '../easy-read/sentences.ts';
import type { Word } from '../words/word.schema.ts';
import type { Library } from './library.ts';
import { checkCitations, checkPicture } from './references.ts';
import { checkTexts } from './texts.ts';

export function checkWord(library: Library, file: string, word: Word) {
  const { names, report, lineOf } = library;
  checkPicture(library, file, word.picture, lineOf(file, 'picture'));
  checkCitations(library, file, word.sources);
  if (sentencesOf(word.easyMeaning).length !== 1)
    report(file, 'has an "easyMeaning" of more than one sentence. Write one.', lineOf(file, 'easyMeaning'));
  const texts = (...fields: ('word' | 'meaning' | 'example' | 'easyMeaning' | 'easyExample')[]) =>
    fields.map((field) => [[field], word[field]] as const);
  const known = [...names, word.word, ...word.otherNames];
  checkTexts(library, file, 'easy-read', texts('easyMeaning', 'easyExample'), known);
  // Another name with initials in it, as "EHC review", explains its initials to nobody.
  const clear = known.filter((name) => name === word.word || !name.includes(' ') || initialsIn(name).length === 0);
  checkTexts(library, file, 'standard', texts('word', 'meaning', 'example'), clear);
}
