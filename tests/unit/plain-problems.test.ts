/** What a schema finds is said to an author in plain words: the field, and what to write there. */
import { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import { placedProblems, plainProblems } from '../../src/readings/plain-problems.ts';
import { topicSchema } from '../../src/readings/topic.schema.ts';

const schema = z.strictObject({
  title: z.string().min(2).max(10).describe('the name of the page'),
  order: z.number().int().describe('a whole number'),
  day: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d$/)
    .optional()
    .describe('a day, as 2026-11-23'),
  kind: z.enum(['a', 'b']).default('a').describe('one of: a, b'),
  sources: z
    .array(z.strictObject({ source: z.string().describe('the name of a source') }))
    .min(1)
    .describe('where it comes from'),
});
const good = { title: 'Work', order: 1, sources: [{ source: 'act' }] };

test('a good file has no problem', () => expect(plainProblems(schema, good)).toEqual([]));

describe('one sentence a problem', () => {
  test.each<[string, unknown, string]>([
    ['a missing field', { order: 1, sources: good.sources }, 'needs the field "title". Write the name of the page.'],
    ['an unknown field', { ...good, titel: 'x' }, 'has the field "titel", which is not known here. Take it out, or mend its spelling.'],
    [
      'a text that is too short',
      { ...good, title: 'x' },
      'has too little in the field "title": at least 2 letters. Write the name of the page.',
    ],
    [
      'a text that is too long',
      { ...good, title: 'x'.repeat(11) },
      'has too much in the field "title": at most 10 letters. Write the name of the page.',
    ],
    [
      'a list that is too short',
      { ...good, sources: [] },
      'has too little in the field "sources": at least 1 entries. Write where it comes from.',
    ],
    ['a wrong kind of value', { ...good, order: 'first' }, 'has a field "order" that cannot be used. Write a whole number.'],
    ['a wrong date', { ...good, day: '23/11/2026' }, 'has a field "day" that cannot be used. Write a day, as 2026-11-23.'],
    ['a word that is not in the list', { ...good, kind: 'c' }, 'has a field "kind" that cannot be used. Write one of: a, b.'],
    [
      'a field inside a list',
      { ...good, sources: [{ source: 1 }] },
      'has a field "sources.0.source" that cannot be used. Write the name of a source.',
    ],
    [
      'an unknown field inside a list',
      { ...good, sources: [{ source: 'a', page: 1 }] },
      'has the field "sources.0.page", which is not known here. Take it out, or mend its spelling.',
    ],
  ])('%s', (_name, value, sentence) => expect(plainProblems(schema, value)).toEqual([sentence]));
});

test.each([[null], [undefined], ['words'], [[]]])('a file that holds %j says which fields it needs', (value) => {
  expect(plainProblems(schema, value)).toEqual([expect.stringMatching(/^is empty or not .* title, order, sources\.$/)]);
});

test('several problems are all told', () => expect(plainProblems(schema, {})).toHaveLength(3));

test('a topic with a day that does not exist is told how to write a day', () => {
  const topic = { title: 'Work', picture: 'job', sources: [], lastChecked: '2026-13-45' };
  expect(plainProblems(topicSchema, topic)).toEqual([
    'has a field "lastChecked" that cannot be used. Write the day when its facts were last checked, as 2026-11-23.',
  ]);
});

test('each problem has the path of its field, so that a check can name the line', () => {
  const found = placedProblems(schema, { ...good, order: 'first', sources: [{ source: 'a', page: 1 }] });
  expect(found.map(({ path }) => path)).toEqual([['order'], ['sources', 0, 'page']]);
});

test('a name that cannot be an address is told what it could be', () => {
  const names = z.record(z.string().regex(/^[a-z-]+$/), z.string());
  expect(plainProblems(names, { 'Open Gate': 'x' })).toEqual([
    'has the name "Open Gate". Use small letters, figures and hyphens, as "open-gate".',
  ]);
});
