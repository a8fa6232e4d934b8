/**
 * The wording rules of easy read, as pure functions over text.
 *
 * Sources: the UK government's rules for easy read (10 to 15 words a sentence, active voice, full words,
 * a hard word explained in the next sentence), the Easy Read Standard v1.0 (one word for one thing, positive
 * sentences) and the W3C's "Making content usable". The numbers are stricter than any of them on purpose.
 */
import { daleChall } from 'dale-chall';
import { syllable } from 'syllable';

/** The limits that the two readings are held to. Words a sentence; Flesch-Kincaid grade; words a page. */
export const limits = {
  standard: { longest: 25, mean: 15, grade: 9, fewestWords: 80 },
  easyRead: { longest: 15, mean: 10, grade: 4, mostWords: 600 },
} as const;

/** One thing that is wrong with a text: the words that show it, and a better way to say it. */
export interface Finding {
  words: string;
  mend: string;
}

/** Words that people use for themselves although they look passive. */
const notPassive = new Set(
  'worried allowed called tired scared interested excited married retired disabled used supposed pleased bored confused prepared needed'.split(
    ' ',
  ),
);
const irregularParticiples =
  'made given written done taken seen held told kept paid sent shown found known chosen drawn built taught brought bought meant put set spoken run heard';
const passive = new RegExp(
  `\\b(?:is|are|was|were|be|been|being|gets?|got)\\s+(?:\\w+ly\\s+)?(\\w+ed|${irregularParticiples.split(' ').join('|')})\\b`,
  'i',
);
const numbersAsWords =
  /\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)\b/i;
