/** The benches write their tables into the README themselves. */
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { median, tableOf, withTable } from '../bench/readme-table.ts';

test('a table takes the place of the one before, and of nothing else', () => {
  const text = 'before\n\n<!-- bench:form -->\n\nold\n\n<!-- /bench:form -->\n\nafter\n';
  const once = withTable(
    text,
    'form',
    tableOf([
      ['a', 'b'],
      [1, 2],
    ]),
  );
  expect(once).toBe('before\n\n<!-- bench:form -->\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n<!-- /bench:form -->\n\nafter\n');
  expect(
    withTable(
      once,
      'form',
      tableOf([
        ['a', 'b'],
        [1, 2],
      ]),
    ),
  ).toBe(once);
});

test('a README without a place for it is told where one belongs', () =>
  expect(() => withTable('nothing', 'form', '')).toThrow('<!-- bench:form -->'));

test('the middle one', () => expect([median([3, 1, 2]), median([5])]).toEqual([2, 5]));

test('every bench that writes a table has a place for it in the README', () => {
  const readme = readFileSync('README.md', 'utf8');
  const parts = readdirSync('tests/bench')
    .filter((file) => file.endsWith('.bench.ts'))
    .flatMap((file) => [...readFileSync(`tests/bench/${file}`, 'utf8').matchAll(/writeTable\(\s*'(\w+)'/g)].map(([, part]) => part!));
  expect(parts.length).toBeGreaterThan(2);
  for (const part of parts) expect(readme).toContain(`<!-- bench:${part} -->`);
});
