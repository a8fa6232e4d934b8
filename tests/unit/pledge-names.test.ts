/** Names as people write them: kept letter for letter, without what cannot be seen; look-alikes told to staff. */
import { describe, expect, test } from 'vitest';
import { cleanLine, hasLetterOrDigit, lengthOf } from '../../src/pledge/form/clean.ts';
import { mixedScripts, skeleton } from '../../src/pledge/form/look-alike.ts';
import { isReference, newPublicId, newReference, readReference } from '../../src/pledge/form/reference.ts';

describe('Names: a line is tidied and no letter is mended', () => {
  test.each([
    ["St. Mary's C of E (VA) Primary School", "St. Mary's C of E (VA) Primary School"],
    ['Ysgol Gyfun Gŵyr', 'Ysgol Gyfun Gŵyr'],
    ['Zespół Szkół nr 5 – „Łąka”', 'Zespół Szkół nr 5 – „Łąka”'],
    ['مدرسة النور', 'مدرسة النور'],
    ['北京学校', '北京学校'],
    ["O’Neill & Sons' Nursery #1", "O’Neill & Sons' Nursery #1"],
    ['McDonald', 'McDonald'],
    ['  two   words\t\r\nmore ', 'two words more'],
    ['e\u0301cole', 'école'],
    ['safe\u202Egpj.exe', 'safegpj.exe'],
    ['a\u200Bb\uFEFFc\u00ADd', 'abcd'],
    ['می‌خواهم', 'می\u200cخواهم'],
    ['\u200Dx\u200D', 'x'],
    ['a\u0000b\u0007', 'ab'],
    ['tag\u{E0041}s', 'tags'],
    ['lone \uD800 half', 'lone \uFFFD half'],
  ])('%j', (typed, kept) => expect(cleanLine(typed)).toBe(kept));

  test('blanks that look like nothing are no name', () => {
    for (const blank of ['', ' ', '\u3164\u3164', '\u2800', '\u115F', '\u{E0020}', '\uFE0F', '\u00AD', '...', '—', '\u180e', '\u200d'])
      expect(hasLetterOrDigit(cleanLine(blank)), JSON.stringify(blank)).toBe(false);
  });
  test('length is counted as people count', () => expect(lengthOf('a😀b')).toBe(3));
  test('40,000 spaces and a megabyte of marks take no time', () => {
    const since = performance.now();
    for (const text of [' '.repeat(40_000) + 'x', 'a\u0301'.repeat(500_000), '\u200d'.repeat(1_000_000), '\t '.repeat(400_000)])
      cleanLine(text);
    expect(performance.now() - since).toBeLessThan(2000);
  });
  test('any text at all is tidied without a fault, and tidying again changes nothing', () => {
    for (let round = 0; round < 3000; round += 1) {
      const text = Array.from({ length: 20 }, () => String.fromCharCode(Math.floor(Math.random() * 65_536))).join('');
      const once = cleanLine(text);
      expect(cleanLine(once), JSON.stringify(text)).toBe(once);
      expect(once).toBe(once.toWellFormed());
    }
  });
});

describe('Look-alike names are told to staff', () => {
  test.each([
    ['Oakfield School', 'OAKFIELD  school'],
    ['Oakfield School', 'Oаkfield Schооl'],
    ['Oakfield School', 'Oakfie1d Sch00l'],
    ['St. Mary’s', 'St Marys'],
    ['Modern Park', 'Modem Park'],
    ['École', 'Ecole'],
    ['Straße', 'STRASSE'],
    ['Ｆｕｌｌ', 'Full'],
  ])('%s looks like %s', (one, other) => expect(skeleton(one)).toBe(skeleton(other)));
  test.each([
    ['Oakfield', 'Ashfield'],
    ['Northside', 'Southside'],
    ['School 2', 'School 3'],
    ['北京', '东京'],
  ])('%s does not look like %s', (one, other) => expect(skeleton(one)).not.toBe(skeleton(other)));
  test('a word of several alphabets is seen, a name of several is not one', () => {
    expect(mixedScripts('Pаrk School')).toBe(true);
    expect(mixedScripts('Park школа')).toBe(false);
    expect(mixedScripts("Ysgol Gŵyr O'Neill 2")).toBe(false);
  });
});

describe('References', () => {
  test('are of the promised form, and differ', () => {
    const drawn = Array.from({ length: 2000 }, newReference);
    expect(drawn.every((reference) => /^SP-[BCDFGHJKLMNPQRSTVWXYZ2-9]{4}-[BCDFGHJKLMNPQRSTVWXYZ2-9]{4}$/.test(reference))).toBe(true);
    expect(new Set(drawn).size).toBe(2000);
    expect(newPublicId()).toMatch(/^[bcdfghjkmnpqrstvwxyz2-9]{8}$/);
  });
  test('are read as an operator types them', () => {
    for (const typed of ['SP-BCDF-2345', 'sp-bcdf-2345', ' bcdf2345 ', 'SP BCDF 2345', 'sp–bcdf–2345'])
      expect(readReference(typed), typed).toBe('SP-BCDF-2345');
    for (const typed of ['', 'SP-BCDF', 'SP-AAAA-0000', 'x'.repeat(5000)]) expect(readReference(typed)).toBeUndefined();
    expect(isReference('SP-BCDF-2345')).toBe(true);
    expect(isReference('sp-bcdf-2345')).toBe(false);
  });
});
