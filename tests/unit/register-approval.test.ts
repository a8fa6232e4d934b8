/** The last look before words are public: what leads to a person is found however it is written, and what does not is left in peace. */
import { expect, test } from 'vitest';
import { personalIn } from '../../src/pledge/register/command-approval.ts';

test.each([
  ['Write to jo@oak.example', 'an e-mail address'],
  ['jo＠oak.example', 'an e-mail address'],
  ['jo (at) oak.example', 'an e-mail address'],
  ['Ring 01733 555 123', 'a telephone number'],
  ['Ring (01733) 555-123', 'a telephone number'],
  ['+44 1733 555123', 'a telephone number'],
  ['07700900123', 'a telephone number'],
  ['０７７００９００１２３', 'a telephone number'],
  ['1733 555 1234', 'a telephone number'],
  ['See https://oak.example', 'the address of a website'],
  ['See www.oak.example', 'the address of a website'],
])('%j holds %s', (text, found) => expect(personalIn(text)).toBe(found));

test.each([
  'Oak School',
  'St. Mary & St. John’s (CofE) Primary – Years 3 to 6',
  'Since 2021 we have listened to 1,250 pupils in 12 classes.',
  'From 2021-07-01 on, all 85 of us meet at 10 every day.',
  'We look @ every child',
  'École Żółć 学校',
])('%j is left as it is', (text) => expect(personalIn(text)).toBeUndefined());
