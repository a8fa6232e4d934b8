/** Glossary words and artworks: their words in both readings, what they point at, and that a picture can be read. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { initialsIn } from '../easy-read/abbreviations.ts';
import { sentencesOf } from '../easy-read/sentences.ts';
import type { Artwork } from '../gallery/artwork.schema.ts';
import { mustBeReadable } from '../gallery/derivatives.ts';
import type { Word } from '../words/word.schema.ts';
import type { Library } from './library.ts';
import { checkCitations, checkPicture } from './references.ts';
import { checkTexts, type TextAt } from './texts.ts';

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

export async function checkArtwork(library: Library, id: string, artwork: Artwork) {
  const { dir, topics, names, report, lineOf } = library;
  const file = `gallery/${id}/artwork.yaml`;
  const path = join(dir, 'gallery', id, artwork.picture);
  if (!existsSync(path))
    report(
      file,
      `names the picture "${artwork.picture}", which is not beside it. Put it there, or mend the name.`,
      lineOf(file, 'picture'),
    );
  else
    await mustBeReadable(path).catch((error: Error) =>
      report(file, `names the picture "${artwork.picture}", which ${whyUnreadable(error)}`, lineOf(file, 'picture')),
    );
  // The form and the list of who signed stand beside the values.
  if (!topics.has(`pledge/${artwork.value}`) || ['sign', 'signed'].includes(artwork.value))
    report(file, `names the value "${artwork.value}", and there is no content/pledge/${artwork.value}/.`, lineOf(file, 'value'));
  if (!artwork.standIn && !artwork.consent)
    report(
      file,
      'has no consent record. An artwork is shown only with the family\'s written consent: fill in "consent", or take the artwork away.',
      lineOf(file, 'consent'),
    );
  checkCitations(library, file, artwork.sources);
  const ideas = artwork.easyDescription;
  ideas.forEach(({ picture }, index) => checkPicture(library, file, picture, lineOf(file, 'easyDescription', index, 'picture')));
  const easy: TextAt[] = [
    [['easyAlt'], artwork.easyAlt],
    [['easyQuestion'], artwork.easyQuestion],
    ...ideas.map(({ words }, index) => [['easyDescription', index, 'words'], words] as const),
  ];
  checkTexts(library, file, 'easy-read', easy, [...names, artwork.title]);
  const description = artwork.description.map((text, index) => [['description', index], text] as const);
  const standard: TextAt[] = [[['title'], artwork.title], [['alt'], artwork.alt], ...description, [['question'], artwork.question]];
  checkTexts(library, file, 'standard', standard, names);
}

function whyUnreadable(error: Error): string {
  const reason = ((error.cause as Error | undefined) ?? error).message.split('\n')[0];
  return `cannot be read as a picture: ${reason}. Save it again as PNG, JPEG or SVG.`;
}
