/** The mark of an easy-read page changes with every word that its reader meets, and with nothing else. */
import { expect, test } from 'vitest';
import { isMark, markOf, wordsMet, type PrintedWords } from '../../src/readings/mark.ts';
import { readMdx } from '../../src/readings/mdx-source.ts';

const printed: PrintedWords = {
  title: 'Help',
  summary: 'You can get help.',
  meaningOf: (slug) => (slug === 'send' ? 'SEND means you need more help.' : undefined),
  factOf: (name) => (name === 'contact.telephone' ? '01632 960000' : ''),
};
const body = [
  '## Who helps',
  '',
  '<Idea picture="doctor">',
  'A doctor helps with [SEND](/words/send/).',
  '</Idea>',
  '',
  '<Idea picture="phone">',
  'Phone <Fact name="contact.telephone" />.',
  '</Idea>',
].join('\n');
const markOfPage = (text = body, more: Partial<PrintedWords> = {}) => markOf(wordsMet(readMdx(text), { ...printed, ...more }));

test('the words are those that a reader meets, in their order', () =>
  expect(wordsMet(readMdx(body), printed).map((words) => words.trim())).toEqual([
    'Help',
    'You can get help.',
    'Who helps',
    'doctor',
    'A doctor helps with SEND.',
    'SEND means you need more help.',
    'phone',
    'Phone fact.',
    '01632 960000',
  ]));

test('the mark is 12 figures and letters', () => expect(markOfPage()).toMatch(/^[0-9a-f]{12}$/));
test('a known text has a known mark: one that is written down stays good', () => expect(markOf(['Help', 'You can.'])).toBe('1b6e3b817437'));

test('the front matter, spaces and line breaks make no other mark', () => {
  expect(markOfPage(`---\nsummary: You can get help.\ncheckedBy: Us\n---\n\n${body}`)).toBe(markOfPage());
  expect(markOfPage(body.replaceAll('\n\n', '\n\n\n').replace('A doctor helps', 'A  doctor\nhelps'))).toBe(markOfPage());
});
test('where a link leads makes no other mark', () => {
  const linked = body.replace('A doctor', 'A [doctor](/guides/health/)');
  expect(markOfPage(linked.replace('/guides/health/', '/guides/'))).toBe(markOfPage(linked));
});

test.each<[string, string, Partial<PrintedWords>]>([
  ['a word', body.replace('helps with', 'knows about'), {}],
  ['a sign', body.replace('SEND](/words/send/).', 'SEND](/words/send/)!'), {}],
  ['a picture', body.replace('"doctor"', '"nurse"'), {}],
  ['a heading', body.replace('Who helps', 'Who can help'), {}],
  ['an Idea less', body.replace(/\n<Idea picture="phone">[^]*$/, ''), {}],
  ['the order', body.split('\n\n').toReversed().join('\n\n'), {}],
  ['the title', body, { title: 'Get help' }],
  ['the sentence below the title', body, { summary: 'Here is help.' }],
  ['the meaning of a hard word', body, { meaningOf: () => 'SEND is a short word.' }],
  ['a fact that is filled in', body, { factOf: () => '' }],
])('another mark for another page: %s', (_what, text, more) => expect(markOfPage(text, more)).not.toBe(markOfPage()));

test.each(['', '1b6e3b81743', '1b6e3b8174372', '1B6E3B817437', 'no mark at all'])('"%s" is no mark', (text) =>
  expect(isMark(text)).toBe(false),
);
