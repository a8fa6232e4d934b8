/** The lighter rules of a standard sentence: plain English, with no school grade of its own. */
import type { Finding } from './finding.ts';
import { limits } from './limits.ts';
import { listedFindings } from './listed-words.ts';
import { listsOf, type Lists } from './lists.ts';
import { wordsOf } from './sentences.ts';

const { longest } = limits.standard;

/**
 * What is wrong with one standard sentence.
 * @param lists the lists of words to go by; those of the content when left out
 */
export function standardFindings(sentence: string, lists: Lists = listsOf()): Finding[] {
  const count = wordsOf(sentence).length;
  const found: Finding[] = [];
  if (count > longest)
    found.push({ rule: 'length', words: sentence, mend: `has ${count} words. Write two sentences of ${longest} words or fewer.` });
  const latin = /\betc\b|\be\.g\.|\bi\.e\./i.exec(sentence);
  if (latin)
    found.push({ rule: 'latin', words: latin[0], mend: 'is a Latin short form. Write "for example", "that is", or the rest of the list.' });
  const short = /\b\w+n['’]t\b/i.exec(sentence);
  if (short) found.push({ rule: 'contraction', words: short[0], mend: 'is a short form of "not". Write it in full.' });
  return [...found, ...listedFindings(sentence, 'standard', [], lists)];
}
