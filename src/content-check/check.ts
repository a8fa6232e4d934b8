/** Checks all of `content/`, so that an author reads one plain list of what to mend. */
import { join, relative } from 'node:path';
import { checkAddresses } from './addresses.ts';
import { checkNames } from './file-names.ts';
import { readLibrary, type Problem } from './library.ts';
import { checkLocalOffer } from './local-offer.ts';
import { checkOfferWords } from './local-offer-words.ts';
import { checkLetters } from './letters.ts';
import { checkPictures } from './pictures.ts';
import { checkTopics } from './topics.ts';
import { checkArtwork, checkWord } from './words-and-artworks.ts';

export type { Problem };

/**
 * @param dir the content folder
 * @returns all that an author must mend; empty when all is well
 */
export async function checkContent(dir: string): Promise<Problem[]> {
  const library = readLibrary(dir);
  checkPictures(library);
  checkLetters(library);
  checkLocalOffer(library);
  checkOfferWords(library);
  checkNames(library);
  checkAddresses(library);
  checkTopics(library);
  for (const [id, word] of library.words) if (word) checkWord(library, `words/${id}.yaml`, word);
  for (const [id, artwork] of library.artworks) if (artwork) await checkArtwork(library, id, artwork);
  return library.problems;
}

/** One line a problem, as an author reads it: the file, the line where there is one, and the sentence. */
export const sayProblem = ({ file, line, problem }: Problem, dir: string) =>
  `${relative(process.cwd(), join(dir, file))}${line ? `:${line}` : ''} ${problem}`;
