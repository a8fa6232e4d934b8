/** Many made-up topics: copies of a real guide under other names, in both readings, so that every check of the build has its work. */
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const like = 'guides/travel';
const names = [
  'swimming',
  'gardens',
  'music',
  'letters',
  'cooking',
  'singing',
  'reading',
  'walking',
  'painting',
  'sewing',
  'cycling',
  'drama',
];
/** Pages that stand side by side have pictures of their own, so they stand in groups: the first of each hundred is the page of its group. */
const groupSize = 100;
/** Each run and each size has titles of its own: what a build keeps by its title, as the picture of a page, is made anew. */
const run = (Math.floor(Date.now() / 1000) % 90) * 1000 + 10_000;
const nameOf = (index: number) => names[index % names.length]!;
const titleOf = (number: number, index: number) => `Travel to ${nameOf(index)}, place ${run + number + index}`;
const slugOf = (number: number, index: number) => `travel-to-${nameOf(index)}-${run + number + index}`;
const folderOf = (number: number, index: number) => {
  const first = index - (index % groupSize);
  return index === first ? slugOf(number, first) : `${slugOf(number, first)}/${slugOf(number, index)}`;
};

/** @param content a folder of content that is copied @param to the copy, with so many guides more */
export function withTopics(content: string, to: string, number: number): void {
  cpSync(content, to, { recursive: true });
  const source = join(content, like);
  const [facts, standard, easyRead] = ['topic.yaml', 'standard.mdx', 'easy-read.mdx'].map((file) =>
    readFileSync(join(source, file), 'utf8'),
  );
  const beside = readdirSync(join(content, 'guides'))
    .map((name) => join(content, 'guides', name, 'topic.yaml'))
    .filter((file) => existsSync(file))
    .map((file) => /^picture: (.*)$/m.exec(readFileSync(file, 'utf8'))?.[1]);
  const pictures = readdirSync(join(content, 'pictures'))
    .filter((file) => file.endsWith('.svg'))
    .map((file) => file.slice(0, -'.svg'.length))
    .filter((picture) => !beside.includes(picture));
  for (let index = 0; index < number; index += 1) {
    const picture = pictures[index % groupSize === 0 ? index / groupSize : index % groupSize]!;
    const folder = join(to, 'guides', folderOf(number, index));
    mkdirSync(folder, { recursive: true });
    // Names that families look for belong to one page.
    const own = facts!
      .replace(/^title: .*$/m, `title: ${titleOf(number, index)}`)
      .replace(/^otherNames: .*$/m, '')
      .replace(/^order: .*$/m, `order: ${100 + index}`)
      .replace(/^picture: .*$/m, `picture: ${picture}`);
    writeFileSync(join(folder, 'topic.yaml'), own);
    writeFileSync(join(folder, 'standard.mdx'), standard!);
    writeFileSync(join(folder, 'easy-read.mdx'), easyRead!.replace(/^title: .*$/m, `title: ${titleOf(number, index)}`));
  }
}

export interface MadeUp {
  address: string;
  title: string;
  /** Its words in MDX, without front matter. */
  mdx: string;
}

/** @returns the same pages for the other sides, both readings as pages of their own */
export function pagesOf(content: string, number: number): MadeUp[] {
  const words = (file: string) => readFileSync(join(content, like, file), 'utf8').replace(/^---[\s\S]*?---/, '');
  const [standard, easyRead] = [words('standard.mdx'), words('easy-read.mdx')];
  return Array.from({ length: number }, (_, index) => [
    { address: `guides/${folderOf(number, index)}`, title: titleOf(number, index), mdx: standard },
    { address: `easy-read/guides/${folderOf(number, index)}`, title: titleOf(number, index), mdx: easyRead },
  ]).flat();
}

/** What is left when the components are taken out, for who has none. */
export const plain = (mdx: string): string => mdx.replace(/^\s*<\/?[A-Z][^>]*>\s*$/gm, '');
