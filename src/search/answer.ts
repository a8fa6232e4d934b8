/** From a question to the pages that answer it: in front of whatever index is asked. */
import { alike, understood, wordsOf, type Names, type Question } from './question.ts';
import { ranked, type Page, type Search } from './rank.ts';

export interface Answer extends Omit<Question, 'groups' | 'typed'> {
  /** The best first. */
  pages: Page[];
  /** How many there are, those among them that were not looked at closely too. */
  all: number;
  /** Whether some page has all of the words. */
  whole: boolean;
}

/** Longer questions are whole stories; the index is asked for the things that are named first. */
const mostGroups = 8;

/**
 * @param names of the reading
 * @param search the index, for one reading
 * @returns what answers questions
 */
export function everydaySearch(names: Names, search: Search): (question: string) => Promise<Answer> {
  const asked = new Map<string, ReturnType<Search>>();
  const once: Search = (words) => {
    if (!asked.has(words)) asked.set(words, search(words));
    return asked.get(words)!;
  };
  /** The index answers an unknown word with words that only begin like it, so its best page must have a form of it. */
  const isKnown = async (word: string) => {
    const [best] = await once(word);
    if (!best) return false;
    const { content, meta } = await best.data();
    return wordsOf(`${content} ${meta.title} ${meta.also ?? ''}`).some((one) => alike(one, word));
  };
  return async (question) => {
    asked.clear();
    const { groups, typed, ...said } = await understood(question, names, isKnown);
    if (groups.length === 0) return { ...said, pages: [], all: 0, whole: true };
    return { ...said, ...(await ranked({ groups: groups.slice(0, mostGroups), typed }, once)) };
  };
}
