/** Another council changes `content/` and has its own site, so the code names no area. */
import { globSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';

const local = /peterborough|cambridgeshire/i;

test('no file of the code names an area', () => {
  const files = [...globSync('src/**/*'), 'astro.config.mjs'].filter((file) => statSync(file).isFile());
  expect(files.length).toBeGreaterThan(1);
  const found = files.filter((file) => local.test(file) || local.test(readFileSync(file, 'latin1')));
  expect(found, 'these name an area: move the fact to content/local-offer.yaml').toEqual([]);
});
