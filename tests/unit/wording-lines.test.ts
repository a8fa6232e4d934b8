/** Each sentence is named by its own line, however its author broke the lines. */
import { expect, test } from 'vitest';
import { placedSentences } from '../../src/easy-read/sentences.ts';
import { readMdx } from '../../src/readings/mdx-source.ts';

test('a sentence on its own line has that line', () => {
  expect(placedSentences({ line: 7, text: 'One.\nTwo. Three!\n\nFour' })).toEqual([
    { line: 7, text: 'One.' },
    { line: 8, text: 'Two.' },
    { line: 8, text: 'Three!' },
    { line: 10, text: 'Four' },
  ]);
});

test('a sentence that goes on in the next line is one sentence, and the next has its own line', () => {
  expect(placedSentences({ line: 1, text: 'You can ask\nfor help.\nGo on.' })).toEqual([
    { line: 1, text: 'You can ask for help.' },
    { line: 3, text: 'Go on.' },
  ]);
});

test('a sentence that begins in the middle of a line and ends on the next has the line where it begins', () => {
  expect(placedSentences({ line: 4, text: 'One. And two\nis here. Three.' }).map(({ line, text }) => [line, text])).toEqual([
    [4, 'One.'],
    [4, 'And two is here.'],
    [5, 'Three.'],
  ]);
});

test('signs alone are no sentence', () => expect(placedSentences({ line: 1, text: '–\n…\n' })).toEqual([]));

test('lines of a paragraph, a link, bold and a list of an author’s file are those of the file', () => {
  const file = [
    '---',
    'summary: A page.',
    '---',
    '',
    'One **two',
    'three**. [Four',
    'five](/x/). Six.',
    '',
    '- Seven.',
    '  Eight.',
    '',
  ].join('\n');
  expect(readMdx(file).blocks.flatMap(placedSentences)).toEqual([
    { line: 5, text: 'One two three.' },
    { line: 6, text: 'Four five.' },
    { line: 7, text: 'Six.' },
    { line: 9, text: 'Seven.' },
    { line: 10, text: 'Eight.' },
  ]);
});
