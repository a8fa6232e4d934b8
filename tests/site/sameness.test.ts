/** A page that says what another page says sends its reader in a circle, and a heading over nothing promises words that are not there. */
import { test } from 'vitest';
import type { AnyNode, Element } from 'domhandler';
import { wordsOf } from '../../src/easy-read/sentences.ts';
import { expectNone, onEach } from './check.ts';
import { allPages, easyReadPages, standardPages, type Page } from './pages.ts';
import { shareOf, shinglesOf } from './shingles.ts';
import { textOf } from './text.ts';

const mostShared = 0.5;
const shingleWords = 5;

/** What stands on every page, or is the name or summary of another: ways on, sources, dates, the closing help of easy read;
 * what a newsletter or a page of changes prints of one period, as others do for another. */
const furniture =
  'nav, .cards, .page-foot, .help-last, .checked-list, section[aria-labelledby=page-sources], time[data-last-checked], .changes-page, .newsletter';

/** Pages that share at least half of their runs of five words. */
function alike(pages: readonly Page[]): string[] {
  const shingles = pages.map(({ $ }) => shinglesOf(wordsOf(textOf($, $('main').toArray(), furniture)), shingleWords));
  return pages.flatMap((page, index) =>
    pages.slice(index + 1).flatMap((other, offset) => {
      const share = shareOf(shingles[index]!, shingles[index + 1 + offset]!);
      return share < mostShared
        ? []
        : [
            `${page.address} and ${other.address} share ${Math.round(share * 100)}% of their words. Let each say what only it can say, or make them one.`,
          ];
    }),
  );
}

test('no two standard pages say the same', () => expectNone(alike(standardPages)));
test('no two easy-read pages say the same', () => expectNone(alike(easyReadPages)));

/** The sentence that answers a page's question: under the title, or the first Idea where an easy word's page asks it there. */
const summaryOf = ({ $, address }: Page) =>
  wordsOf(
    $(/^\/easy-read\/words\/./.test(address) ? 'main [data-idea] p' : 'main .summary')
      .first()
      .text(),
  )
    .join(' ')
    .toLowerCase();

for (const [reading, pages] of [
  ['standard', standardPages],
  ['easy-read', easyReadPages],
] as const)
  test(`no two ${reading} pages have the same summary`, () =>
    expectNone(
      [...Map.groupBy(pages, summaryOf)]
        .filter(([summary, same]) => summary !== '' && same.length > 1)
        .map(([summary, same]) => `${same.map(({ address }) => address).join(' and ')} share the summary "${summary}". Give each its own.`),
    ));

const isHeading = ({ tagName }: Element) => /^h[1-6]$/.test(tagName);
/** What a reader meets between two headings even without words. */
const shown = new Set('img svg picture input button select textarea table'.split(' '));

onEach(allPages, 'every heading has something under it', ({ $ }, say) => {
  const main = $('main')[0];
  if (!main) return;
  let open: Element | undefined;
  const report = (next: string) =>
    say(`has the heading "${$(open!).text().trim()}" with nothing under it before ${next}. Write words under it, or take it out.`);
  const walk = (node: AnyNode): void => {
    if (node.type === 'text' && node.data.trim() !== '') open = undefined;
    if (!('attribs' in node)) return;
    const element = node as Element;
    if (isHeading(element)) {
      if (open && element.tagName <= open.tagName) report(`"${$(element).text().trim()}"`);
      open = element;
    } else if (shown.has(element.tagName) && element.attribs['aria-hidden'] !== 'true') open = undefined;
    else if (!/^(script|style|template)$/.test(element.tagName)) element.children.forEach(walk);
  };
  walk(main);
  if (open) report('the end of the page');
});
