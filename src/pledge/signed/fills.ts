/** What the service puts into the pages of who has signed. Pure; the markup is in SignedList.astro and Signatory.astro. */
import { dateInWords } from '../../readings/dates.ts';
import { wordsFor } from '../../readings/interface-words.ts';
import type { Reading } from '../../readings/reading.ts';
import { kinds, type Kind } from '../form/fields.ts';
import type { Fills, PageFills } from '../filled-page.ts';
import { londonDay } from '../register/london-day.ts';
import { anyId, anyName, escaped } from './place-of-signatory.ts';
import { filtered, groupsOf, type Filter, type Published, type PublicList } from './public-list.ts';

export interface Asked {
  filter: Filter;
  /** Whether something was asked for that the list does not have; it was left out. */
  unknown: boolean;
}

/**
 * @param question what stands behind "?" in the address
 * @param areas the ids of the areas that the site has
 */
export function askedIn(question: URLSearchParams, areas: readonly string[]): Asked {
  let unknown = false;
  const one = <Id extends string>(name: string, known: readonly Id[]): Id | undefined => {
    const said = [...new Set(question.getAll(name).filter(Boolean))];
    if (said.length === 0) return undefined;
    const found = said.length === 1 ? known.find((id) => id === said[0]) : undefined;
    if (!found) unknown = true;
    return found;
  };
  const filter: Filter = { kind: one<Kind>('kind', kinds), area: one('area', areas) };
  return { filter, unknown };
}

interface Names {
  reading: Reading;
  areaName: (id: string) => string;
}

const entryFills = ({ id, name, area, date, sentence, website }: Published, addressOf: (id: string) => string, names: Names): Fills => ({
  text: { name, area: names.areaName(area), day: dateInWords(date), sentence: sentence ?? '' },
  when: { sentence: Boolean(sentence), website: Boolean(website) },
  set: { place: { href: addressOf(id) }, date: { datetime: date }, website: { href: website ?? null } },
});

/** @param addressOf the address of a signatory's page, as it stands in a link */
export function listFills(list: PublicList, { filter, unknown }: Asked, addressOf: (id: string) => string, names: Names): PageFills {
  const say = wordsFor(names.reading);
  const found = filtered(list, filter);
  const total = list.signatories.length;
  const asked = Boolean(filter.kind || filter.area);
  const groups = new Map(groupsOf({ signatories: found }).map(({ kind, signatories }) => [kind, signatories]));
  const counted = asked ? say('signedFound') : say(total === 1 ? 'signedOne' : 'signedMany');
  const changed = list.changed === null ? '' : londonDay(list.changed);
  return {
    text: {
      count: counted.replace('{found}', String(found.length)).replace('{count}', String(total)),
      changed: changed && dateInWords(changed),
    },
    when: {
      ...{ any: total > 0, filter: asked, unknown, nothing: total > 0 && found.length === 0, changed: changed !== '' },
      ...Object.fromEntries(kinds.map((kind) => [`kind-${kind}`, groups.has(kind)])),
    },
    each: Object.fromEntries(
      kinds.map((kind) => [`kind-${kind}`, (groups.get(kind) ?? []).map((entry) => entryFills(entry, addressOf, names))]),
    ),
    set: { changed: { datetime: changed } },
    fields: { kind: [filter.kind ?? ''], area: [filter.area ?? ''] },
  };
}

/** @param kind what the kind of setting is called @param badge what its badge says, and the HTML that shows it elsewhere */
export function signatoryFills(entry: Published, kind: string, badge: { alt: string; code: string }, names: Names): PageFills {
  const { text, when, set } = entryFills(entry, () => '', names);
  return { text: { ...text, kind, code: badge.code }, when: when!, set: { ...set, badge: { alt: badge.alt } } };
}

/**
 * A page of one signatory, before its gaps are filled: its id stands in addresses (canonical, twin, links), its name in the title,
 * in what a shared link says and in the heading.
 * @param page as Astro built it
 */
export const pageOf = (page: string, id: string, name: string) =>
  page.replaceAll(new RegExp(`${anyId}|${anyName.replace(/[{}]/g, '\\$&')}`, 'g'), (gap) => (gap === anyId ? id : escaped(name)));
