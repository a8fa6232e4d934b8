/** The pages for authors: the whole picture dictionary, and every part of a page with its examples. They are not for families. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { picturesSchema } from '../../src/easy-read/pictures.schema.ts';
import { contentDir } from '../../src/readings/content-dir.ts';
import { expectNone, onEach } from './check.ts';
import { filesLike, follow, pathOf } from './files.ts';
import { allPages, pageAt, twinPages } from './pages.ts';
import { hrefOf } from './place.ts';
import { gunzipSync } from 'node:zlib';

const { pictures, sets } = picturesSchema.parse(parse(readFileSync(join(contentDir(), 'pictures/pictures.yaml'), 'utf8')));
const authors = allPages.filter(({ address }) => address.startsWith('/authors/'));
const page = (address: string) => pageAt.get(address) ?? expect.fail(`${address} was not built`);
const words = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('both pages are there, and out of the way of families', () => {
  test('all pictures, and all patterns', () =>
    expect(authors.map(({ address }) => address)).toEqual(['/authors/patterns/', '/authors/pictures/']));

  onEach(authors, 'without a twin, and not for search engines', ({ $ }, say) => {
    if ($('[data-reading-switch], link[rel=alternate][href]:not([type])').length > 0) say('links a twin, and has none.');
    if ($('meta[name=robots]').attr('content') !== 'noindex') say('has no <meta name="robots" content="noindex">.');
    if ($('[data-pagefind-body]').length > 0) say('has data-pagefind-body, so that search would find it.');
  });

  test('not in the search index', () => {
    const fragments = filesLike(/\.pf_fragment$/).map((file) => gunzipSync(readFileSync(pathOf(file))).toString('utf8'));
    expect(fragments.some((text) => text.includes('/about/'))).toBe(true);
    expect(fragments.filter((text) => text.includes('"/authors/') || /"url":"[^"]*\/authors\//.test(text))).toEqual([]);
  });

  onEach(twinPages, 'in no menu, no foot and no easy-read page', ({ $, reading }, say) => {
    const place = reading === 'easy-read' ? 'body' : 'body > header, body > footer';
    if ($(place).find(`a[href^="${hrefOf('/authors/')}"]`).length > 0) say('leads families to a page for authors.');
  });
});

describe('all pictures', () => {
  const $ = page('/authors/pictures/').$;
  const entry = (concept: string) => $(`main li[id="${concept}"]`);

  test('each with its name to copy, what it stands for, what it shows, and its set', () =>
    expectNone(
      Object.entries(pictures).flatMap(([concept, { means, shows, set, otherNames = [] }]) => {
        const text = words(entry(concept).find('.words').text());
        const lacks = [means, shows, sets[set]!.name, ...otherNames].filter((one) => !text.includes(one));
        if (entry(concept).find('code').text() !== concept) lacks.push('its name');
        if (entry(concept).find(`img[data-picture="${concept}"]`).length !== 1) lacks.push('the picture');
        return lacks.map((one) => `${concept} does not show "${one}"`);
      }),
    ));

  test('each set with its licence', () =>
    expectNone(
      Object.entries(sets).flatMap(([set, { name, author, licence, licenceLink }]) => {
        const credit = $(`li[id="set-${set}"]`);
        const lacks = [name, author, licence].filter((one) => !words(credit.text()).includes(one));
        if (credit.find(`a[rel~=license][href="${licenceLink}"]`).length !== 1) lacks.push(licenceLink);
        return lacks.map((one) => `the set ${set} does not name "${one}"`);
      }),
    ));

  test('each page that it names really shows the picture', () => {
    const links = $('main details a[href]').toArray();
    expect(links.length).toBeGreaterThan(Object.keys(pictures).length / 2);
    expectNone(
      links.flatMap((link) => {
        const concept = $(link).closest('li[id]').attr('id')!;
        const lead = follow(link.attribs.href!, '/authors/pictures/');
        const target = lead.to === 'file' ? pageAt.get(`/${lead.file.replace(/index\.html$/, '')}`) : undefined;
        const isThere = target && target.$(`[data-picture="${concept}"], [data-concept="${concept}"]`).length > 0;
        return isThere || $(link).text().includes('the site itself') ? [] : [`${link.attribs.href} does not show "${concept}".`];
      }),
    );
  });

  test('the letters lead to all of them', () => {
    const letters = new Set(Object.keys(pictures).map((concept) => `#letter-${concept[0]}`));
    expect(
      $('nav[aria-label="Pictures by letter"] a')
        .map((_, link) => $(link).attr('href'))
        .get(),
    ).toEqual([...letters].sort());
  });
});

describe('all patterns', () => {
  const $ = page('/authors/patterns/').$;
  const good = $('.example.good').toArray();

  test('each good example has its source to copy, and what it becomes', () => {
    expect(good.length).toBeGreaterThan(8);
    for (const example of good) {
      const source = $(example).find('pre code').text();
      expect(source).toBe(source.trim());
      expect(words($(example).find('.looks').text()), source).not.toBe('');
    }
  });

  test.each(['Do', 'Note', 'Stage', 'Fact', 'Idea'])('the tag <%s> is shown as it looks on a page', (tag) => {
    const selector = { Do: '.do h2', Note: '.note p', Stage: '.stage h2', Fact: '[data-stand-in], p', Idea: '[data-idea] img' }[tag]!;
    const shown = good.filter((example) => $(example).find('pre').text().includes(`<${tag}`));
    expect(shown.length).toBeGreaterThan(0);
    for (const example of shown) expect($(example).find(`.looks ${selector}`).length).toBeGreaterThan(0);
  });

  test('a hard word looks as in its reading: a link in standard, bold with its meaning in easy read', () => {
    expect($('.looks[data-reading=standard] a[data-word]').length).toBe(1);
    const bold = $('.looks[data-reading=easy-read] b[data-word]');
    expect(bold.length).toBe(1);
    const word = parse(readFileSync(join(contentDir(), `words/${bold.attr('data-word')}.yaml`), 'utf8')) as { easyMeaning: string };
    expect(words(bold.closest('[data-idea]').text())).toContain(word.easyMeaning);
  });

  test('each pattern says when to use it, when not, and what is wrong', () => {
    const patterns = $('.pattern[aria-labelledby]')
      .toArray()
      .filter((one) => $(one).find('.example').length > 0);
    for (const pattern of patterns) {
      expect(words($(pattern).text())).toMatch(/When: .+When not: ./);
      expect($(pattern).find('.example.bad pre').length).toBeGreaterThan(0);
    }
  });
});
