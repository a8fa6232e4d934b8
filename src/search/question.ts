/** Makes of a question, as families type it, what the index can answer: without everyday words, with other names, rightly spelled. */

/** What the build knows of names, for one reading. */
export interface Names {
  /** The glossary: address, word, what it means, and its other names. */
  words: readonly (readonly [address: string, word: string, meaning: string, ...others: string[]])[];
  /** Every word of titles and names, for spelling. */
  spelling: string;
}

/** One thing that a question is about, in all the ways that it may be written. */
export type Group = readonly string[];

export interface Question {
  groups: Group[];
  /** All that was typed, in small letters. */
  typed: string;
  /** Words that were spelled anew: as typed, as meant. */
  spelled: [typed: string, meant: string][];
  /** Other names that are looked for too. */
  also: string[];
  /** The word of the glossary that is asked for, and nothing else. */
  word?: Names['words'][number];
}

const everyday = new Set(
  `a about after again all also am an and any anyone are as at be been before being but by can child children could dad dads daughter daughters did do does doing done find for from get gets getting give go goes going got had has have having he help helps her here hers hi him his how i if in info into is it its itself just keep kid kids know let long like look looking made make makes many may me mean meaning means mum mums my myself need needs no not now of on once one or other our out over own page please put she should so some something son sons still take tell than that the their them then there these they things think this to too up us very want wants was way we were what whats when where which while who why will with would you your im ive hes shes theyre youre dont doesnt cant isnt didnt`.split(
    ' ',
  ),
);

/** Small letters, no signs; apostrophes go, so that "don't" and "dont" are one. */
export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/['’]/g, '')
    .match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];

/** The words of a question that say what it is about; all of them when none is left. @param question as typed */
export function tellingWords(question: string): string[] {
  const words = wordsOf(question);
  const telling = words.filter((word) => !everyday.has(word));
  return telling.length > 0 ? telling : words;
}

/** Whether two words may be forms of one: they begin alike, and only their endings differ. */
export const alike = (one: string, other: string): boolean => {
  if (one === other) return true;
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  const [shorter, longer] = [one.length, other.length].sort((a, b) => a - b) as [number, number];
  return same >= Math.max(3, shorter - 3) && longer - same < 4 && shorter > 3;
};

/** How many letters must change to make one word of another: a letter more, less, another, or two that change places (Damerau 1964). */
export function changes(one: string, other: string): number {
  let [before, row] = [[] as number[], Array.from({ length: other.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + Number(one[i - 1] !== other[j - 1]));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) next[j] = Math.min(next[j]!, before[j - 2]! + 1);
    }
    [before, row] = [row, next];
  }
  return row[other.length]!;
}

/** How a word sounds, roughly: letters that are written for each other, doubled letters and silent ones are one. */
const sound = (word: string) =>
  word
    .replace(/ph/g, 'f')
    .replace(/ti|si|sh|ch/g, 'x')
    .replace(/c(?=[eiy])|z/g, 's')
    .replace(/ck|c/g, 'k')
    .replace(/(.)\1+/g, '$1')
    .replace(/(?!^)[aeiouyhw]/g, '');

/**
 * @param word as typed, which no page has
 * @param known all words that it may have been meant for
 * @returns the nearest one; undefined when none is near
 */
export function respelled(word: string, known: readonly string[]): string | undefined {
  const most = word.length < 4 ? 0 : word.length < 6 ? 1 : word.length < 9 ? 2 : 3;
  let best: string | undefined;
  let least = most + 0.6;
  for (const one of known) {
    if (Math.abs(one.length - word.length) > most) continue;
    const cost = changes(word, one) - (sound(one) === sound(word) ? 0.7 : 0) + (one[0] === word[0] ? 0 : 0.3);
    if (cost < least) [least, best] = [cost, one];
  }
  return best;
}

/** Where some words stand next to each other in others, as one or as many; -1 when nowhere. */
const placeOf = (some: readonly string[], words: readonly string[]) =>
  words.findIndex((_, index) => some.every((word, next) => [word, `${word}s`, word.replace(/s$/, '')].includes(words[index + next] ?? '')));

/**
 * @param question as typed
 * @param names of the reading
 * @param isKnown whether a page has a word, asked of words that are in no name
 */
export async function understood(question: string, names: Names, isKnown: (word: string) => Promise<boolean>): Promise<Question> {
  const known = names.spelling.split(' ');
  const spelled: Question['spelled'] = [];
  let words = tellingWords(question);
  words = await Promise.all(
    words.map(async (word) => {
      if (word.length < 4 || /\d/.test(word) || known.some((one) => alike(one, word)) || (await isKnown(word))) return word;
      const meant = respelled(word, known);
      if (meant) spelled.push([word, meant]);
      return meant ?? word;
    }),
  );
  words = words.filter((word) => !everyday.has(word) || words.every((one) => everyday.has(one)));
  const groups: Group[] = [];
  const also: string[] = [];
  let word: Question['word'];
  const left = [...words];
  // Longer names first: "EHC needs assessment" before "assessment".
  const all = names.words
    .flatMap((entry) =>
      [entry[1], ...entry.slice(3)].map((name, index) => ({ entry, index, parts: wordsOf(name).filter((part) => !everyday.has(part)) })),
    )
    .filter(({ parts }) => parts.length > 0)
    .sort((a, b) => b.parts.length - a.parts.length || a.index - b.index);
  for (const { entry, index, parts } of all) {
    const place = placeOf(parts, left);
    if (place < 0) continue;
    const typed = left.splice(place, parts.length, '').join(' ') && parts.join(' ');
    if (words.length === parts.length) word = entry;
    const own = wordsOf(entry[1]).join(' ');
    groups.push([...new Set([typed, own])]);
    if (index > 0 && !alike(typed, own)) also.push(entry[1]);
  }
  // "Autistic" asks for "autism" too: names are looked for in the form that they have.
  const forms = (word: string) => (word.length < 7 || known.includes(word) ? [] : known.filter((one) => alike(one, word)).slice(0, 2));
  for (const one of left) if (one) groups.push([one, ...forms(one)]);
  return { groups, typed: wordsOf(question).join(' '), spelled, also, ...(word ? { word } : {}) };
}
