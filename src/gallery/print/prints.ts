/** The files to print, for pages that link them and for the addresses that hold them. Each is made once, when it is first asked for. */
import { pebble } from '../../components/cut-paper.ts';
import { localOffer } from '../../readings/local-offer.ts';
import { withBase } from '../../readings/reading.ts';
import { shapeMarkup } from '../../readings/shapes.ts';
import { allTopics, hueOf, shapeOf, titleOf, valuesOf, type Topic } from '../../readings/topics.ts';
import { artworkAddress } from '../addresses.ts';
import { allArtworks, type ArtworkEntry } from '../artworks.ts';
import { mayPrint } from '../consent.ts';
import { creditOf } from '../credit.ts';
import { artworkFolder } from '../records.ts';
import type { Mark, PrintedArtwork, PrintedSite } from './facts.ts';
import { bytesOf, keepOnly, sizeOf } from './kept.ts';
import { planPrints, type Planned } from './plan.ts';
import type { Print } from './print.ts';

export type { Print };

/** For what has no colour of its own. */
const quietHue = 285;
const absolute = (address: string) => new URL(withBase(address, import.meta.env.BASE_URL), import.meta.env.SITE).href;

function markOf(topics: Map<string, Topic>, topic: Topic): Mark {
  const shape = shapeOf(topics, topic);
  return { name: titleOf(topic, 'standard'), hue: hueOf(topics, topic) ?? quietHue, shape: (shape && shapeMarkup(shape)) || pebble };
}

function factsOf({ id, data }: ArtworkEntry, topics: Map<string, Topic>): PrintedArtwork {
  const value = topics.get(`pledge/${data.value}`);
  return {
    ...{ id, title: data.title, alt: data.alt, written: data.written, standIn: data.standIn, day: data.lastChecked },
    value: value ? markOf(topics, value) : { name: data.title, hue: quietHue, shape: pebble },
    credit: creditOf(data, 'standard'),
    address: absolute(artworkAddress(id)),
  };
}

function siteOf(topics: Map<string, Topic>): PrintedSite | undefined {
  const [gallery, pledge] = [topics.get('gallery'), topics.get('pledge')];
  if (!gallery || !pledge) return undefined;
  return {
    ...{ name: localOffer.name, place: localOffer.place },
    gallery: { title: titleOf(gallery, 'standard'), address: absolute('/gallery/') },
    pledge: markOf(topics, pledge),
    values: valuesOf(topics).map((value) => markOf(topics, value)),
  };
}

let planned: Promise<Planned[]> | undefined;

/** While a person writes, the plan is made anew each time. */
export const allPlanned = (): Promise<Planned[]> => (import.meta.env.DEV ? plan() : (planned ??= plan()));

async function plan(): Promise<Planned[]> {
  const topics = await allTopics();
  const site = siteOf(topics);
  if (!site) {
    await keepOnly(new Set());
    return [];
  }
  const artworks = [...(await allArtworks()).values()].filter(({ data }) => mayPrint(data));
  const toPrint = artworks.map((entry) => ({
    facts: factsOf(entry, topics),
    folder: artworkFolder(entry.id),
    colouring: entry.data.colouring,
  }));
  const { prints, names } = await planPrints(toPrint, site, topics.get('gallery')!.facts.lastChecked);
  await keepOnly(names);
  return prints;
}

/** @returns the bytes of a planned file, made now when they are not kept */
export const printedBytes = ({ name, make }: Planned): Promise<Uint8Array> => (name ? bytesOf(name, make) : make());

async function shown({ kind, address, type, pages, name, make }: Planned): Promise<Print> {
  const bytes = name ? await sizeOf(name, make) : (await make()).length;
  return { kind, address, type, bytes, ...(pages === undefined ? {} : { pages }) };
}

async function printsWhere(is: (planned: Planned) => boolean): Promise<Print[]> {
  const prints: Print[] = [];
  // One after another: each may hold a large picture while it is made.
  for (const one of (await allPlanned()).filter(is)) prints.push(await shown(one));
  return prints;
}

/** The files to print of one artwork; none when the family did not agree to it. */
export const printsOf = ({ id }: Pick<ArtworkEntry, 'id'>): Promise<Print[]> => printsWhere(({ artwork }) => artwork === id);

/** The files to print of the whole gallery. */
export const printsOfAll = (): Promise<Print[]> => printsWhere(({ artwork }) => artwork === undefined);
