/** The list that the build reads: what is broken in it stops the build with a sentence for whoever runs it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { publishedJson } from '../../src/pledge/signed/public-list.ts';
import { listGuard } from '../../src/pledge/signed/list-guard.ts';
import { localOffer } from '../../src/readings/local-offer.ts';
import { readSignedFile, signedFile } from '../../src/pledge/signed/signed-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'signed-'));
afterAll(() => rmSync(folder, { recursive: true }));

const good = {
  changed: '2026-11-20T10:00:00.000Z',
  count: 1,
  signatories: [
    { id: 'bcdfghjl', name: 'Oak School', kind: 'primary', area: 'north', date: '2026-11-02', website: 'https://example.org/' },
  ],
  withdrawn: ['zzzzzzzz'],
};
const read = (text: string) => {
  writeFileSync(signedFile(folder), text);
  return readSignedFile(signedFile(folder), ['north', 'south']);
};
const withEntry = (change: object) => JSON.stringify({ ...good, signatories: [{ ...good.signatories[0], ...change }] });

test('a whole list is read as it is, also when Windows wrote it', () => {
  expect(read(JSON.stringify(good))).toEqual(good);
  expect(read(`\ufeff${JSON.stringify(good)}`)).toEqual(good);
});

test('where there is none the list is empty', () =>
  expect(readSignedFile(join(folder, 'nothing', 'signed.json'), ['north'])).toEqual({
    changed: null,
    count: 0,
    signatories: [],
    withdrawn: [],
  }));

test.each([
  ['half a file', '{"changed": null, "count"', /signed\.json is not whole/],
  ['an empty file', '', /signed\.json is not whole/],
  ['a list and no object', '[]', /signed\.json .*is empty or not a list of fields/],
  ['a missing field', '{"changed":null,"count":0,"signatories":[]}', /needs the field "withdrawn"/],
  ['a field too many, as a contact', withEntry({ email: 'a@example.org' }), /has the field "signatories\.0\.email", which is not known/],
  ['an id that is no id', withEntry({ id: 'SP-BCDF-GHJK' }), /"signatories\.0\.id"/],
  ['an id that leads out of its folder', withEntry({ id: '../../bc' }), /"signatories\.0\.id"/],
  ['a kind that does not exist', withEntry({ kind: 'zoo' }), /"signatories\.0\.kind" .*early-years/],
  ['an area of another council', withEntry({ area: 'west' }), /"signatories\.0\.area"/],
  ['a day that the calendar does not have', withEntry({ date: '2026-02-31' }), /"signatories\.0\.date"/],
  ['a website without https', withEntry({ website: 'http://example.org/' }), /"signatories\.0\.website" .*https/],
  ['a website that is a script', withEntry({ website: 'javascript:alert(1)' }), /"signatories\.0\.website"/],
  ['a name of two lines', withEntry({ name: 'Oak\nSchool' }), /"signatories\.0\.name"/],
  ['a count that is wrong', JSON.stringify({ ...good, count: 2 }), /"count"/],
  [
    'the same id twice',
    JSON.stringify({ ...good, count: 2, signatories: [good.signatories[0], good.signatories[0]] }),
    /"signatories\.1\.id"/,
  ],
  ['an id that was withdrawn', JSON.stringify({ ...good, withdrawn: ['bcdfghjl'] }), /"signatories\.0\.id"/],
])('%s stops the build with file, field and mend', (_what, text, sentence) => {
  expect(() => read(text)).toThrow(sentence);
  expect(() => read(text)).toThrow(/Make it again with "npm run register -- export --public/);
});

test('a build whose list lost its entries is held back, unless they were withdrawn or the old site had no list', () => {
  const old = join(folder, 'site');
  const data = join(folder, 'data');
  mkdirSync(join(old, 'pledge'), { recursive: true });
  mkdirSync(data);
  const area = localOffer.areas[0]!.id;
  const list = { ...good, signatories: [{ ...good.signatories[0]!, kind: 'primary' as const, area }] };
  const guard = listGuard(data);
  expect(guard(old)).toBeUndefined();
  writeFileSync(join(old, 'pledge', 'signed.json'), publishedJson(list));
  expect(guard(old)).toMatch(/^1 of the 1 settings/);
  writeFileSync(signedFile(data), JSON.stringify(list));
  expect(guard(old)).toBeUndefined();
  writeFileSync(signedFile(data), JSON.stringify({ ...list, count: 0, signatories: [], withdrawn: [list.signatories[0]!.id] }));
  expect(guard(old)).toBeUndefined();
});
