/** The facts of a text that the two readings must share: how they are found, and when two ways to write one are the same. */
import { expect, test } from 'vitest';
import { datesIn, saysDate } from '../../src/content-check/dates-in-text.ts';
import { asAddress, factOfLink, factsIn } from '../../src/content-check/facts-in-text.ts';

const found = (text: string, numbers: string[] = []) => factsIn(text, numbers).map(({ kind, key }) => `${kind} ${key}`);

test.each<[text: string, ...keys: string[]]>([
  ['Call 0300 365 1020, in office hours.', 'telephone 03003651020'],
  ['Call 0300 365 1020 today.', 'telephone 03003651020'],
  ['Call 01733-555 123.', 'telephone 01733555123'],
  ['Call +44 300 365 1020.', 'telephone 03003651020'],
  ['Call Childline on 0800 1111.', 'telephone 08001111'],
  ['Samaritans answer on 116 123.', 'telephone 116123'],
  ['Phone 111 and choose 2.', 'telephone 111'],
  ['Text HEAR to 85258 for free.', 'telephone 85258'],
  ['Write to Send.Team@Example.org.', 'e-mail send.team@example.org'],
  ['It costs £1,250.50 a year.', 'sum £1250.5'],
  ['It costs £2 million.', 'sum £2000000'],
  ['It costs 20 pounds.', 'sum £20'],
  ['It costs 50p.', 'sum £0.5'],
])('%s', (text, ...keys) => expect(found(text)).toEqual(keys));

test.each([
  '85 settings signed.',
  'There are 100 pages in 2 parts.',
  'Ages 14 to 25.',
  'Rule 952 of 1,600.',
  'Part 1, page 3.',
  'Call 600 families.',
])('no fact to share in: %s', (text) => expect(found(text)).toEqual([]));

test('a number for help is found without a word for phoning, and not inside another number', () => {
  expect(found('It is 999, day and night.', ['999'])).toEqual(['telephone 999']);
  expect(found('It is 1,999 or £999 or 9990.', ['999'])).toEqual(['sum £999']);
});

const keysOf = (text: string) => datesIn(text).map(({ key }) => key);

test.each<[text: string, ...keys: string[]]>([
  ['On 15 July 2021 it was ready.', '2021-07-15'],
  ['On the 1st May 2021.', '2021-05-01'],
  ['Since May 2021.', '2021-05'],
  ['Between July and September 2021.', '2021-07', '2021-09'],
  ['From 27 to 31 January 2025.', '2025-01-27', '2025-01-31'],
  ['Write 2026-11-23.', '2026-11-23'],
  ['In autumn 2021.', '2021-autumn'],
  ['By 31 March each year.', '--03-31'],
  ['The last Friday of June.', '--last-friday-06'],
  ['The last Friday in June.', '--last-friday-06'],
  ['For 2019 to 2024.', '2019', '2024'],
  ['The guide for 2023/24.', '2023', '2024'],
  ['In 2019, and in May 2021.', '2019', '2021-05'],
])('dates: %s', (text, ...keys) => expect(keysOf(text)).toEqual(keys));

test.each([
  'The Equality Act 2010.',
  'The 2014 law on SEND.',
  'A law of 2010.',
  'SI 2018/952.',
  'You may go in May.',
  '2,024 people.',
  '2024 people.',
])('no date in: %s', (text) => expect(keysOf(text)).toEqual([]));

test('a more exact date says what a less exact one says, and not the other way round', () => {
  expect(saysDate('2021-07-15', '2021-07')).toBe(true);
  expect(saysDate('2021-07', '2021')).toBe(true);
  expect(saysDate('2021-03-31', '--03-31')).toBe(true);
  expect(saysDate('2021-07', '2021-07-15')).toBe(false);
  expect(saysDate('2021', '2021-07')).toBe(false);
  expect(saysDate('--03-31', '2021-03-31')).toBe(false);
  expect(saysDate('2021-07-15', '2021-07-1')).toBe(false);
});

test('a link is the same wherever its address leads to the same place', () => {
  expect(asAddress('https://www.example.org/a/#part')).toBe(asAddress('http://Example.org/a'));
  expect(asAddress('https://example.org/a?page=1')).not.toBe(asAddress('https://example.org/a?page=2'));
  expect(factOfLink('tel:03003651020')?.key).toBe('03003651020');
  expect(factOfLink('mailto:Help@example.org?subject=Hello')?.key).toBe('help@example.org');
  expect(factOfLink('/guides/money/')).toBeUndefined();
  expect(factOfLink('#part')).toBeUndefined();
});
