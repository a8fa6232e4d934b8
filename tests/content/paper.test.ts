/**
 * The whole way to paper, with the made-up council's site: a build without PDFs, the command, a build that links what came of it,
 * and one more after an author has changed one page.
 * Over 150 lines: one list of promises, each short.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, type TestContext } from 'vitest';
import { sizeInWords } from '../../src/paper/place.ts';
import { buildSite, cleanEnvironment, type Build } from '../council/build.ts';
import { ContentCopy, project, temporaryFolder } from '../council/council.ts';
import { pagesIn, type BuiltPage } from './built-site.ts';
import { readPaper, withoutSpaces, type Paper } from './paper-structure.ts';

const temporary = temporaryFolder();
const folders = { first: join(temporary, '1'), second: join(temporary, '2'), third: join(temporary, '3'), cache: join(temporary, 'paper') };
const content = new ContentCopy();
const SITE_URL = 'https://westmere.example.org';
const before = process.env.PAPER_DIR;

/** The command, as `npm run paper` runs it. */
function command(folder: string, ...words: string[]): Promise<Build> {
  return new Promise((done, failed) => {
    const env = cleanEnvironment({ OUT_DIR: folder, SITE_URL, PAPER_DIR: folders.cache, TODAY: '2026-11-23' });
    const child = spawn(process.execPath, ['src/paper.ts', ...words], { cwd: project, env, timeout: 240_000 });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', failed).on('close', (code) => done({ code, output }));
  });
}

const build = (folder: string) => buildSite({ CONTENT_DIR: content.folder, OUT_DIR: folder, SITE_URL });
const linkIn = ({ $ }: BuiltPage) => $('nav[data-paper] a[href]');
const hrefsIn = (page: BuiltPage) =>
  linkIn(page)
    .map((_, link) => page.$(link).attr('href')!)
    .get();

const withPages = (folder: string) => (statSync(join(folder, '404.html'), { throwIfNoEntry: false }) ? pagesIn(folder) : []);
let builds: Build[] = [];
let runs: Build[] = [];
let without: BuiltPage[] = [];
let linked: BuiltPage[] = [];
let next: BuiltPage[] = [];
const papers = new Map<string, Paper>();

beforeAll(async () => {
  process.env.PAPER_DIR = folders.cache;
  builds = [await build(folders.first)];
  without = withPages(folders.first);
  runs = [await command(folders.first)];
  if (runs[0]!.code !== 0) return;
  runs.push(await command(folders.first, 'pledge/be-kind'));
  builds.push(await build(folders.second));
  linked = withPages(folders.second);
  for (const href of new Set(linked.flatMap(hrefsIn))) papers.set(href, await readPaper(join(folders.second, href)));
  content.change('pledge/be-kind/easy-read.mdx', '<Idea', '<Idea picture="town">\nThis is new.\n</Idea>\n\n<Idea');
  builds.push(await build(folders.third));
  next = withPages(folders.third);
}, 280_000);
afterAll(() => {
  if (before === undefined) delete process.env.PAPER_DIR;
  else process.env.PAPER_DIR = before;
  content[Symbol.dispose]();
  rmSync(temporary, { recursive: true, force: true });
});

/** Without a browser there is no paper to look at; the run of all tests then says so. */
const ofPaper = (name: string, check: () => void | Promise<void>) =>
  test(name, (context: TestContext) => {
    if (runs[0]?.output.includes('There is no Chromium here')) context.skip(runs[0].output);
    expect(runs[0]?.code, runs[0]?.output).toBe(0);
    expect(builds.map(({ code }) => code, builds.map(({ output }) => output).join('\n'))).toEqual([0, 0, 0]);
    return check();
  });
const each = (check: (paper: Paper, href: string) => void) => {
  expect(papers.size).toBeGreaterThan(20);
  for (const [href, paper] of papers) check(paper, href);
};
const booklets = () => [...papers].filter(([href]) => href.endsWith('/booklet.pdf'));
const easyPages = () => linked.filter(({ address }) => address.startsWith('/easy-read/'));
const text = (page: BuiltPage, selector: string) =>
  page
    .$(selector)
    .map((_, element) => page.$(element).text().replace(/\s+/g, ' ').trim())
    .get();

