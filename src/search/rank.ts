/** Asks the index for each thing that a question is about, and puts the pages that answer it first. */
import { alike, wordsOf, type Question } from './question.ts';

export interface Page {
  url: string;
  excerpt: string;
  /** All words of the page. */
  content: string;
  meta: { title: string; kind?: string; picture?: string; also?: string };
}
export interface Found {
  id: string;
  score: number;
  data(): Promise<Page>;
}
export type Search = (words: string) => Promise<Found[]>;

/** How many of the best pages are read and looked at closely. */
const close = 20;

const share = (results: Found[]) => {
  const most = Math.max(...results.map(({ score }) => score), 1e-9);
  return new Map(results.map((result) => [result.id, { result, part: result.score / most }]));
};

/** Whether all words of one way to write a thing stand in other words. */
const stands = (way: string, words: readonly string[]) => wordsOf(way).every((word) => words.some((one) => alike(one, word)));

/** @returns the best pages, best first, and whether the first has all that was asked for */
export async function ranked(
  { groups, typed }: Pick<Question, 'groups' | 'typed'>,
  search: Search,
): Promise<{ pages: Page[]; all: number; whole: boolean }> {
  const whole = share(await search(groups.map(([typed]) => typed).join(' ')));
  const found = await Promise.all(groups.map(async (group) => (await Promise.all(group.map(search))).map(share)));
  const scores = new Map<string, { result: Found; score: number }>();
  const add = (id: string, result: Found, more: number) => void scores.set(id, { result, score: (scores.get(id)?.score ?? 0) + more });
  const weights = found.map((ways) => {
    const hits = new Set(ways.flatMap((way) => [...way.keys()])).size;
    return 1 + Math.log(400 / (hits + 2)) / 3;
  });
  for (const [index, ways] of found.entries()) {
    const best = new Map<string, { result: Found; part: number }>();
    for (const way of ways) for (const [id, one] of way) if (one.part > (best.get(id)?.part ?? 0)) best.set(id, one);
    for (const [id, { result, part }] of best) add(id, result, weights[index]! * (0.4 + 0.6 * part));
  }
  for (const [id, { result, part }] of whole) add(id, result, 1 + 2 * part);
  // "All about me" is made of everyday words, and is the name of a page all the same.
  if (groups.length < 2 && typed.includes(' '))
    for (const [id, { result, part }] of share(await search(typed.split(' ').slice(0, 3).join(' ')))) add(id, result, 3 * part);
  const candidates = [...scores.values()].sort((a, b) => b.score - a.score).slice(0, close);
  const read = await Promise.all(candidates.map(async ({ result, score }) => ({ page: await result.data(), score })));
  const judged = read
    .map(({ page, score }) => {
      const title = wordsOf(page.meta.title);
      const also = (page.meta.also ?? '').split(', ').map(wordsOf);
      const all = [...title, ...also.flat(), ...wordsOf(page.content)];
      const isNamed = also.some((name) => name.length > 1 && ` ${typed} `.includes(` ${name.join(' ')} `));
      let more = isNamed ? 2 : 0;
      let named = 0;
      for (const [index, group] of groups.entries()) {
        if (group.some((way) => stands(way, title))) [more, named] = [more + 1.5 * weights[index]!, named + 1];
        else if (group.some((way) => also.some((name) => stands(way, name)))) more += 1.2 * weights[index]!;
      }
      // A title that says just this says it best.
      if (named > 0) more += named / Math.max(title.length, groups.length);
      return { page, score: score + more, fits: isNamed || groups.some((group) => group.some((way) => stands(way, all))) };
    })
    // The lists themselves, search and A to Z, have no kind and answer nothing; and the index answers an unknown word with others.
    .filter(({ page, fits }) => page.meta.kind && fits)
    .sort((a, b) => b.score - a.score);
  return { pages: judged.map(({ page }) => page), all: judged.length < close ? judged.length : scores.size, whole: whole.size > 0 };
}
