/**
 * Nothing is invented: every figure, date and telephone number of a page stands in content/figures.yaml, with the source
 * that says so, and the page names that source. The list holds nothing that no page says any more.
 */
import { test } from 'vitest';
import { sentencesOf } from '../../src/easy-read/sentences.ts';
import { expectNone } from './check.ts';
import { figuresIn, hasFigure, compared, mayStandOn, type Listed } from './figures.ts';
import { citedOn, exists, hasSource, isUsable, list, listed, listName, ofCouncil, problems, standardAddress } from './listed-figures.ts';
import { allPages, type Page } from './pages.ts';
import { base } from './place.ts';
import { textOf } from './text.ts';

const mend = `Add it to ${listName} with its source, or take it out.`;

/**
 * What is no figure of a page: the names of sources, as long as their authors made them; the day of the last check, which
 * topic.yaml holds and another check compares; the list of checked pages and the links to PDFs, which the build counts; who has
 * signed, which the register holds; what records of progress say, each entry of which names its own source, and the content check holds it to that; how many artworks there are, and how large their files, which the build counts too.
 */
const ofGallery = '.count, .poster .place, .poster a[data-to], .zoom figcaption a, [data-prints], [data-iiif], [data-audio-description]';
const furniture = `section[aria-labelledby=page-sources], time[data-last-checked], .checked-list, [data-paper], [data-signed], [data-record], ${ofGallery}`;
/** Names and sentences of other pages: those pages cite for them. */
const ofOthers = `nav, .cards, a[href^="${base}"]:not([data-word])`;

const linesOf = ({ $ }: Page, leaveOut: string) =>
  textOf($, $('main').toArray(), leaveOut)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(hasFigure);

const used = new Set<Listed>();
const missing: string[] = [];
const uncited: string[] = [];
const seen = new Set<string>();

// The pages for authors count pictures and show made-up examples; they tell families nothing.
// Newsletters and the pages of what changed are made of records and updates alone, and their names are years.
const isOfRecords = ({ address }: Page) => /\/progress\/(?:changes|newsletter)\//.test(address);
for (const page of isUsable ? allPages.filter((one) => !one.address.startsWith('/authors/') && !isOfRecords(one)) : []) {
  const address = standardAddress(page);
  const here = [...listed.filter((entry) => mayStandOn(entry, address)), ...ofCouncil];
  for (const line of linesOf(page, furniture)) {
    const found = figuresIn(line, here);
    for (const entry of found.covered) used.add(entry);
    // Menus and lists print the same words on many pages: said once.
    if (found.missing === undefined || seen.has(line)) continue;
    seen.add(line);
    const sentence = sentencesOf(line).find((one) => compared(one).includes(found.missing!)) ?? line;
    missing.push(`${page.address} says "${found.missing}" (in "${sentence}"). ${mend}`);
  }
  const cited = citedOn(page);
  for (const line of cited ? linesOf(page, `${furniture}, ${ofOthers}`) : []) {
    const facts = Map.groupBy(figuresIn(line, here).covered, ({ written }) => compared(written).toLowerCase());
    for (const [written, alike] of facts)
      if (!alike.some(({ sources }) => sources.length === 0 || sources.some((source) => cited!.has(source))))
        uncited.push(
          `${page.address} says "${written}" (in "${line}"), and names none of its sources: ${[...new Set(alike.flatMap(({ sources }) => sources))].join(', ')}. Add one to the page's sources.`,
        );
  }
}

test(`${listName}, where there is one, holds to its contract, and each source in it exists`, () =>
  expectNone([
    ...problems.map((problem) => `${listName} ${problem}`),
    ...list.facts.flatMap(({ fact, sources }) =>
      sources
        .filter(({ source }) => !hasSource(source))
        .map(({ source }) => `${listName} "${fact}" names the source "${source}", and there is no content/sources/${source}.yaml.`),
    ),
    ...[...list.facts, ...list.own].flatMap(({ on = [] }) =>
      on.filter((address) => !exists(address)).map((address) => `${listName} names the page "${address}", which does not exist.`),
    ),
  ]));

// Without a list, or with one that cannot be used, there is nothing to hold the pages to.
if (isUsable) {
  test('every figure, date and telephone number of every page is on the list', () => expectNone(missing));

  test('a page that states a figure names a source that gives it', () => expectNone(uncited));

  test('every entry of the list stands on a page', () =>
    expectNone(
      listed
        .filter((entry) => !used.has(entry))
        .map(({ written }) => `${listName} holds "${written}", which no page says (any more). Take it out, or mend how it is written.`),
    ));
}
