/**
 * What a build costs at 100 and 1,000 made-up topics in both readings (others by BENCH_SIZES), beside a bare Astro site of the same MDX pages (the limit for what
 * we add), Starlight and Eleventy. Each build is a process of its own with an empty cache, and the sides take turns.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bareAstro, eleventy, starlight, type Side } from './build/sides.ts';
import { costOf, type Cost } from './build/cost.ts';
import { pagesOf, withTopics } from './build/made-up.ts';
import { installOthers, versionOf } from './packages.ts';
import { measuredBy, tableOf, writeTable } from './readme-table.ts';

const sizes = (process.env.BENCH_SIZES ?? '100,1000').split(',').map(Number);
const project = resolve(import.meta.dirname, '../..');
installOthers();
const root = mkdtempSync(join(tmpdir(), 'build-'));
const made: string[] = [root];
process.once('exit', () => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** The content stands at one place for all sizes, so that the pictures of the gallery, which do not change, are made once. */
const content = join(root, 'content');
let turn = 0;
const ours = async (number: number): Promise<Cost> => {
  rmSync(content, { recursive: true, force: true });
  withTopics(join(project, 'content'), content, number);
  turn += 1;
  return costOf({
    cwd: project,
    command: [process.execPath, 'src/build.ts'],
    // Astro keeps what it knows of a content by its address: another one finds nothing kept.
    env: {
      CONTENT_DIR: content,
      OUT_DIR: join(root, `site-${turn}`),
      DATA_DIR: join(root, 'data'),
      SITE_URL: `https://turn-${turn}-${process.pid}.example.org`,
    },
  });
};
const other = async (side: Side): Promise<Cost> => {
  made.push(side.cwd);
  return costOf(side);
};

await ours(0);
/** What the site costs without any made-up topic: begins and everything that it has once, the pictures of the gallery aside. */
const start = await ours(0);
const rows: (string | number)[][] = [
  ['Topics, in two readings', 'Built by', 'CPU seconds', 'CPU ms for each page more', 'Beside bare Astro', 'MB at most'],
];
for (const number of sizes) {
  const pages = pagesOf(join(project, 'content'), number);
  const costs: [string, Cost, number][] = [
    ['bare Astro, MDX', await other(bareAstro(pages)), 0],
    ['**this site**, Pagefind aside', await ours(number), start.cpu - start.pagefind],
    ['Starlight, Markdown, no search', await other(starlight(pages)), 0],
    ['Eleventy, Markdown', await other(eleventy(pages)), 0],
  ];
  const bare = costs[0]![1].cpu;
  for (const [name, { cpu, pagefind, memory }, own] of costs) {
    const more = cpu - pagefind - own;
    rows.push([
      number.toLocaleString('en-GB'),
      name,
      (cpu - pagefind).toFixed(1),
      ((more / pages.length) * 1000).toFixed(1),
      (more / bare).toFixed(2),
      Math.round(memory),
    ]);
    console.log(rows.at(-1)!.join(' · '));
  }
}
const table = tableOf(rows);
writeTable(
  'build',
  `${table}\n\nOf our seconds, ${(start.cpu - start.pagefind).toFixed(1)} are for all that the site has once: its gallery, its progress, its checks. ${measuredBy(`@astrojs/starlight ${versionOf('@astrojs/starlight')}`, `Eleventy ${versionOf('@11ty/eleventy')}`)}`,
);
process.exit(0);
