/**
 * The words of menus, buttons, errors and panels, in both readings. Many reach a page only by script, so that no check of built pages
 * sees them: here every list of such words in src/ is found and held to the rules of its reading.
 */
import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { easyReadFindings } from '../../src/easy-read/easy-read-rules.ts';
import { sentencesOf } from '../../src/easy-read/sentences.ts';
import { standardFindings } from '../../src/easy-read/standard-rules.ts';
import { interfaceWords, statusWords } from '../../src/readings/interface-words.ts';

type BothReadings = readonly [standard: string, easyRead: string];
const isBoth = (value: unknown): value is BothReadings =>
  Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'string');
const isList = (value: unknown): value is Record<string, BothReadings> =>
  typeof value === 'object' && value !== null && Object.values(value).length > 0 && Object.values(value).every(isBoth);

const files = globSync('src/{readings,reading-help,words,search,gallery,layouts,paper,components,progress,pledge}/*-words.ts').sort();
const lists: [file: string, name: string, words: BothReadings][] = [];
for (const file of files) {
  const found = Object.values((await import(resolve(file))) as Record<string, unknown>).filter(isList);
  for (const list of found) for (const [name, words] of Object.entries(list)) lists.push([file, name, words]);
}

/** A place for a number, a name or a size, as it is filled. */
const filled = (text: string) =>
  text
    .replaceAll('#', '3')
    .replace(
      /\{(\w+)\}/g,
      (_whole, name: string) => ({ day: '3 May 2029', number: '0300 123 4567', size: '2 MB', pages: '3 pages' })[name] ?? '3',
    );
const findings = (text: string, reading: 'standard' | 'easy-read') =>
  sentencesOf(filled(text)).flatMap((sentence) =>
    reading === 'standard' ? standardFindings(sentence) : easyReadFindings(sentence, ['PDF', 'MB']),
  );

test('every list of words is found', () => {
  for (const file of files)
    expect(
      lists.some(([of]) => of === file),
      `${file} exports no list of words in both readings`,
    ).toBe(true);
  expect(files).toEqual(expect.arrayContaining(['src/readings/interface-words.ts', 'src/reading-help/read-aloud-words.ts']));
  expect(lists.length).toBeGreaterThan(100);
  expect(Object.keys(interfaceWords).every((name) => lists.some(([, of]) => of === name))).toBe(true);
});

test.each(lists)('%s: the easy words of %s are easy', (_file, _name, [, easy]) => {
  expect(findings(easy, 'easy-read').map(({ words, mend }) => `"${words}" ${mend}`)).toEqual([]);
});

test.each(lists)('%s: the standard words of %s are plain', (_file, _name, [standard]) => {
  expect(findings(standard, 'standard').map(({ words, mend }) => `"${words}" ${mend}`)).toEqual([]);
});

test.each(Object.values(statusWords))('the easy words of a status are easy: $easyRead', ({ easyRead }) => {
  expect(findings(easyRead, 'easy-read')).toEqual([]);
});

/** Left out in one reading where that reading does not show it: it is then written nowhere but in the other. */
test('a list has words for easy read wherever it has them for standard', () => {
  const onlyStandard = lists.filter(([, , [standard, easy]]) => standard && !easy).map(([, name]) => name);
  expect(onlyStandard).toEqual([]);
});
