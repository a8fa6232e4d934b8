/** Every example of the pattern list, tried on a page of the made-up council: the good ones pass the check, the bad ones get their sentence. */
import { describe, expect, test } from 'vitest';
import { allPatterns } from '../../src/authors/patterns.ts';
import type { Example } from '../../src/components/pattern.ts';
import { checkContent } from '../../src/content-check/check.ts';
import { ContentCopy } from '../council/council.ts';

const patterns = allPatterns({
  page: { title: 'Our plan', address: '/our-plan/' },
  word: { word: 'support plan', address: '/words/support-plan/', picture: 'plan' },
});
const page = 'our-plan/know-every-child';

const saysOf = async (content: ContentCopy) => (await checkContent(content.folder)).map((problem) => `${problem.file} ${problem.problem}`);

/** What the check says of a page because examples were added to its readings. */
async function problemsOf(examples: Example[]) {
  using content = new ContentCopy();
  const before = new Set(await saysOf(content));
  for (const { reading, source } of examples) {
    const file = `${page}/${reading}.mdx`;
    content.write(file, `${content.read(file).trimEnd()}\n\n${source}\n`);
  }
  return (await saysOf(content)).filter((said) => !before.has(said));
}

test('each pattern has a name of its own, and examples of both kinds', () => {
  expect(new Set(patterns.map(({ id }) => id)).size).toBe(patterns.length);
  for (const { good, bad } of patterns) expect([good.length > 0, bad.length > 0]).toEqual([true, true]);
});

for (const { name, good, bad } of patterns)
  describe(name, () => {
    test('is right as the page of patterns shows it', async () => expect(await problemsOf(good)).toEqual([]));
    test.each(bad)('is not: $source', async (example) => {
      const problems = await problemsOf([example]);
      expect(problems.join('\n')).toMatch(example.says);
      expect(problems.filter((problem) => !problem.startsWith(`${page}/`))).toEqual([]);
    });
  });
