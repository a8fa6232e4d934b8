/** Dates as people read them, the same wherever the build runs. */
import { expect, test } from 'vitest';
import { dateInWords } from '../../src/readings/dates.ts';

test.each([
  ['2021-07', 'July 2021'],
  ['2026-11-23', '23 November 2026'],
  ['2026-01-01', '1 January 2026'],
  ['2024-02-29', '29 February 2024'],
])('%s is %s', (written, words) => expect(dateInWords(written)).toBe(words));
