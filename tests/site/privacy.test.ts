/** Nobody who was once an officer or signed a paper is named on this site, and no picture tells where or when it was taken. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import sharp from 'sharp';
import { test } from 'vitest';
import { expectNone } from './check.ts';
import { filesLike, pathOf } from './files.ts';

/**
 * Names of people in the report, and how a private number began, as SHA-256 of small letters: they must not stand in this
 * repository either. To add one: `node -p "crypto.createHash('sha256').update('first last').digest('hex').slice(0, 16)"`.
 */
const unnamed = new Set([
  'e1145f9beff8f72a',
  'fdc4b8917e5e14e3',
  'f95008ecbcb36a3b',
  '24156af4a8a6cd49',
  '40935735f39765e4',
  'e81d02b8568cfabb',
  '5cd0f301533dd89c',
  'd5000949e504a350',
  'd908a8c560471db5',
]);
const isUnnamed = (words: string) => unnamed.has(createHash('sha256').update(words).digest('hex').slice(0, 16));
const seen = new Map<string, boolean>();
const remembered = (words: string) => seen.get(words) ?? (seen.set(words, isUnnamed(words)), seen.get(words)!);

/** The single words of a text, each two that stand together, and the first five figures of each number. */
function* piecesOf(text: string): Generator<string> {
  const words =
    text
      .replace(/<[^>]*>/g, ' ')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  for (const [index, word] of words.entries()) yield* [word, `${word} ${words[index + 1] ?? ''}`];
  for (const [number] of text.matchAll(/\d[\d\s-]{4,}/g)) yield number.replace(/\D/g, '').slice(0, 5);
}

/** The text of a published file; the index of search is compressed. */
function textOfFile(file: string): string {
  const bytes = readFileSync(pathOf(file));
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
}

test('no page and no file names a person of the report', () =>
  expectNone(
    filesLike(/\.(html|xml|json|webmanifest|svg|txt|csv|js|css|pf_\w+)$/).flatMap((file) =>
      [...new Set(piecesOf(textOfFile(file)))]
        .filter(remembered)
        .map((words) => `/${file} holds "${words}". Name the role, never the person.`),
    ),
  ));

test('no published picture carries metadata', async () => {
  const problems: string[] = [];
  for (const file of filesLike(/\.(jpe?g|png|avif|webp|gif|tiff?)$/)) {
    const found = await sharp(pathOf(file)).metadata();
    const carried = (['exif', 'xmp', 'iptc', 'tifftagPhotoshop', 'comments'] as const).filter((kind) => found[kind] !== undefined);
    if (carried.length > 0) problems.push(`/${file} carries ${carried.join(', ')}. Write it again without metadata.`);
  }
  expectNone(problems);
});
