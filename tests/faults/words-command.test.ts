/** `npm run words` as a writer meets it: its lines, and its exit code 0, 1 or 2. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ContentCopy, project } from '../council/council.ts';

function run(content: ContentCopy, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(project, 'src/content.words.ts'), ...words], {
    cwd: project,
    env: { ...process.env, CONTENT_DIR: content.folder },
    encoding: 'utf8',
  });
  expect(stderr, 'no stack trace').not.toMatch(/^\s+at .*:\d+:\d+/m);
  return { status, lines: stdout.trim().split('\n').filter(Boolean), said: stderr.trim() };
}
const lineOf = (text: string, words: string) => text.split('\n').findIndex((line) => line.includes(words)) + 1;
const page = 'help-now/easy-read.mdx';
const before = 'Ask a person you trust for help.';
const full = 'about/standard.mdx';
const heading = '## What it is made of\n';

test('clean content is exit 0, and says nothing to mend', () => {
  using content = new ContentCopy();
  expect(run(content)).toEqual({ status: 0, lines: [], said: 'The words hold to every rule.' });
});

test('each finding is a line with its file, its line, the words, a better way and the rule, and the exit is 1', () => {
  using content = new ContentCopy();
  content.change(page, before, 'Ask a freind.\nYou can can go.');
  content.change(full, heading, `${heading}\nSee the color.\nIt is lame.\n`);
  const { status, lines, said } = run(content);
  expect(status).toBe(1);
  expect(lines).toHaveLength(3);
  const place = (file: string, words: string) => `${file}:${lineOf(content.read(file), words)}: `;
  for (const [start, rest] of [
    [place(full, 'the color'), /"color" is not in the British dictionary\. Write "colour".* \[spelling\]$/],
    [place(full, 'It is lame'), /"lame" can hurt people.* Say ".*" ?.*\[hurtful\]$/],
    [place(page, 'freind'), /"freind" is not in the British dictionary\. Write "friend".* \[spelling\]$/],
  ] as const)
    expect(lines.find((line) => line.includes(start))?.split(start)[1]).toMatch(rest);
  expect(said).toBe('3 things to mend.');
});

test('only the files that were asked for are told of', () => {
  using content = new ContentCopy();
  content.change(page, before, 'Ask a freind.');
  expect(run(content, join(content.folder, 'about')).status).toBe(0);
  expect(run(content, join(content.folder, page)).status).toBe(1);
  expect(run(content, join(content.folder, 'about'), join(content.folder, 'help-now')).lines).toHaveLength(1);
});

test('structure and pictures are told of too', () => {
  using content = new ContentCopy();
  content.change(page, 'picture="hand"', 'picture="hande"');
  expect(run(content).lines).toEqual([expect.stringMatching(/easy-read\.mdx:\d+: names the picture "hande"/)]);
});

test('advice is shown where it is asked for, and is no finding', () => {
  using content = new ContentCopy();
  const { status, lines } = run(content, '--advice');
  expect(status).toBe(0);
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.filter((line) => !/:\d+: advice: /.test(line))).toEqual([]);
});

test('words may stay where an exception says why', () => {
  using content = new ContentCopy();
  content.change(page, before, 'Ask a freind.');
  content.write('wording/exceptions.yaml', `- file: ${page}\n  rule: spelling\n  words: freind\n  reason: A child wrote it so.\n`);
  expect(run(content).status).toBe(0);
});

test('an exception that is not needed any more is a finding, on its own line', () => {
  using content = new ContentCopy();
  content.write(
    'wording/exceptions.yaml',
    `# Exceptions\n- file: ${page}\n  rule: spelling\n  words: freind\n  reason: A child wrote it so.\n`,
  );
  const { status, lines } = run(content);
  expect(status).toBe(1);
  expect(lines).toEqual([expect.stringMatching(/wording\/exceptions\.yaml:2: excepts "freind" .* Take the exception out\.$/)]);
});

test('an exception of another rule, file or word excepts nothing', () => {
  using content = new ContentCopy();
  content.change(page, before, 'Ask a freind.');
  for (const [file, rule, words] of [
    [page, 'hurtful', 'freind'],
    [full, 'spelling', 'freind'],
    [page, 'spelling', 'frend'],
  ]) {
    content.write('wording/exceptions.yaml', `- file: ${file}\n  rule: ${rule}\n  words: ${words}\n  reason: A child wrote it so.\n`);
    expect(run(content).lines, `${file} ${rule} ${words}`).toHaveLength(2);
  }
});

test('a list of the council counts', () => {
  using content = new ContentCopy();
  content.change(page, before, 'Ask a freind.');
  content.write('wording/spelling.yaml', '- words: [freind]\n  allow: true\n  reason: The name of a club.\n');
  expect(run(content).status).toBe(0);
});

test('a file in the folder of lists that no rule reads is a finding', () => {
  using content = new ContentCopy();
  content.write('wording/idiom.yaml', '- words: [as right as rain]\n  say: well\n  reason: It is not about rain.\n');
  expect(run(content).lines).toEqual([expect.stringMatching(/wording\/idiom\.yaml:1: is no list that the check knows/)]);
});

test.each([
  ['a path that does not exist', () => ['content/no-such-page'], undefined, /There is no "content\/no-such-page"/],
  ['a path that is no content', () => ['README.md'], undefined, /"README\.md" is not content/],
  ['a setting that it does not have', () => ['--all'], undefined, /"--all" is no setting/],
  ['a list that cannot be read', () => [], { 'wording/idioms.yaml': '- words: [one\n' }, /wording\/idioms\.yaml:\d+: cannot be read/],
  [
    'a list without a reason',
    () => [],
    { 'wording/idioms.yaml': '- words: [one two]\n  say: three\n' },
    /idioms\.yaml:1: needs the field "0\.reason"/,
  ],
  [
    'a page that cannot be read',
    () => [],
    { [page]: '---\nsummary: One.\n---\n\n<Idea picture="hand">\n' },
    /help-now\/easy-read\.mdx:5: cannot be read/,
  ],
  ['facts that cannot be read', () => [], { 'local-offer.yaml': 'name: [\n' }, /local-offer\.yaml:\d+: cannot be read/],
] as const)('%s is exit 2 with a sentence, and nothing else', (_name, words, files, sentence) => {
  using content = new ContentCopy();
  for (const [file, text] of Object.entries(files ?? {})) content.write(file, text);
  const { status, lines, said } = run(content, ...words());
  expect(said).toMatch(sentence);
  expect(lines).toEqual([]);
  expect(status).toBe(2);
});

test('a page that cannot be read does not stop the check of another', () => {
  using content = new ContentCopy();
  content.write(page, '---\nsummary: One.\n---\n\n<Idea picture="hand">\n');
  expect(run(content, join(content.folder, 'about')).status).toBe(0);
});
