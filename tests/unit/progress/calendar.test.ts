/** The calendar has the days that are known in full, and makes none up. */
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { calendarOf, eventsOf } from '../../../src/progress/calendar.ts';
import type { Strand } from '../../../src/progress/read.ts';
import { dated, record, says } from './records.ts';

const source = { source: 'paper' };
const name = (standard: string) => ({ standard, easyRead: standard });
const updates = [
  {
    id: 'progress/updates/2021-07-15-a-report',
    address: '/progress/updates/2021-07-15-a-report/',
    facts: {
      lastChecked: '2026-11-23',
      events: [
        { name: name('A meeting; with, commas'), on: '2021-07-15', source },
        { name: name('A conference'), on: '2022-03', source },
        { name: name(`A visit of ${'many '.repeat(30)}people`), on: '2024-02-28', until: '2024-02-29', source },
      ],
    },
  },
];
const strands = [
  {
    id: 'safe-roads/quiet-road',
    address: '/x/',
    record: record({
      milestones: [
        { name: 'opening', words: says('It opens.'), steps: [dated('2021-01-01', { state: 'planned', due: '2021-09-01' })] },
        { name: 'by-then', words: says('It is ready.'), steps: [dated('2021-01-01', { state: 'planned', due: 'by 2021-09-30' })] },
      ],
    }),
  } as unknown as Strand,
];
const text = calendarOf(eventsOf(updates, strands, '2026-11-23'), 'Dates', (address) => new URL(address, 'https://example.org'));
const events = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));

test('a real reader of calendars finds the days, the oldest first', () => {
  expect(events.map(({ startDate, endDate }) => [startDate.toString(), endDate.toString()])).toEqual([
    ['2021-07-15', '2021-07-16'],
    ['2021-09-01', '2021-09-02'],
    ['2024-02-28', '2024-03-01'],
  ]);
  expect(events[0]!.summary).toBe('A meeting; with, commas');
});

test('what is known by its month, or as an end, is not made a day', () => {
  expect(text).not.toContain('conference');
  expect(text).not.toContain('ready');
});

test('it holds to RFC 5545: whole days, CRLF, lines of at most 75 bytes, one name for each event', () => {
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text.match(/DTSTART;VALUE=DATE:/g)).toHaveLength(3);
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(3);
});

test('the same content gives the same bytes', () =>
  expect(calendarOf(eventsOf(updates, strands, '2026-11-23'), 'Dates', (address) => new URL(address, 'https://example.org'))).toBe(text));
