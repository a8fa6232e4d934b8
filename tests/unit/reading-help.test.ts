/** What is kept of a reader's choices, and how a damaged entry is read. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { beforePaint } from '../../src/reading-help/before-paint.ts';
import { choices, othersIn, savedFrom, storeKey, textOf } from '../../src/reading-help/settings.ts';

test('what is written is what is read', () => {
  const saved = { size: '150', colours: 'cream', always: true } as const;
  expect(savedFrom(textOf(saved)!)).toEqual(saved);
});

test('a new choice leaves the speed and the voice of reading aloud', () => {
  const others = othersIn('{"size":"125","always":true,"rate":1.2,"voice":"Serena"}');
  expect(others).toEqual({ rate: 1.2, voice: 'Serena' });
  expect(JSON.parse(textOf({ colours: 'dark' }, others)!)).toEqual({ rate: 1.2, voice: 'Serena', colours: 'dark' });
});

test.each([null, '', '{', '7', '"x"', '[]'])('a damaged entry holds nothing else: %s', (text) => expect(othersIn(text)).toEqual({}));

test('with nothing chosen nothing is written', () => expect(textOf({})).toBeUndefined());

test.each([null, '', '{', 'null', '7', '"x"', '[]', '{"size":{"a":1}}', '{"size":"9"}', '{"reading":"easy-read"}', '{"always":0}'])(
  'a damaged or unknown entry is no choice: %s',
  (text) => expect(savedFrom(text)).toEqual({}),
);

test('what is known is taken from an entry with unknown parts', () =>
  expect(savedFrom('{"size":"125","later":"x","colours":"puce"}')).toEqual({ size: '125' }));

test('the script before paint knows every choice and the one key', () => {
  for (const { name } of choices) expect(beforePaint).toMatch(new RegExp(`['\\s]${name}['\\s]`));
  expect(beforePaint).toContain(`'${storeKey}'`);
  expect(() => new Function(beforePaint)).not.toThrow();
});

const css = (file: string) => readFileSync(file, 'utf8');
/** The declarations of the first rule whose selector holds a text. */
const declared = (text: string, from: string, after = '') => {
  const start = text.indexOf('{', text.indexOf(from, text.indexOf(after)));
  expect(start, `${from} is not found`).toBeGreaterThan(0);
  return text
    .slice(start + 1, text.indexOf('}', start))
    .split(';')
    .map((line) => line.trim())
    .filter(Boolean)
    .sort();
};

test('dark by choice has the same colours as the dark of a device', () => {
  const device = declared(css('src/styles/site.css'), '[data-hue]', 'prefers-color-scheme: dark');
  expect(declared(css('src/reading-help/choices.css'), "data-colours='dark'] [data-hue]")).toEqual(device);
  expect(device.length).toBeGreaterThan(10);
});

test('every value has a rule, or a script that shows it', () => {
  const rules = css('src/reading-help/choices.css');
  for (const { name, values } of choices)
    for (const value of values) if (name !== 'ruler') expect(rules).toMatch(new RegExp(`\\[data-${name}(='${value}')?\\]`));
});
