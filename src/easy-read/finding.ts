/** What a wording rule finds, and the names of the rules, by which an exception says which of them it means. */

/** Each rule with what it asks, as the manual says it. */
export const rules = {
  length: 'a sentence or a page is not too long',
  mean: 'sentences are short on average',
  grade: 'a page reads at a low school grade',
  paragraph: 'a paragraph has few sentences',
  'hard-word': 'a word is common, short, or explained on the page',
  glossary: 'a word of the word list is linked where it is first used',
  abbreviation: 'initials are written out or linked to the word list',
  capitals: 'no word stands in capitals, and no number in Roman letters',
  passive: 'a sentence says who does it',
  sign: 'no brackets, slashes, quotation marks and other signs',
  comma: 'a sentence has one comma at most',
  number: 'numbers are figures, and no percentages or big sums',
  negative: 'a sentence says "not" once at most',
  contraction: 'words are written in full',
  latin: 'no Latin short forms',
  idiom: 'words mean what they say',
  hurtful: 'no term that hurts people or is out of date',
  'one-word': 'one word for one thing',
  simpler: 'no long word where a short one says the same',
  repeated: 'no word stands twice in a row',
  spelling: 'words are spelled in British English, with -ise',
  clauses: 'a sentence says one thing',
  hedge: 'a sentence says what is so',
  facts: 'each fact of one reading stands in the other, or it says where',
  picture: 'one picture for one idea, and one idea for one picture',
} as const;

export type Rule = keyof typeof rules;
export const ruleNames = Object.keys(rules) as [Rule, ...Rule[]];

/** One thing that is wrong with a text: the words that show it, and a better way to say it. */
export interface Finding {
  rule: Rule;
  words: string;
  mend: string;
}
