/** Checks all of `content/`, so that an author reads one plain list of what to mend. */
import { join, relative } from 'node:path';
import { checkAddresses } from './addresses.ts';
import { checkNames } from './file-names.ts';
import { checkFormWords } from './form-words.ts';
import { readLibrary, type Library, type Problem } from './library.ts';
import { checkLocalOffer } from './local-offer.ts';
import { checkOfferWords } from './local-offer-words.ts';
import { checkLetters } from './letters.ts';
import { checkPictures } from './pictures.ts';
import { checkPictureIdeas } from './picture-ideas.ts';
import { checkProgress } from './progress.ts';
import { checkTopics } from './topics.ts';
import { checkTwinFacts } from './twin-facts.ts';
import { checkArtwork } from './artworks.ts';
import { checkWord } from './glossary-words.ts';

export type { Problem };

/**
 * @param dir the content folder
 * @returns all that an author must mend; empty when all is well
 */
export const checkContent = async (dir: string): Promise<Problem[]> => (await checkedLibrary(dir)).problems;

/** The same, with all that was read, for checks that go on from there. */
export async function checkedLibrary(dir: string): Promise<Library> {
  const library = readLibrary(dir);
  await checkPictures(library);
  checkLetters(library);
  checkLocalOffer(library);
  checkOfferWords(library);
  checkNames(library);
  checkAddresses(library);
  checkTopics(library);
  checkProgress(library);
  checkFormWords(library);
  checkTwinFacts(library);
  checkPictureIdeas(library);
  for (const [id, word] of library.words) if (word) checkWord(library, `words/${id}.yaml`, word);
  for (const [id, artwork] of library.artworks) if (artwork) await checkArtwork(library, id, artwork);
  return library;
}

/** One line a problem, as an author reads it: the file, the line where there is one, and the sentence. */
export const sayProblem = ({ file, line, problem }: Problem, dir: string) =>
  `${relative(process.cwd(), join(dir, file))}${line ? `:${line}` : ''} ${problem}`;
