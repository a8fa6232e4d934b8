/**
 * The rules of an easy-read sentence.
 *
 * Sources: the UK government's rules for easy read (10 to 15 words a sentence, active voice, full words, a hard word explained in the
 * next sentence), the Easy Read Standard v1.0 (one word for one thing, positive sentences) and the W3C's "Making content usable".
 */
import { syllablesIn } from './syllables.ts';
import { isRoman, romanIn } from './abbreviations.ts';
import { isCommon } from './common-words.ts';
import type { Finding, Rule } from './finding.ts';
import { withoutKnown } from './known-words.ts';
import { limits } from './limits.ts';
import { listedFindings } from './listed-words.ts';
import { listsOf, type Lists } from './lists.ts';
import { passiveIn, passiveMend } from './passive.ts';
import { wordsOf } from './sentences.ts';

const { longest } = limits.easyRead;
const numbersAsWords =
  /\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|dozens?)\b/i;
const bigNumber = /\b\d{1,3}(?:,\d{3}){2,}\b|\b\d{7,}\b(?! *\d)|\bper ?cent\b|\bpercentages?\b/i;
const symbols = /[()[\]/&%;…]|\betc\b|\be\.g\.|\bi\.e\.|\.\.\.|\s[–—-]\s|["“”]/;
const contraction = /\b\w+(?:n['’]t|['’](?:re|ve|ll|d|m))\b|\b(?:it|that|there|here|what|who|let)['’]s\b/i;

/**
 * What is wrong with one easy-read sentence.
 * @param sentence plain text
 * @param known names and words explained on the page
 * @param lists the lists of words to go by; those of the content when left out
 */
export function easyReadFindings(sentence: string, known: readonly string[] = [], lists: Lists = listsOf()): Finding[] {
  const found: Finding[] = [];
  const say = (rule: Rule, words: string, mend: string) => found.push({ rule, words, mend });
  const count = wordsOf(sentence).length;
  if (count > longest) say('length', sentence, `has ${count} words. Write two sentences of ${longest} words or fewer.`);
  if ((sentence.match(/,(?!\d)/g) ?? []).length > 1) say('comma', sentence, 'has more than one comma. Write two sentences, or a list.');
  const symbol = symbols.exec(sentence);
  if (symbol) say('sign', symbol[0].trim(), 'is a sign that is hard to read. Use words, or write two sentences.');
  const short = contraction.exec(sentence);
  if (short) say('contraction', short[0], 'is a short form. Write the words in full.');
  const rest = withoutKnown(sentence, known);
  const number = numbersAsWords.exec(rest);
  if (number) say('number', number[0], 'is a number. Write it as a figure.');
  const big = bigNumber.exec(rest);
  if (big) say('number', big[0], 'is a big number or a percentage. Say it with small ones: "1 in 4 people".');
  if (negativesIn(sentence, known) > 1) say('negative', sentence, 'says "not" twice. Say what is so, or what to do.');
  const passively = passiveIn(sentence, lists);
  if (passively) say('passive', passively, passiveMend);
  const roman = romanIn(rest);
  if (roman) say('capitals', roman, 'is a number in Roman letters. Write it as a figure.');
  for (const word of wordsOf(rest)) {
    if (/\d/.test(word) || isRoman(word) || lists['hard-words'].allows(word, 'easy-read')) continue;
    if (/^(?:\p{Lu}{2,}|\p{Lu}{1,3}\p{Ll}\p{Lu})s?$/u.test(word)) {
      if (!lists.abbreviations.allows(word))
        say('abbreviation', word, 'is initials or capitals. Write the words in full, or link its page in the word list.');
    } else if (syllablesIn(word) > 2 && !isCommon(word))
      say('hard-word', word, 'is a hard word. Use an everyday word, or link it to its page in the word list.');
  }
  return [...found, ...listedFindings(sentence, 'easy-read', known, lists)];
}

const negatives = /\b(?:not|no|never|without|nothing|nobody|none|nowhere|neither|nor|cannot|\w+n['’]t)\b/gi;
/** Words that are "not" and another word. */
const withUn = /\bun(?!der|til|ion|it|ique|iform|ivers|cle|less|to\b)\p{L}{3,}/giu;

function negativesIn(sentence: string, known: readonly string[]): number {
  return (sentence.match(negatives)?.length ?? 0) + (withoutKnown(sentence, known).match(withUn)?.length ?? 0);
}
