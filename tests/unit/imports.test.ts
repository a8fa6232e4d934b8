/** Imports point one way, so that a room can be changed without fear for the others. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { whyNot } from './house.ts';
import { importsOf, sourceFiles } from './source-files.ts';

test('imports in src point one way', () => {
  const files = sourceFiles();
  expect(files.length).toBeGreaterThan(0);
  const problems = files.flatMap(({ path, imports }) =>
    imports.flatMap((to) => (whyNot(path, to) ? [`${path} imports ${to}, which ${whyNot(path, to)}`] : [])),
  );
  expect(problems.join('\n')).toBe('');
});

test('content holds no code and imports nothing', () => {
  expect(globSync('content/**/*.{ts,js,mjs,cjs,tsx,jsx,astro}')).toEqual([]);
  const programs = globSync('content/**/*.mdx').filter((file) => /^(import|export)\s/m.test(readFileSync(file, 'utf8')));
  expect(programs).toEqual([]);
});

describe('the rule itself', () => {
  test.each([
    ['src/pages/x.astro', 'src/layouts/Page.astro'],
    ['src/pages/x.astro', 'src/styles/hues.ts'],
    ['src/layouts/Page.astro', 'src/gallery/artworks.ts'],
    ['src/gallery/artworks.ts', 'src/readings/reading.ts'],
    ['src/readings/PageFoot.astro', 'src/easy-read/Idea.astro'],
    ['src/easy-read/Idea.astro', 'src/words/words.ts'],
    ['src/content.check.ts', 'src/gallery/artwork.schema.ts'],
    ['src/start.ts', 'src/server/app.ts'],
    ['src/pledge/register/register.ts', 'src/settings.ts'],
  ])('%s may import %s', (from, to) => expect(whyNot(from, to)).toBeUndefined());

  test.each([
    ['src/layouts/Page.astro', 'src/pages/x.ts'],
    ['src/readings/reading.ts', 'src/layouts/Page.astro'],
    ['src/readings/reading.ts', 'src/gallery/artworks.ts'],
    ['src/progress/strand.ts', 'src/gallery/artworks.ts'],
    ['src/components/Do.astro', 'src/readings/reading.ts'],
    ['src/styles/hues.ts', 'src/components/Do.astro'],
    ['src/readings/reading.ts', 'src/content.check.ts'],
    ['src/readings/reading.ts', 'content/local-offer.ts'],
  ])('%s may not import %s', (from, to) => expect(whyNot(from, to)).toBeTypeOf('string'));

  test('every way to import is seen', () => {
    const text = `import a from './a.ts'; import '../styles/b.css';\nexport { c } from "./c.ts"; await import('./d.ts'); import type { E } from './e.ts'; import f from 'f';`;
    expect(importsOf('src/layouts/x.ts', text)).toEqual([
      'src/layouts/a.ts',
      'src/styles/b.css',
      'src/layouts/c.ts',
      'src/layouts/d.ts',
      'src/layouts/e.ts',
    ]);
  });
});
