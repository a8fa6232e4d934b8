/** Artworks: their words in both readings, what the family agreed to, and that the files beside the record are what they should be. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Artwork } from '../gallery/artwork.schema.ts';
import { mayReuse } from '../gallery/consent.ts';
import { masterProblems } from '../gallery/intake/master-check.ts';
import { notOnlyLines } from '../gallery/print/colouring.ts';
import type { Library } from './library.ts';
import { notOnlyAPicture } from './pictures.ts';
import { checkCitations, checkPicture } from './references.ts';
import { checkTexts, type TextAt } from './texts.ts';

export async function checkArtwork(library: Library, id: string, artwork: Artwork): Promise<void> {
  const { topics, names, report, lineOf } = library;
  const file = `gallery/${id}/artwork.yaml`;
  await checkFiles(library, id, artwork);
  checkConsent(library, file, artwork);
  // The form and the list of who signed stand beside the values.
  if (!topics.has(`pledge/${artwork.value}`) || ['sign', 'signed'].includes(artwork.value))
    report(file, `names the value "${artwork.value}", and there is no content/pledge/${artwork.value}/.`, lineOf(file, 'value'));
  checkWritten(library, file, artwork);
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

/** What is beside the record: the cleaned picture, a recording, a sheet to colour in. */
async function checkFiles({ dir, report, lineOf }: Library, id: string, artwork: Artwork): Promise<void> {
  const file = `gallery/${id}/artwork.yaml`;
  for (const field of ['picture', 'audio', 'colouring'] as const) {
    const name = artwork[field];
    if (name === undefined) continue;
    const path = join(dir, 'gallery', id, name);
    const say = (problem: string) => report(file, `names the ${field} "${name}", which ${problem}`, lineOf(file, field));
    if (!existsSync(path)) say('is not beside it. Put it there, or mend the name.');
    else if (field === 'picture') (await masterProblems(readFileSync(path))).forEach(say);
    else if (field === 'colouring' && [notOnlyAPicture, notOnlyLines].some((pattern) => pattern.test(readFileSync(path, 'utf8'))))
      say(
        'holds more than lines: a script, a link, words, or notes of the drawing program, which may hold a name. Save it as "plain" or "optimised" SVG.',
      );
  }
}

function checkConsent({ report, lineOf }: Library, file: string, artwork: Artwork): void {
  const { standIn, consent, licence } = artwork;
  const at = lineOf(file, 'consent');
  if (!standIn && !consent)
    report(
      file,
      'has no consent record. An artwork is shown only with the family\'s written consent: fill in "consent", or take the artwork away.',
      at,
    );
  const scope = consent?.scope ?? [];
  if (scope.length > 0 && !scope.includes('site'))
    report(file, 'has a consent for other uses and not for "site". Add site to "scope", or take the artwork away.', at);
  if (consent && consent.reviewBy <= consent.givenOn)
    report(
      file,
      'has a consent that ends before it begins. Write a "reviewBy" that is later than "givenOn".',
      lineOf(file, 'consent', 'reviewBy'),
    );
  if (licence && !mayReuse(artwork))
    report(
      file,
      'gives a licence to others, and the family did not agree to "reuse". Take "licence" out, or ask the family.',
      lineOf(file, 'licence'),
    );
}

/** Words on a poster are content: who cannot see them reads them in the description. */
function checkWritten({ report, lineOf }: Library, file: string, { written, description }: Artwork): void {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const said = ` ${plain(description.join(' '))} `;
  written.forEach((words, index) => {
    if (!said.includes(` ${plain(words)} `))
      report(
        file,
        `says that "${words}" is written on it, and the description does not say so. Write these words into "description".`,
        lineOf(file, 'written', index),
      );
  });
}
