/** What the retext family finds in a sentence: hurtful terms, long words, and words that stand twice. */
import retextEnglish from 'retext-english';
import retextEquality from 'retext-equality';
import retextRepeatedWords from 'retext-repeated-words';
import retextSimplify from 'retext-simplify';
import { unified } from 'unified';
import { VFile } from 'vfile';
import type { Reading } from '../readings/reading.ts';
import type { Finding } from './finding.ts';
import { withoutKnown } from './known-words.ts';
import type { Weight } from './listed-words.ts';
import type { Lists } from './lists.ts';

const reader = unified().use(retextEnglish).use(retextEquality).use(retextSimplify).use(retextRepeatedWords);

/** What each plugin's finding is called here, and what it says of the words. */
const kinds = {
  'retext-equality': { rule: 'hurtful', is: 'can hurt people or is out of date' },
  'retext-simplify': { rule: 'simpler', is: 'is longer than it has to be' },
  'retext-repeated-words': { rule: 'repeated', is: 'stands twice' },
} as const;

/**
 * @param sentence plain text
 * @param known names and words that the page explains, which need no simpler one
 * @param lists what they allow, and what they have a mend of their own for, is not told again
 * @returns each finding with its weight: simpler words are faults in easy read and advice in standard
 */
export function retextFindings(
  sentence: string,
  reading: Reading,
  known: readonly string[],
  lists: Lists,
): { finding: Finding; weight: Weight }[] {
  const file = new VFile(sentence);
  reader.runSync(reader.parse(file), file);
  return file.messages.flatMap(({ source, actual = '', expected = [] }) => {
    const kind = kinds[source as keyof typeof kinds];
    const words = Array.isArray(actual) ? actual.join(' ') : actual;
    if (!kind) return [];
    const { rule, is } = kind;
    const list = rule === 'hurtful' ? lists.hurtful : lists.simpler;
    if (rule !== 'repeated' && (list.allows(words, reading) || list.find(words, reading).length > 0)) return [];
    if (rule === 'simpler' && !withoutKnown(sentence, known).includes(words)) return [];
    const better = expected.map((one) => `"${one}"`).join(', ');
    const mend = rule === 'repeated' ? 'Take one out.' : better ? `Say ${better}.` : 'Leave it out.';
    const weight: Weight = rule === 'simpler' && reading === 'standard' ? 'advice' : 'fault';
    return [{ finding: { rule, words, mend: `${is}. ${mend}` }, weight }];
  });
}
