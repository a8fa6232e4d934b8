/** What a search engine, a browser tab or a shared link shows of a page. */
import { test } from 'vitest';
import { expectNone, onEach } from './check.ts';
import { follow, pathOf } from './files.ts';
import { allPages, fullPages, easyReadPages, standardPages, twinPages, type Page } from './pages.ts';
import { origin, publicAddress } from './place.ts';
import sharp from 'sharp';

const titleOf = ({ $ }: Page) => $('head > title').text().trim();
const descriptionOf = ({ $ }: Page) => $('meta[name=description]').attr('content')?.trim() ?? '';

onEach(allPages, 'every page has one title', (page, say) => {
  const count = page.$('head > title').length;
  if (count !== 1) say(`has ${count} <title> elements. Give it one.`);
  else if (titleOf(page).length < 3) say('has a title without words.');
});

onEach(allPages, 'every page has one description', (page, say) => {
  const count = page.$('meta[name=description]').length;
  if (count !== 1) say(`has ${count} descriptions. Give it one.`);
  else if (descriptionOf(page).length < 10)
    say(`has the description "${descriptionOf(page)}". Write a sentence that says what the page is.`);
});

/** Tells which pages share words that should be a page's own. */
function shared(pages: readonly Page[], wordsOf: (page: Page) => string, what: string): string[] {
  return [...Map.groupBy(pages, wordsOf)]
    .filter(([, same]) => same.length > 1)
    .map(([words, same]) => `${same.map(({ address }) => address).join(' and ')} share the ${what} "${words}". Give each its own.`);
}
test('no two pages have the same title', () => expectNone(shared(allPages, titleOf, 'title')));
test('no two standard pages have the same description', () => expectNone(shared(standardPages, descriptionOf, 'description')));
test('no two easy-read pages have the same description', () => expectNone(shared(easyReadPages, descriptionOf, 'description')));

onEach(twinPages, 'every page names its own public address', ({ $, address }, say) => {
  const own = publicAddress(address);
  for (const [what, found] of [
    [
      'canonical link',
      $('link[rel=canonical]')
        .map((_, link) => $(link).attr('href'))
        .get()
        .join(' '),
    ],
    ['og:url', $('meta[property="og:url"]').attr('content')],
  ])
    if (found !== own) say(`has the ${what} "${found}". It should be "${own}".`);
});

test('the picture that stands beside a shared link is ours and has the size that the page says', async () => {
  const problems: string[] = [];
  const sizes = new Map<string, string>();
  for (const { $, address } of fullPages) {
    const property = (name: string) => $(`meta[property="og:image${name}"]`).attr('content') ?? '';
    const lead = follow(property(''), address);
    if (!property('').startsWith(`${origin}/`) || lead.to !== 'file') {
      problems.push(`${address} has the og:image "${property('')}". It should be a whole address on ${origin} whose file exists.`);
      continue;
    }
    const { width, height } = sizes.has(lead.file) ? {} : await sharp(pathOf(lead.file)).metadata();
    if (width) sizes.set(lead.file, `${width}x${height}`);
    if (sizes.get(lead.file) !== `${property(':width')}x${property(':height')}`)
      problems.push(`${address} says that its og:image is ${property(':width')}x${property(':height')}; it is ${sizes.get(lead.file)}.`);
    if (property(':alt').trim() === '') problems.push(`${address} has an og:image without og:image:alt. Say what it shows.`);
  }
  expectNone(problems);
});
