/** An author's file is read with its lines, and what is no text in it is named. */
import { describe, expect, test } from 'vitest';
import { readMdx } from '../../src/readings/mdx-source.ts';

const page = (...lines: string[]) => ['---', 'summary: A page.', '---', ...lines].join('\n');
/** The problems of a file whose own first line is line 4. */
const problemsOf = (...lines: string[]) => readMdx(page(...lines)).problems;

test('front matter, headings, links, tags and text are read with their lines', () => {
  const source = readMdx(page('', '## Help', '', '<Idea picture="doctor">', 'See [a doctor](/words/gp/).', '</Idea>', '', 'Loose words.'));
  expect(source.problems).toEqual([]);
  expect(source.frontMatter).toEqual({ summary: 'A page.' });
  expect(source.headings).toEqual([{ line: 5, depth: 2, text: 'Help' }]);
  expect(source.links).toEqual([{ line: 8, text: 'a doctor', to: '/words/gp/' }]);
  expect(source.tags).toEqual([
    expect.objectContaining({ line: 7, name: 'Idea', attributes: { picture: 'doctor' }, text: 'See a doctor.' }),
  ]);
  expect(source.loose).toEqual([{ line: 11, text: 'Loose words.' }]);
});

test('an Idea on one line is an Idea, and its words are not loose', () => {
  const source = readMdx(page('', '<Idea picture="doctor">A doctor helps.</Idea>'));
  expect(source.tags.map(({ name, text }) => [name, text])).toEqual([['Idea', 'A doctor helps.']]);
  expect(source.blocks).toEqual([{ line: 5, text: 'A doctor helps.' }]);
  expect(source.loose).toEqual([]);
});

test('each piece of running text is counted once', () => {
  const source = readMdx(
    page('', 'One.', '', '- Two.', '- Three.', '', '<Note>', 'Four.', '</Note>', '', '| a | b |', '| - | - |', '| Five. | Six. |'),
  );
  expect(source.blocks.map(({ text }) => text)).toEqual(['One.', 'Two.', 'Three.', 'Four.', 'a', 'b', 'Five.', 'Six.']);
});

test('two lines of an Idea stay two lines', () => {
  expect(readMdx(page('<Idea picture="doctor">', 'One.', 'Two.', '</Idea>')).blocks).toEqual([{ line: 5, text: 'One.\nTwo.' }]);
});

describe('what is no text is named with its line', () => {
  test.each([
    ['an import', "import x from './x.js'", /"import" or "export"/],
    ['an export', 'export const x = 1', /"import" or "export"/],
    ['an expression', '{1 + 1}', /curly brackets/],
    ['an expression in a sentence', 'You are {age} now.', /curly brackets/],
    ['an expression in a setting', '<Idea picture={x}>One.</Idea>', /curly brackets/],
    ['a spread', '<Idea {...x}>One.</Idea>', /curly brackets/],
    ['HTML', '<div>One.</div>', /HTML tag <div>/],
    ['a script', '<script>alert(1)</script>', /HTML tag <script>/],
    ['a picture', '![A dog](dog.png)', /picture as !\[/],
  ])('%s', (_name, line, sentence) => {
    const problems = problemsOf('', line);
    expect(problems.map(({ problem }) => problem).join('\n')).toMatch(sentence);
    expect(problems[0]?.line).toBe(5);
  });
});

describe('a file that cannot be read is a sentence, not a crash', () => {
  test.each([
    ['a tag that is not closed', '<Idea picture="doctor">One.'],
    ['a tag closed by another', '<Note>One.</Idea>'],
    ['a lone bracket', 'One <2'],
    ['a bracket that is not closed', 'One { two'],
  ])('%s', (_name, line) => {
    const [first] = problemsOf('', line);
    expect(first?.problem.trim()).toMatch(/[.!]$/);
    expect(first?.problem).not.toMatch(/\n\s+at /);
    expect(first?.line).toBeGreaterThanOrEqual(4);
  });
  test('front matter with a bare colon', () => {
    const { problems, frontMatter } = readMdx('---\nsummary: one: two\n---\n');
    expect(problems[0]?.problem).toMatch(/quotes/);
    expect(frontMatter).toEqual({});
  });
  test.each([
    ['front matter that is not closed', '---\nsummary: One.\n\nTwo.\n', /closing "---" is missing/, 1],
    ['curly quotes in a tag', page('', '<Idea picture=“doctor”>', 'One.', '</Idea>'), /Use straight quotes/, 5],
    ['curly quotes in front matter', '---\ntitle: One\nsummary: “Two.”\n---\n', /straight quotes/, 3],
    ['a field that is there twice', '---\ntitle: One\ntitle: Two\n---\n', /"title" twice/, 3],
    ['letters that are lost', page('', 'A caf\uFFFD.'), /UTF-8/, 5],
  ])('%s', (_name, text, sentence, line) => {
    const { problems, readable } = readMdx(text);
    expect(problems).toEqual([{ line, problem: expect.stringMatching(sentence) as string }]);
    expect(readable).toBe(false);
  });
});

test('the fields of the front matter have their lines', () => {
  const { frontMatterLine, frontMatterTexts } = readMdx('---\ntitle: One\nsummary: Two.\n---\n');
  expect(frontMatterLine(['summary'])).toBe(3);
  expect(frontMatterLine(['checkedBy'])).toBeUndefined();
  expect(frontMatterTexts).toEqual([
    { line: 2, text: 'One' },
    { line: 3, text: 'Two.' },
  ]);
});
