/** The rules of a whole page of a reading. */
import type { Reading } from '../readings/reading.ts';
import type { Finding, Rule } from './finding.ts';
import { gradeOf } from './grade.ts';
import { limits } from './limits.ts';
import { meanWords, totalWords } from './sentences.ts';

/** What is wrong with a whole page of a reading: mean sentence, grade, length. */
export function pageFindings(reading: Reading, sentences: readonly string[], known: readonly string[] = []): Finding[] {
  const found: Finding[] = [];
  const say = (rule: Rule, mend: string) => found.push({ rule, words: 'the page', mend });
  const limit = reading === 'easy-read' ? limits.easyRead : limits.standard;
  const mean = meanWords(sentences);
  const grade = gradeOf(sentences, known);
  const total = totalWords(sentences);
  if (mean > limit.mean) say('mean', `has a mean of ${mean.toFixed(1)} words a sentence. Bring it to ${limit.mean} or fewer.`);
  if (grade > limit.grade)
    say('grade', `reads at grade ${grade.toFixed(1)}. Use shorter words and sentences, down to grade ${limit.grade}.`);
  if (reading === 'easy-read' && total > limits.easyRead.mostWords)
    say('length', `has ${total} words. Split it: ${limits.easyRead.mostWords} is the most.`);
  return found;
}