describe('links', () => {
  test('none, and no place for one, where there is no PDF', () => {
    expect(builds[0]!.code, builds[0]!.output).toBe(0);
    expect(without.length).toBeGreaterThan(40);
    expect(without.filter(({ html }) => /data-paper|\/paper\//.test(html)).map(({ address }) => address)).toEqual([]);
    expect(builds[0]!.output).toContain('0 of');
  });

  ofPaper('every easy-read page has one to its PDF, and each section one more to its booklet', () => {
    for (const page of easyPages())
      expect(hrefsIn(page), page.address).toContain(`/paper${page.address.slice(0, -1)}.pdf`);
    const menu = ['our-plan', 'pledge', 'gallery', 'help-now'].map((id) => `/paper/easy-read/${id}/booklet.pdf`);
    expect(booklets().map(([href]) => href).sort()).toEqual(menu.sort());
  });

  ofPaper('they say how many pages and how large, and lead to a file that is so', () => {
    for (const page of linked)
      for (const item of page.$('nav[data-paper] li').toArray()) {
        const href = page.$(item).find('a').attr('href')!;
        const { length } = papers.get(href)!.sheets;
        const words = page.$(item).text();
        expect(words, page.address).toMatch(length === 1 ? /\b1 page\b/ : new RegExp(`\\b${length} pages\\b`));
        expect(words, page.address).toContain(sizeInWords(statSync(join(folders.second, href)).size));
        expect(page.$(item).find('a').attr('type')).toBe('application/pdf');
      }
  });

  ofPaper('a page that an author changed loses its link, and so does its section its booklet; all others keep theirs', () => {
    const lost = new Set(['/paper/easy-read/pledge/be-kind.pdf', '/paper/easy-read/pledge/booklet.pdf']);
    const all = (pages: BuiltPage[]) => pages.flatMap(hrefsIn).sort();
    expect(all(next)).toEqual(all(linked).filter((href) => !lost.has(href)));
    for (const href of lost) expect(existsSync(join(folders.third, href)), href).toBe(false);
    expect(next.find(({ address }) => address === '/easy-read/pledge/be-kind/')!.html).not.toContain('data-paper');
    expect(all(next).filter((href) => !existsSync(join(folders.third, href)))).toEqual([]);
  });
});

describe('the command', () => {
  ofPaper('says what it made, and the second time that all was there', () => {
    expect(runs[0]!.output).toMatch(/^made \/paper\/easy-read\/pledge\/be-kind\.pdf \(\d+ pages?, \d+ kB\)$/m);
    expect(runs[0]!.output).toMatch(/\d+ made in \d+ seconds, 0 were here already/);
    expect(runs[1]).toMatchObject({ code: 0 });
    expect(runs[1]!.output).toMatch(/^0 made in 0 seconds, 1 were here already/);
  });

  ofPaper('leaves nothing in the cache but whole PDFs', () => {
    expect(readdirSync(folders.cache).filter((file) => !/^[0-9a-f]{24}-\d+\.pdf$/.test(file))).toEqual([]);
    expect(readdirSync(folders.cache)).toHaveLength(papers.size);
  });

  test('says in one sentence what is wrong', async () => {
    const nothing = await command(join(temporary, 'nothing'));
    expect(nothing.code).toBe(2);
    expect(nothing.output).toMatch(/^There is no built site in .*nothing\. Run "npm run build" first/);
    const unknown = await command(folders.first, 'pledge/be-grand');
    expect(unknown.code).toBe(2);
    expect(unknown.output).toMatch(/^There is no page "pledge\/be-grand" to print\./);
  });
});

describe('every PDF', () => {
  ofPaper('is tagged, in British English, and has a title', () =>
    each(({ tagged, language, title }, href) => {
      expect({ tagged, language }, href).toEqual({ tagged: true, language: 'en-GB' });
      expect(title, href).toMatch(/\S+.*Westmere/);
    }));

  ofPaper('has its headings in order: one h1 first, and no level skipped', () =>
    each(({ roles }, href) => {
      const levels = roles.flatMap((role) => (/^H\d$/.test(role) ? [Number(role[1])] : []));
      expect(levels[0], href).toBe(1);
      expect(levels.filter((level) => level === 1), href).toHaveLength(1);
      levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 0), `${href}: ${levels.join(' ')}`).toBeLessThanOrEqual(1));
      expect(roles.includes('P'), href).toBe(true);
    }));

  ofPaper('has a bookmark for each heading, in its words', () => {
    for (const page of easyPages()) {
      const paper = papers.get(`/paper${page.address.slice(0, -1)}.pdf`)!;
      const headings = text(page, 'main :is(h1, h2, h3, h4):not(.no-print *, .needs-script *)').map(withoutSpaces);
      expect(paper.bookmarks.map(({ title }) => withoutSpaces(title)), page.address).toEqual(headings);
    }
  });

  ofPaper('is numbered on each sheet', () =>
    each(({ sheets }, href) => sheets.forEach(({ words }, index) => expect(words, href).toContain(`Page${index + 1}of${sheets.length}`))));

  ofPaper('has large words: 18 points in Ideas, nothing below 12', () => {
    each(({ sheets }, href) => expect(Math.min(...sheets.flatMap(({ sizes }) => sizes)), href).toBeGreaterThanOrEqual(11.9));
    const { sheets } = papers.get('/paper/easy-read/pledge/be-kind.pdf')!;
    expect(sheets[0]!.sizes.filter((size) => size >= 17.9 && size <= 18.1).length).toBeGreaterThan(2);
  });

  ofPaper('leads to the public address of the site, and to no other of its own', () =>
    each(({ sheets }, href) => {
      for (const link of sheets.flatMap(({ links }) => links)) expect(link, href).toMatch(/^(https?:\/\/(?!127|localhost)|tel:|sms:|mailto:)/);
    }));
});

