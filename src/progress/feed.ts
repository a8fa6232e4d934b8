/**
 * The updates as a feed, by the library `feed`: Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1 from one list.
 *
 * A feed wants a full day and time where an update may only know its month. No day is made up: the date of such an update is the day
 * when we last checked it, which is a day that we know, and its title ends with the month that it tells of.
 */
import { Feed } from 'feed';
import { load } from 'cheerio';
import { localOffer } from '../readings/local-offer.ts';
import { wordsFor } from '../readings/interface-words.ts';
import { href, withBase, type Reading } from '../readings/reading.ts';
import { summaryOf, titleOf } from '../readings/topics.ts';
import { partDateInWords } from './part-dates.ts';
import type { Update } from './updates.ts';

/** So many of the newest updates are in a feed: readers keep the older ones. */
export const mostInFeed = 30;

export interface FeedPlace {
  reading: Reading;
  /** Where the site stands, as `https://example.org`, and its base with slashes at both ends. */
  site: URL;
  base: string;
}

/** The words of an update as a feed carries them: addresses whole, without buttons, scripts, styles and what only our page can show. */
export function feedHtml(html: string, page: URL): string {
  const $ = load(html, null, false);
  $('script, style, link, button, template, svg').remove();
  $('*').each((_index, element) => {
    for (const [name, value] of Object.entries('attribs' in element ? element.attribs : {})) {
      const isKept = ['href', 'src', 'alt', 'width', 'height', 'datetime', 'scope'].includes(name);
      if (!isKept) $(element).removeAttr(name);
      else if ((name === 'href' || name === 'src') && !value.startsWith('#')) $(element).attr(name, new URL(value, page).href);
    }
  });
  return $.html().replace(/\s+/g, ' ').trim();
}

/** The day that a feed gives an update: its own where it is known, else the day when it was last checked. */
export const feedDay = ({ facts }: Pick<Update, 'facts'>): Date =>
  new Date(`${facts.on.length === 10 ? facts.on : facts.lastChecked}T00:00:00Z`);

/**
 * @param updates the newest first @param words the words of each update as HTML, in the same order
 * @returns the feed, which `atom1()`, `rss2()` and `json1()` write out
 */
export function feedOf(updates: readonly Update[], words: readonly string[], { reading, site, base }: FeedPlace): Feed {
  const say = wordsFor(reading);
  const at = (address: string) => new URL(href(address, reading, base), site).href;
  const title = `${say('progressUpdates')}: ${localOffer.name}`;
  const days = updates.map(({ facts }) => facts.lastChecked).sort();
  const feed = new Feed({
    title,
    description: say('progressFollow'),
    id: at('/progress/updates/'),
    link: at('/progress/updates/'),
    language: 'en-GB',
    copyright: localOffer.name,
    updated: new Date(`${days.at(-1) ?? '1970-01-01'}T00:00:00Z`),
    generator: 'SEND Local Offer',
    feedLinks: { atom: at('/progress/feed.atom'), rss: at('/progress/feed.rss'), json: at('/progress/feed.json') },
    favicon: new URL(withBase('/icon.svg', base), site).href,
  });
  updates.forEach((update, index) => {
    const page = at(update.address);
    const known = update.facts.on.length === 10;
    feed.addItem({
      title: known ? titleOf(update, reading) : `${titleOf(update, reading)} (${partDateInWords(update.facts.on)})`,
      id: page,
      link: page,
      description: summaryOf(update, reading),
      content: feedHtml(words[index]!, new URL(page)),
      date: feedDay(update),
      ...(known ? { published: feedDay(update) } : {}),
    });
  });
  return feed;
}
