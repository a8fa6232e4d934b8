/** Glossary words and artworks: their words in both readings, what they point at, and that a picture can be read. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { easyReadFindings, sentencesOf, standardFindings, type Finding } from '../easy-read/wording.ts';
import type { Artwork } from '../gallery/artwork.schema.ts';
import { derivativesOf } from '../gallery/derivatives.ts';
import type { Word } from '../words/word.schema.ts';
import type { Library } from './library.ts';
import { checkCitations, checkPicture } from './references.ts';

function checkTexts({ report }: Library, file: string, texts: (string | undefined)[], findings: (sentence: string) => Finding[]) {
  for (const sentence of texts.flatMap((text) => sentencesOf(text ?? '')))
    for (const { words, mend } of findings(sentence)) report(file, `"${words}" ${mend}`);
}

export function checkWord(library: Library, file: string, word: Word) {
  checkPicture(library, file, word.picture);
  checkCitations(library, file, word.sources);
  if (sentencesOf(word.easyMeaning).length !== 1) library.report(file, 'has an "easyMeaning" of more than one sentence. Write one.');
  const known = [...library.names, word.word, ...word.otherNames];
  checkTexts(library, file, [word.easyMeaning, word.easyExample], (sentence) => easyReadFindings(sentence, known));
  checkTexts(library, file, [word.meaning, word.example], standardFindings);
}

export async function checkArtwork(library: Library, id: string, artwork: Artwork) {
  const { dir, topics, names, report } = library;
  const file = `gallery/${id}/artwork.yaml`;
  const picture = join(dir, 'gallery', id, artwork.picture);
  if (!existsSync(picture)) report(file, `names the picture "${artwork.picture}", which is not beside it. Put it there, or mend the name.`);
  else
    await derivativesOf(picture).catch((error: Error) =>
      report(file, `names the picture "${artwork.picture}", which ${whyUnreadable(error)}`),
    );
  if (!topics.has(`pledge/${artwork.value}`))
    report(file, `names the value "${artwork.value}", and there is no content/pledge/${artwork.value}/.`);
  if (!artwork.standIn && !artwork.consent)
    report(
      file,
      'has no consent record. An artwork is shown only with the family\'s written consent: fill in "consent", or take the artwork away.',
    );
  checkCitations(library, file, artwork.sources);
  for (const idea of artwork.easyDescription) checkPicture(library, file, idea.picture);
  const easy = [artwork.easyAlt, artwork.easyQuestion, ...artwork.easyDescription.map(({ words }) => words)];
  checkTexts(library, file, easy, (sentence) => easyReadFindings(sentence, [...names, artwork.title]));
  checkTexts(library, file, [...artwork.description, artwork.question], standardFindings);
}

function whyUnreadable(error: Error): string {
  const reason = ((error.cause as Error | undefined) ?? error).message.split('\n')[0];
  return `cannot be read as a picture: ${reason}. Save it again as PNG, JPEG or SVG.`;
}
