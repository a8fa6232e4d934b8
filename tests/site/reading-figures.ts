/** The figures of easy-read pages, as proof of how easy they read: words, sentences, grade, and Ideas with a picture. */
import { gradeOf } from '../../src/easy-read/grade.ts';
import { meanWords, totalWords, wordsOf } from '../../src/easy-read/sentences.ts';
import { knownWords } from './known-words.ts';
import type { Page } from './pages.ts';
import { ownSentences } from './running.ts';

export interface ReadingFigures {
  address: string;
  words: number;
  sentences: number;
  mean: number;
  /** The words of the longest sentence. */
  longest: number;
  /** The Flesch-Kincaid grade, names and explained words left out. */
  grade: number;
  ideas: number;
  /** Ideas with exactly one picture, which the page has and no screen reader hears. */
  withPicture: number;
}

export function figuresOf(page: Page): ReadingFigures {
  const sentences = ownSentences(page);
  const ideas = page.$('[data-idea]').toArray();
  const isShown = (idea: (typeof ideas)[number]) => {
    const images = page.$(idea).find('img');
    return images.length === 1 && images.attr('alt') === '' && Boolean(images.attr('src')) && Boolean(images.attr('data-picture'));
  };
  return {
    address: page.address,
    words: totalWords(sentences),
    sentences: sentences.length,
    mean: meanWords(sentences),
    longest: Math.max(0, ...sentences.map((sentence) => wordsOf(sentence).length)),
    grade: gradeOf(sentences, knownWords(page)),
    ideas: ideas.length,
    withPicture: ideas.filter(isShown).length,
  };
}

const columns = ['page', 'words', 'sentences', 'mean', 'longest', 'grade', 'Ideas', 'with a picture'];
const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
const line = ({ address, words, sentences, mean, longest, grade, ideas, withPicture }: ReadingFigures) =>
  row([address, words, sentences, mean.toFixed(1), longest, grade.toFixed(1), ideas, withPicture]);

/** The figures as a table in Markdown: a row for each page, and what all come to. */
export function tableOf(all: readonly ReadingFigures[]): string {
  const sum = (of: (one: ReadingFigures) => number) => all.reduce((total, one) => total + of(one), 0);
  const [words, sentences, ideas, withPicture] = [
    sum((one) => one.words),
    sum((one) => one.sentences),
    sum((one) => one.ideas),
    sum((one) => one.withPicture),
  ];
  const most = (of: (one: ReadingFigures) => number) => Math.max(...all.map(of));
  return [
    row(columns),
    row(columns.map((_, index) => (index === 0 ? '---' : '--:'))),
    ...all.map(line),
    row([
      `all ${all.length} pages`,
      words,
      sentences,
      (words / sentences).toFixed(1),
      most((one) => one.longest),
      `at most ${most((one) => one.grade).toFixed(1)}`,
      ideas,
      withPicture,
    ]),
    '',
    `Highest mean of a page: ${most((one) => one.mean).toFixed(1)}. Most words on a page: ${most((one) => one.words)}. Ideas with a picture: ${ideas === 0 ? 'none to count' : `${((100 * withPicture) / ideas).toFixed(0)}%`}.`,
  ].join('\n');
}
