/** Each rule of an easy-read sentence, with a sentence that breaks it and one that does not. */
import { describe, expect, test } from 'vitest';
import { easyReadFindings } from '../../src/easy-read/easy-read-rules.ts';
import { standardFindings } from '../../src/easy-read/standard-rules.ts';

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
  ['no hundreds in words', 'We asked hundreds of people.', 'hundreds', 'We asked 300 people.'],
  ['no big sums', 'It costs 2,500,000 pounds.', '2,500,000', 'It costs 2,500 pounds.'],
  ['no per cent in words', 'It is 20 per cent.', 'per cent', 'It is 1 in 5.'],
  ['no neither and nor', 'Neither Mum nor Dad can go.', 'Neither Mum nor Dad can go.', 'Mum and Dad have to stay.'],
  ['no not with un-', 'It is not unsafe.', 'It is not unsafe.', 'It is safe.'],
  ['no Roman numeral', 'Read part III of it.', 'III', 'Read part 3 of it.'],
  ['no words in capitals', 'You MUST go.', 'MUST', 'You must go.'],
  ['no idiom', 'It is a piece of cake.', 'a piece of cake', 'It is easy.'],
  ['no hurtful term', 'He is wheelchair-bound.', 'wheelchair-bound', 'He is a wheelchair user.'],
  ['no suffering', 'She suffers from asthma.', 'suffers from', 'She has asthma.'],
  ['one word for one thing', 'You have an EHCP.', 'EHCP', 'You have a plan.'],
  ['no second word for choose', 'Pick a day.', 'Pick', 'Choose a day.'],
  ['no long word', 'Ask in order to find out.', 'in order to', 'Ask to find out.'],
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
  test.each(['Sit under the tree until I come.', 'Do not be unique.', 'It is not a university.'])(
    '"%s" says "not" once at most',
    (sentence) => expect(easyReadFindings(sentence, ['university']).filter(({ rule }) => rule === 'negative')).toEqual([]),
  );
  test('a word that the page explains may be long, and may not hurt', () => {
    expect(easyReadFindings('Commissioning helps.', ['commissioning'])).toEqual([]);
    expect(easyReadFindings('Your mental age is low.', ['mental age'])).not.toEqual([]);
  });
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
  test('a hurtful term and a second name for one thing are faults here too', () => {
    expect(standardFindings('He suffers from it.').map(({ rule }) => rule)).toEqual(['hurtful']);
    expect(standardFindings('Ask the local authority.').map(({ rule }) => rule)).toEqual(['one-word']);
  });
  test('the lighter reading lets pass what only easy read forbids', () => {
    expect(standardFindings('The plan (yours) is written in three parts; it is a piece of cake & costs 50%.')).toEqual([]);
  });
});
