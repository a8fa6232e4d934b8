/** One response paints the page, also on a slow phone: what blocks rendering is in the HTML, and the HTML fits the first round trip. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { expect, test } from 'vitest';
import { choices } from '../../src/reading-help/settings.ts';
import { onEach } from './check.ts';
import { filesLike, pathOf } from './files.ts';
import { allPages, fullPages, pageAt, type Page } from './pages.ts';

const mostBytes = 14_000;
/** The whole picture dictionary on one page, which authors open at their desk, may take a second round trip. */
const mostOf: Record<string, number> = { '/authors/pictures/': 32_000 };
const mostFontBytes = 30_000;
const mostReadingHelpBytes = 3000;
const valuesOf = (name: string) => choices.find((choice) => choice.name === name)!.values;
/** Files and rules of the letters that only a choice fetches. */
const chosenLetters = new RegExp(valuesOf('letters').join('|'), 'i');
/** Its own page holds the controls too. */
const withReadingHelp = fullPages.filter(({ address }) => !address.endsWith('/reading-help/'));

/** The size of a page over the wire: its compressed twin, which the build makes, where it holds the same page. */
function compressedSize(file: string): number {
  const bytes = readFileSync(pathOf(file));
  const twin = `${pathOf(file)}.br`;
  if (existsSync(twin)) {
    const compressed = readFileSync(twin);
    if (brotliDecompressSync(compressed).equals(bytes)) return compressed.length;
  }
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

onEach(allPages, `every page is under ${mostBytes} bytes compressed`, ({ file, address }, say) => {
  const [size, most] = [compressedSize(file), mostOf[address] ?? mostBytes];
  if (size >= most) say(`is ${size} bytes compressed. Bring it under ${most}: shorten its style sheet, or split the page.`);
});

// A style sheet for paper alone is fetched behind all else, and nothing waits for it.
onEach(allPages, 'no file blocks rendering', ({ $ }, say) => {
  for (const link of $('link[rel~=stylesheet]:not([media=print])').toArray())
    say(`waits for the style sheet "${link.attribs.href}". Inline it.`);
  for (const script of $('script[src]').toArray())
    if (script.attribs.type !== 'module' && !('async' in script.attribs) && !('defer' in script.attribs))
      say(`waits for the script "${script.attribs.src}". Make it a module, or defer it.`);
});

test(`all fonts that a reader gets without choosing are under ${mostFontBytes} bytes`, () => {
  const fonts = filesLike(/\.(woff2?|ttf|otf)$/)
    .filter((file) => !chosenLetters.test(file))
    .map((file) => ({ file, bytes: statSync(pathOf(file)).size }));
  const total = fonts.reduce((sum, { bytes }) => sum + bytes, 0);
  expect(total).toBeGreaterThan(0);
  expect(total, `${fonts.map(({ file, bytes }) => `${file} ${bytes}`).join(', ')}: cut the letters that no page uses`).toBeLessThan(
    mostFontBytes,
  );
});

test('letters that a reader may choose are asked for by the choice alone, and one kind is at most 240,000 bytes', () => {
  const page = pageAt.get('/')!;
  const styles = page.$('style').text();
  for (const letters of valuesOf('letters')) {
    const files = filesLike(new RegExp(`_astro/${letters}[.-][^/]*woff2$`));
    expect(files.length, `${letters} is not published`).toBeGreaterThan(0);
    expect(files.reduce((sum, file) => sum + statSync(pathOf(file)).size, 0)).toBeLessThan(240_000);
    const rules = [...styles.matchAll(/[^{}]+\{[^{}]*\}/g)].map(([rule]) => rule);
    const uses = rules.filter((rule) => new RegExp(`font-family:\\s*["']?${letters}\\b`, 'i').test(rule) && !rule.includes('@font-face'));
    expect(uses.length, `nothing shows ${letters}`).toBeGreaterThan(0);
    expect(
      uses.filter((rule) => !rule.includes('data-letters=')),
      'a rule asks for them that is not for who has chosen them',
    ).toEqual([]);
    expect(page.$(`link[href*="${letters}"]`).length, 'they are fetched before they are chosen').toBe(0);
  }
});

/**
 * The budget of each template, in bytes of brotli: what it weighs now and a little room. A page that outgrows it is looked at before it
 * ships; who has a reason writes a new figure here. The first pattern that fits counts; the rest of the site has what `mostBytes` says.
 */
const budgets: readonly (readonly [template: string, addresses: RegExp, most: number])[] = [
  ['a word', /^\/(easy-read\/)?words\/.+/, 10_900],
  ['an embed page', /^\/gallery\/(.+\/)?embed\/$/, 4_800],
  ['an artwork', /^\/(easy-read\/)?gallery\/.+/, 13_600],
  ['the gallery', /^\/(easy-read\/)?gallery\/$/, 13_000],
  ['a page of progress', /^\/(easy-read\/)?progress\/.+/, 13_000],
  ['progress', /^\/(easy-read\/)?progress\/$/, 13_500],
  ['the home page', /^\/(easy-read\/)?$/, 11_800],
  ['the pledge', /^\/(easy-read\/)?pledge\/$/, 13_990],
  ['a topic', /^\/(easy-read\/)?(guides|preparing-for-adulthood|pledge|strategy|about)\//, 13_000],
  ['search', /^\/search\/$/, 10_200],
];

onEach(allPages, 'every page keeps to the budget of its template', ({ file, address }, say) => {
  const [template, , most] = budgets.find(([, addresses]) => addresses.test(address)) ?? [];
  const size = compressedSize(file);
  if (most && size > most)
    say(`is ${size} bytes compressed, and ${template} may have ${most}. Make it lighter, or say in this test why it is worth more.`);
});

/** A file of script and all that it imports at once; what it imports when it is needed is paid by who needs it. */
function withImports(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const code = readFileSync(pathOf(file), 'utf8');
  for (const [, name] of code.matchAll(/(?:\bfrom|\bimport)\s*["'`]\.\/([^"'`]+)["'`]/g)) withImports(`_astro/${name}`, seen);
  return seen;
}

onEach(
  allPages.filter(({ address }) => /^\/(easy-read\/)?((guides|preparing-for-adulthood|strategy|words|about)\/.*)?$/.test(address)),
  'a page of words fetches under 1,500 bytes of script before anybody wants more',
  ({ $ }, say) => {
    const files = new Set<string>();
    for (const { attribs } of $('script[src]').toArray()) withImports(attribs.src!.replace(/^.*(?=_astro\/)/, ''), files);
    const bytes = [...files].reduce((sum, file) => sum + compressedSize(file), 0);
    if (bytes >= 1500)
      say(`fetches ${bytes} bytes of script: ${[...files].join(', ')}. Import what only some visits need when they need it.`);
  },
);

test('what understands a question is under 3 KB, and nothing of search is fetched before it is wanted', () => {
  const page = pageAt.get('/search/')!;
  const own = page
    .$('script[src]')
    .toArray()
    .map((script) => script.attribs.src!.replace(/^.*(?=_astro\/)/, ''))
    .filter((file) => readFileSync(pathOf(file), 'utf8').includes('data-search-results'));
  expect(own).toHaveLength(1);
  const imported = [...readFileSync(pathOf(own[0]!), 'utf8').matchAll(/\bfrom\s*["'`]\.\/([^"'`]+)/g)].map(([, name]) => `_astro/${name}`);
  expect([...own, ...imported].reduce((sum, file) => sum + compressedSize(file), 0)).toBeLessThan(3 * 1024);
  for (const { $, address } of allPages)
    expect(
      $('link[rel~=preload], link[rel~=modulepreload], link[rel~=prefetch]').filter((_, link) =>
        /pagefind|names\.json/.test($(link).attr('href') ?? ''),
      ).length,
      address,
    ).toBe(0);
});

/** What the reading help adds to each page: its rules, its first script, its link, and the module that makes a button of the link. */
function costOfReadingHelp({ $ }: Page): string {
  const names = new RegExp(`\\[data-(${choices.map(({ name }) => name).join('|')})\\b|reading-help|data-script`);
  const rules = [
    ...$('style')
      .text()
      .matchAll(/[^{}]+\{[^{}]*\}/g),
  ]
    .map(([rule]) => rule)
    .filter((rule) => (rule.includes('@font-face') ? chosenLetters.test(rule) : names.test(rule)));
  expect(rules.length, 'the rules of the choices are found').toBeGreaterThan(20);
  const first = $('head script:not([src])').text();
  expect(first, 'the script before paint is found').toContain('reading-help');
  const link = $.html($('[data-reading-help]'));
  expect(link).not.toBe('');
  const modules: string[] = [];
  const gather = (file: string) => {
    const code = readFileSync(pathOf(file), 'utf8');
    modules.push(code);
    // What it imports at once; what it imports when it is needed is paid by who needs it.
    for (const [, name] of code.matchAll(/(?:\bfrom|\bimport)\s*["'`]\.\/([^"'`]+)["'`]/g)) gather(`_astro/${name}`);
  };
  const own = $('script[src]')
    .toArray()
    .map((script) => script.attribs.src!.replace(/^.*(?=_astro\/)/, ''))
    .filter((file) => readFileSync(pathOf(file), 'utf8').includes('data-reading-help]'));
  expect(own, 'one module makes the button').toHaveLength(1);
  gather(own[0]!);
  return [...rules, first, link, ...modules].join('\n');
}

onEach(withReadingHelp, `who never opens the reading help pays under ${mostReadingHelpBytes} bytes for it`, (page, say) => {
  const size = brotliCompressSync(costOfReadingHelp(page)).length;
  if (size >= mostReadingHelpBytes)
    say(`carries ${size} compressed bytes of it. Move what can wait into a module that is fetched on opening.`);
});

onEach(allPages, 'text shows before its font has come', ({ $ }, say) => {
  for (const [face] of $('style')
    .text()
    .matchAll(/@font-face\s*\{[^}]*url\([^}]*\}/g))
    if (!/font-display:\s*(swap|optional|fallback)/.test(face)) say('has a font without font-display: swap.');
});