describe('Ideas', () => {
  ofPaper('each stands whole on one sheet, with as many pictures drawn as it needs', () => {
    let count = 0;
    for (const page of easyPages()) {
      const { sheets } = papers.get(`/paper${page.address.slice(0, -1)}.pdf`)!;
      const ideas = page
        .$('main [data-idea] p')
        .toArray()
        .filter((element) => page.$(element).closest('.no-print').length === 0)
        .map((element) => {
          const words = page.$(element).clone();
          words.find('.hidden').remove();
          const link = withoutSpaces(words.find('a').first().text());
          const all = withoutSpaces(words.text());
          // A link prints its address behind its words, so of an Idea with a link only the words up to there are looked for.
          return link ? all.slice(0, all.indexOf(link) + link.length) : all;
        });
      for (const words of ideas) expect(sheets.filter((sheet) => sheet.words.includes(words)).length, `${page.address}: ${words}`).toBeGreaterThan(0);
      for (const sheet of sheets)
        expect(sheet.drawn, page.address).toBeGreaterThanOrEqual(ideas.filter((words) => sheet.words.includes(words)).length);
      count += ideas.length;
    }
    expect(count).toBeGreaterThan(60);
  });

  ofPaper('an artwork keeps the words that tell what is on it', () => {
    const artworks = easyPages().filter(({ address }) => /^\/easy-read\/gallery\/(?!share\/).+/.test(address));
    expect(artworks.length).toBeGreaterThan(1);
    const kept = artworks.map((page) => {
      const { alts } = papers.get(`/paper${page.address.slice(0, -1)}.pdf`)!;
      const mayPrint = page.$('main figure picture[data-no-paper]').length === 0;
      // Of one that the family did not agree to print, no picture is on paper.
      if (mayPrint) expect(alts).toContain(page.$('main figure img').attr('alt'));
      else expect(alts).not.toContain(page.$('main figure img').attr('alt'));
      return mayPrint;
    });
    expect(new Set(kept), 'the content has both kinds').toEqual(new Set([true, false]));
  });
});

describe('a booklet', () => {
  ofPaper('has a cover, then its contents with the right page numbers, then every page of its section', () => {
    for (const [href, { bookmarks, sheets }] of booklets()) {
      const section = href.replace('/paper', '').replace('booklet.pdf', '');
      const titles = easyPages().filter(({ address }) => address.startsWith(section)).map((page) => text(page, 'h1')[0]!);
      const chapters = bookmarks.filter(({ depth }) => depth === 2).map(({ title }) => title).slice(1);
      expect([...chapters].sort(), href).toEqual([...titles].sort());
      expect(bookmarks[0], href).toMatchObject({ depth: 1, title: chapters[0] });
      expect(sheets[0]!.words, href).toMatch(/Easyreadbooklet.*Wemadethisbookleton23November2026\./);
      const contents = sheets.slice(1).map(({ words }) => words).join('');
      chapters.forEach((title) => {
        const number = new RegExp(`${withoutSpaces(title).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}Page(\\d+?)(?=[A-Z]|Page)`).exec(contents)?.[1];
        expect(number, `${href}: ${title}`).toBeDefined();
        expect(sheets[Number(number) - 1]!.words, `${href}: ${title} on page ${number}`).toContain(withoutSpaces(title));
      });
    }
  });

  ofPaper('says who can help once, at its end, and asks once whether it was easy', () => {
    for (const [href, { bookmarks }] of booklets()) {
      const all = bookmarks.map(({ title }) => title);
      const end = ['Who can help', 'Was this page easy to understand?'];
      expect(all.slice(-2), href).toEqual(end);
      expect(all.filter((title) => end.includes(title)), href).toHaveLength(2);
    }
  });
});
