/** Makes of a question, as families type it, what the index can answer. */

const everyday = new Set(
  `a about after all am an and any anyone are as at be been before being but by can could did do does for from get gets getting give go going got had has have he help her hers him his how i if in into is it its just like me my need needs no not of off on or our out own please she should so some someone son daughter child tell than that the their them then there they this to too up us very want wants was way we were what when where which who why will with would you your im i'm he's she's whats what's does doesn't can't don't`.split(
    /\s+/,
  ),
);

/**
 * The words of a question that say what it is about. All of them when none is left.
 * @param question as typed
 */
export function tellingWords(question: string): string[] {
  const words = question.toLowerCase().match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
  const telling = words.filter((word) => !everyday.has(word.replace('’', "'")));
  return telling.length > 0 ? telling : words;
}

/**
 * The searches to try in turn until one finds something: all telling words; then each one fewer; then each alone.
 * @param question as typed
 * @returns at most 12 searches, the best first
 */
export function searchesFor(question: string): string[] {
  const words = tellingWords(question);
  if (words.length === 0) return [];
  const without = words.length > 2 ? words.map((_, index) => words.filter((_word, other) => other !== index).join(' ')) : [];
  const alone = words.length > 1 ? [...words].sort((a, b) => b.length - a.length) : [];
  return [...new Set([words.join(' '), ...without, ...alone])].slice(0, 12);
}
