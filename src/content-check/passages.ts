/** The sentences of content, each with its place and with what its page explains: what every wording rule reads. */
import type { PlacedText } from '../easy-read/sentences.ts';
import type { Reading } from '../readings/reading.ts';

/** One sentence, heading or title. */
export interface Passage {
  file: string;
  line: number | undefined;
  reading: Reading;
  text: string;
  /** Names, and the words that the page explains. */
  known: readonly string[];
}

/** The running text of one page. */
export interface PageOfWords {
  file: string;
  reading: Reading;
  sentences: PlacedText[];
  known: readonly string[];
}