const negatives = /\b(not|no|never|without|nothing|nobody|none|cannot)\b/gi;
const symbols = /[()[\]/&%;…]|\betc\b|\be\.g\.|\bi\.e\.|\.\.\.|\s[–—-]\s|["“”]/;
const contraction = /\b\w+(?:n['’]t|['’](?:re|ve|ll|d|m))\b|\b(?:it|that|there|here|what|who|let)['’]s\b/i;
const common = new Set(daleChall.map((word) => word.toLowerCase()));

/**
 * Splits text into sentences. A line break ends a sentence, as an author writes one sentence to a line.
 * @param text plain text, no markup
 * @returns the sentences, trimmed, none empty
 */
export function sentencesOf(text: string): string[] {
  const segmenter = new Intl.Segmenter('en-GB', { granularity: 'sentence' });
  return text
    .split(/\n+/)
    .flatMap((line) => [...segmenter.segment(line)].map((part) => part.segment.trim()))
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

/** The words of a text; a telephone number or a number with commas is one word. */
export function wordsOf(text: string): string[] {
  return text.match(/\d[\d\s,.:]*\d|[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
}

/** Takes names and explained words out of a text, since they do not count in a reading grade (WCAG 3.1.5). */
function withoutKnown(text: string, known: readonly string[]): string {
  return [...known]
    .sort((a, b) => b.length - a.length)
    .reduce((rest, name) => rest.replace(new RegExp(`(?<![\\p{L}])${escapeForPattern(name)}s?(?![\\p{L}])`, 'giu'), ' '), text);
}

const escapeForPattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The mean number of words in a sentence; 0 for no text. */
export function meanWords(sentences: readonly string[]): number {
  if (sentences.length === 0) return 0;
  return sentences.reduce((sum, sentence) => sum + wordsOf(sentence).length, 0) / sentences.length;
}

/**
 * The Flesch-Kincaid grade (Kincaid and others, 1975): 0.39 × words per sentence + 11.8 × syllables per word − 15.59.
 * @param sentences the sentences of one page
 * @param known names and explained words, which are left out of the count; so are numbers
 * @returns a US school grade; 0 for no text
 */
export function gradeOf(sentences: readonly string[], known: readonly string[] = []): number {
  const counted = sentences
    .map((sentence) => wordsOf(withoutKnown(sentence, known)).filter((word) => !/\d/.test(word)))
    .filter((words) => words.length > 0);
  const words = counted.flat();
  if (words.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + syllable(word), 0);
  return 0.39 * (words.length / counted.length) + 11.8 * (syllables / words.length) - 15.59;
}

/** Whether a word is on the Dale-Chall list of common words, in any everyday form of it. */
export function isCommon(word: string): boolean {
  const plain = word.toLowerCase().replace(/['’]s?$/, '');
  const forms = [plain, plain.replace(/s$/, ''), plain.replace(/es$/, ''), plain.replace(/ies$/, 'y')];
  for (const ending of ['ed', 'ing', 'er', 'ers', 'est', 'ly', 'ness', 'ful']) {
    if (plain.endsWith(ending)) {
      const stem = plain.slice(0, -ending.length);
      forms.push(stem, `${stem}e`, stem.replace(/(.)\1$/, '$1'), stem.replace(/i$/, 'y'));
    }
  }
  return forms.some((form) => common.has(form));
}

/**
 * What is wrong with one easy-read sentence.
 * @param sentence plain text
 * @param known names and words explained on the page
 */
export function easyReadFindings(sentence: string, known: readonly string[] = []): Finding[] {
  const found: Finding[] = [];
  const say = (words: string, mend: string) => found.push({ words, mend });
  const count = wordsOf(sentence).length;
  if (count > limits.easyRead.longest)
    say(sentence, `has ${count} words. Write two sentences of ${limits.easyRead.longest} words or fewer.`);
  if ((sentence.match(/,(?!\d)/g) ?? []).length > 1) say(sentence, 'has more than one comma. Write two sentences, or a list.');
  const symbol = symbols.exec(sentence);
  if (symbol) say(symbol[0].trim(), 'is a sign that is hard to read. Use words, or write two sentences.');
  const short = contraction.exec(sentence);
  if (short) say(short[0], 'is a short form. Write the words in full.');
  const number = numbersAsWords.exec(sentence);
  if (number) say(number[0], 'is a number. Write it as a figure.');
  if ((sentence.match(negatives) ?? []).length > 1) say(sentence, 'says "not" twice. Say what is so, or what to do.');
  const passively = passive.exec(sentence);
  if (passively && !notPassive.has(passively[1]!.toLowerCase()))
    say(passively[0], 'does not say who does it. Begin with the person: "We check …", "You can …".');
  const rest = withoutKnown(sentence, known);
  for (const word of wordsOf(rest)) {
    if (/\d/.test(word)) continue;
    if (/^\p{Lu}{2,}s?$/u.test(word)) say(word, 'is initials or capitals. Write the words in full, or link its page in the word list.');
    else if (syllable(word) > 2 && !isCommon(word))
      say(word, 'is a hard word. Use an everyday word, or link it to its page in the word list.');
  }
  return found;
}

/** What is wrong with one standard sentence. */
export function standardFindings(sentence: string): Finding[] {
  const count = wordsOf(sentence).length;
  const found: Finding[] = [];
  if (count > limits.standard.longest)
    found.push({ words: sentence, mend: `has ${count} words. Write two sentences of ${limits.standard.longest} words or fewer.` });
  const latin = /\betc\b|\be\.g\.|\bi\.e\./i.exec(sentence);
  if (latin) found.push({ words: latin[0], mend: 'is a Latin short form. Write "for example", "that is", or the rest of the list.' });
  const short = /\b\w+n['’]t\b/i.exec(sentence);
  if (short) found.push({ words: short[0], mend: 'is a short form of "not". Write it in full.' });
  return found;
}

/** What is wrong with a whole page of a reading: mean sentence, grade, length. */
export function pageFindings(reading: 'standard' | 'easy-read', sentences: readonly string[], known: readonly string[] = []): Finding[] {
  const found: Finding[] = [];
  const limit = reading === 'easy-read' ? limits.easyRead : limits.standard;
  const mean = meanWords(sentences);
  const grade = gradeOf(sentences, known);
  const total = sentences.reduce((sum, sentence) => sum + wordsOf(sentence).length, 0);
  if (mean > limit.mean)
    found.push({ words: 'the page', mend: `has a mean of ${mean.toFixed(1)} words a sentence. Bring it to ${limit.mean} or fewer.` });
  if (grade > limit.grade)
    found.push({
      words: 'the page',
      mend: `reads at grade ${grade.toFixed(1)}. Use shorter words and sentences, down to grade ${limit.grade}.`,
    });
  if (reading === 'easy-read' && total > limits.easyRead.mostWords)
    found.push({ words: 'the page', mend: `has ${total} words. Split it: ${limits.easyRead.mostWords} is the most.` });
  return found;
}
