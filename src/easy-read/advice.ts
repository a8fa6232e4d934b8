/** Advice: what makes a text harder to read and is not wrong in itself. It never fails a page. */
import { syllablesIn } from './syllables.ts';
import type { Reading } from '../readings/reading.ts';
import { isCommon } from './common-words.ts';
import type { Finding, Rule } from './finding.ts';
import { gradeOf } from './grade.ts';
import { withoutKnown } from './known-words.ts';
import { limits } from './limits.ts';
import { listedFindings } from './listed-words.ts';
import type { Lists } from './lists.ts';
import { passiveIn, passiveMend } from './passive.ts';
import { totalWords, wordsOf } from './sentences.ts';

const negatives = /\b(?:not|no|never|without|nothing|nobody|none|cannot)\b/gi;
/** A word that joins two clauses stands before one that begins a clause. */
const joining =
  /\b(?:and|but|because|if|so|when|or)\s+(?:you|we|they|he|she|it|i|there|this|that|the|your|someone|people)\b|^(?:if|when)\b/gi;

/** @param known names and words that the page explains */
export function sentenceAdvice(sentence: string, reading: Reading, known: readonly string[], lists: Lists): Finding[] {
  const found: Finding[] = [];
  const say = (rule: Rule, words: string, mend: string) => found.push({ rule, words, mend });
  const count = wordsOf(sentence).length;
  if (reading === 'easy-read') {
    if ((sentence.match(joining) ?? []).length > 1) say('clauses', sentence, 'joins more than two things. Write two sentences.');
  } else {
    const { fromLong, longest } = limits.standard;
    if (count > fromLong && count <= longest) say('length', sentence, `has ${count} words. ${fromLong} or fewer read more easily.`);
    const passively = passiveIn(sentence, lists);
    if (passively) say('passive', passively, passiveMend);
    if ((sentence.match(negatives) ?? []).length > 1) say('negative', sentence, 'says "not" twice. Say what is so, or what to do.');
    for (const word of wordsOf(withoutKnown(sentence, known)))
      if (/^\p{Ll}/u.test(word) && syllablesIn(word) > 3 && !isCommon(word) && !lists['hard-words'].allows(word, 'standard'))
        say('hard-word', word, 'is a long word. Use an everyday word, or link it to its page in the word list.');
  }
  return [...found, ...listedFindings(sentence, reading, known, lists, 'advice')];
}

/** Advice on a whole page. */
export function pageAdvice(reading: Reading, sentences: readonly string[], known: readonly string[]): Finding[] {
  if (reading === 'easy-read') {
    const [total, { fromWords, mostWords }] = [totalWords(sentences), limits.easyRead];
    const mend = `has ${total} words. ${fromWords} or fewer are enough for one page.`;
    return total > fromWords && total <= mostWords ? [{ rule: 'length', words: 'the page', mend }] : [];
  }
  const [grade, { fromGrade, grade: most }] = [gradeOf(sentences, known), limits.standard];
  const mend = `reads at grade ${grade.toFixed(1)}. Grade ${fromGrade} reads more easily.`;
  return grade > fromGrade && grade <= most ? [{ rule: 'grade', words: 'the page', mend }] : [];
}
