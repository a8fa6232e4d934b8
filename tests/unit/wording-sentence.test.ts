/** Each rule of an easy-read sentence, with a sentence that breaks it and one that does not. */
import { describe, expect, test } from 'vitest';
import { easyReadFindings, standardFindings } from '../../src/easy-read/wording.ts';

const broken: [rule: string, sentence: string, words: string, mended: string][] = [
  [
    'at most 15 words',
    'You can go to the school and talk to the teacher about the help that you need.',
    'You can go to the school and talk to the teacher about the help that you need.',
    'You can talk to the teacher about help.',
  ],
  ['one comma', 'You can read, write, and draw.', 'You can read, write, and draw.', 'You can read and write.'],
  ['no brackets', 'Ask a friend (or two).', '(', 'Ask a friend.'],
  ['no slash', 'Ask him/her.', '/', 'Ask him or her.'],
  ['no ampersand', 'Mum & Dad can help.', '&', 'Mum and Dad can help.'],
  ['no per cent', 'Half is 50%.', '%', 'Half is 1 in 2.'],
  ['no semicolon', 'Eat well; sleep well.', ';', 'Eat well.'],
  ['no dash', 'We help – you choose.', '–', 'We help and you choose.'],
  ['no etc', 'We have pens etc.', 'etc', 'We have pens.'],
  ['no quotation marks', 'It is called “the plan”.', '“', 'It is called the plan.'],
  ["no n't", "You don't pay.", "don't", 'You do not pay.'],
  ['no short form', 'You’ll get help.', 'You’ll', 'You will get help.'],
  ['numbers as figures', 'You have three friends.', 'three', 'You have 3 friends.'],
  ['one negative', 'You do not have to go if you can not.', 'You do not have to go if you can not.', 'You do not have to go.'],
  ['active voice', 'The plan is written by us.', 'is written', 'We write the plan.'],
  ['no initials', 'Ask for an EHC plan.', 'EHC', 'Ask for a plan.'],
  ['no hard word', 'You have an opportunity.', 'opportunity', 'You have a chance.'],
];

describe('easy read', () => {
  test.each(broken)('%s: "%s"', (_rule, sentence, words, mended) => {
    expect(easyReadFindings(sentence).map((finding) => finding.words)).toContain(words);
    expect(easyReadFindings(mended)).toEqual([]);
  });

  test('every finding says what to write', () => {
    for (const [, sentence] of broken) for (const { mend } of easyReadFindings(sentence)) expect(mend).toMatch(/\. \S.*[.”"]$/);
  });

  test('a word that is known on the page is no finding, also with an s', () => {
    expect(easyReadFindings('You can have an EHC plan.', ['EHC plan'])).toEqual([]);
    expect(easyReadFindings('We write EHC plans.', ['EHC plan'])).toEqual([]);
    expect(easyReadFindings('We write EHCs.', ['EHC plan'])).not.toEqual([]);
  });

  test('words that only look passive are allowed', () => expect(easyReadFindings('Are you worried?')).toEqual([]));
  test('a number may hold a comma', () => expect(easyReadFindings('It costs 1,000 pounds, not more.')).toEqual([]));
});

describe('standard', () => {
  const long = `${'word '.repeat(26).trim()}.`;
  test('25 words are the most', () => {
    expect(standardFindings(long)).toHaveLength(1);
    expect(standardFindings(`${'word '.repeat(25).trim()}.`)).toEqual([]);
  });
  test.each(['Pens, paper etc.', 'Some help, e.g. a coach.', "You don't pay."])('"%s" holds a short form', (sentence) =>
    expect(standardFindings(sentence)).toHaveLength(1),
  );
});
