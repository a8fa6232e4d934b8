/** The file of meanings that a page fetches when its first hard word is opened. */
import { brotliCompressSync } from 'node:zlib';
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { meaningsOf } from '../../src/words/meanings.ts';
import { wordSchema } from '../../src/words/word.schema.ts';

const words = globSync('content/words/*.yaml')
  .filter((file) => basename(file) !== 'topic.yaml')
  .map((file) => [basename(file, '.yaml'), wordSchema.parse(parse(readFileSync(file, 'utf8')))] as const);

test('each word has its name and its standard meaning, and nothing else', () =>
  expect(meaningsOf([['annual-review', { word: 'annual review', meaning: 'A meeting.' }]]).words).toEqual({
    'annual-review': ['annual review', 'A meeting.'],
  }));

test('the words of the box come with them, so that no language stands in the script', () => {
  const { say } = meaningsOf([]);
  expect(say.more).toContain('{word}');
  expect(say.close).toMatch(/\w/);
});

test('all meanings together are a few kilobytes over the wire', () => {
  expect(words.length).toBeGreaterThan(0);
  expect(brotliCompressSync(JSON.stringify(meaningsOf(words))).length).toBeLessThan(8000);
});
