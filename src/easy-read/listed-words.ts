/** Words that stand in a list: hurtful terms, idioms, second names for one thing, long words and hedges. */
import type { Reading } from '../readings/reading.ts';
import type { Finding, Rule } from './finding.ts';
import { withoutKnown } from './known-words.ts';
import type { Lists } from './lists.ts';
import type { ListName } from './lists.schema.ts';

/** A fault has to be mended; advice is a thing to think about. */
export type Weight = 'fault' | 'advice';

/** Each list with its rule, what it says of a word, and how much that weighs in each reading. */
const checks: { list: ListName; rule: Rule; is: string; standard: Weight; easyRead: Weight }[] = [
  { list: 'hurtful', rule: 'hurtful', is: 'can hurt people or is out of date.', standard: 'fault', easyRead: 'fault' },
  { list: 'one-word', rule: 'one-word', is: 'is a second name for one thing.', standard: 'fault', easyRead: 'fault' },
  { list: 'idioms', rule: 'idiom', is: 'does not mean what it says.', standard: 'advice', easyRead: 'fault' },
  { list: 'simpler', rule: 'simpler', is: 'is longer than it has to be.', standard: 'advice', easyRead: 'fault' },
  { list: 'hedges', rule: 'hedge', is: 'makes the sentence less sure.', standard: 'advice', easyRead: 'advice' },
];

/** A long word may stand where the page explains it; a hurtful one, or a second name, may not. */
const mayBeExplained: readonly Rule[] = ['idiom', 'simpler', 'hedge'];

/**
 * @param text one sentence
 * @param known names and words that the page explains
 * @param weight which of the lists to look in: those that fail in this reading, or those that advise
 */
export function listedFindings(
  text: string,
  reading: Reading,
  known: readonly string[],
  lists: Lists,
  weight: Weight = 'fault',
): Finding[] {
  const rest = withoutKnown(text, known);
  return checks
    .filter(({ standard, easyRead }) => (reading === 'standard' ? standard : easyRead) === weight)
    .flatMap(({ list, rule, is }) =>
      lists[list]
        .find(mayBeExplained.includes(rule) ? rest : text, reading)
        .map(({ words, entry }) => ({ rule, words, mend: `${is} Say: ${entry.say}. ${entry.reason}` })),
    );
}
