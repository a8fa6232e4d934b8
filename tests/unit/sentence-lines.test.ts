import { expect, it } from 'vitest';
import { sentenceLines } from '../../src/easy-read/sentence-lines.ts';

it('keeps one sentence to a line', () => {
  expect(sentenceLines('<p>A doctor checks you.\nIt is once a year.</p>')).toEqual(['A doctor checks you.', 'It is once a year.']);
});

it('joins a sentence that the source breaks over lines', () => {
  expect(sentenceLines('This is from\n<time datetime="2021-07">July 2021</time>\n.')).toEqual([
    'This is from <time datetime="2021-07">July 2021</time>.',
  ]);
});

it('reads a break as the end of a line, and drops empty ones', () => {
  expect(sentenceLines('Do you want help?<br data-x="1" />\n\nPhone <a href="tel:111">111</a>.')).toEqual([
    'Do you want help?',
    'Phone <a href="tel:111">111</a>.',
  ]);
});
