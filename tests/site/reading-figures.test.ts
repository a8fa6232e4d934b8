/** The figures that stand as proof in reports are those of the pages: the table holds every easy-read page, and each Idea its picture. */
import { load } from 'cheerio';
import { expect, test } from 'vitest';
import { onEach } from './check.ts';
import { easyReadPages, type Page } from './pages.ts';
import { figuresOf, tableOf } from './reading-figures.ts';

const page = (html: string): Page => ({ address: '/easy-read/x/', file: '', reading: 'easy-read', html, $: load(html) });
const picture = '<img alt="" src="/a.svg" data-picture="a">';

onEach(easyReadPages, 'every Idea has one picture', (one, say) => {
  const { ideas, withPicture } = figuresOf(one);
  if (withPicture !== ideas) say(`has ${ideas} Ideas, and ${withPicture} of them have one picture.`);
});

test('the figures are counted on running text, without headings, buttons and choices', () => {
  const html = `<main><h1>A long title that is not counted here</h1>
    <div data-idea>${picture}<p>You can ask. We can help you.</p><button>Listen</button></div>
    <div data-idea><p>It is free.</p></div><div data-idea>${picture}${picture}<p>Yes.</p></div><label>No</label>
    <div data-pagefind-ignore><p>This stands on every page.</p></div></main>`;
  expect(figuresOf(page(html))).toMatchObject({ words: 11, sentences: 4, mean: 2.75, longest: 4, ideas: 3, withPicture: 1 });
});

test('the table has a row for each page and one for all', () => {
  const lines = tableOf(easyReadPages.map(figuresOf)).split('\n');
  for (const { address } of easyReadPages) expect(lines.filter((line) => line.startsWith(`| ${address} |`))).toHaveLength(1);
  expect(lines.filter((line) => line.startsWith(`| all ${easyReadPages.length} pages |`))).toHaveLength(1);
});
