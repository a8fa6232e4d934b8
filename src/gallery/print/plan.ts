/** Which files to print there are, and how each is made when it is asked for. The consent alone decides: without "print" there is none. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pictureAddress } from '../addresses.ts';
import { allPdf } from './all.ts';
import { paperCertificate } from './certificate.ts';
import { colouringPdf, colouringPicture } from './colouring.ts';
import type { PrintedArtwork, PrintedSite } from './facts.ts';
import { originalOf } from '../original.ts';
import { bytesOf, markOf, nameOf, printFolder } from './kept.ts';
import { pictureForPrint, sized, smallPicture } from './picture.ts';
import { posterPdf } from './poster.ts';
import type { Print } from './print.ts';
import { wholePosterPdf } from './whole-poster-pdf.ts';
import { wholePosterPicture } from './whole-poster-picture.ts';
import type { Shown } from './whole-poster.ts';

/** An artwork that may be printed, and where its files are. */
export interface ToPrint {
  facts: PrintedArtwork;
  /** Its folder in the content. */
  folder: string;
  /** The name of a drawing to colour in, beside its picture. */
  colouring?: string | undefined;
}

export interface Planned extends Omit<Print, 'bytes'> {
  /** The artwork that it is of; undefined when it is of all. */
  artwork?: string;
  /** The name under which it is kept; undefined for a file that stands in the content as it is. */
  name?: string;
  make: () => Promise<Uint8Array>;
}

/** All that is kept of some artworks: the planned files, and the pictures that they are made from. */
export interface Plan {
  prints: Planned[];
  names: Set<string>;
}

interface Source {
  toPrint: ToPrint;
  /** Of the artwork's picture. */
  mark: string;
  /** The picture for paper, kept apart: a new word on the sheet does not make it anew. */
  picture: () => Promise<Uint8Array>;
  names: string[];
}

async function sourceOf(toPrint: ToPrint, folder: string): Promise<Source> {
  const { id } = toPrint.facts;
  const mark = markOf(await originalOf(id, toPrint.folder));
  const name = nameOf(['picture', mark], 'jpg');
  const picture = () => bytesOf(name, async () => pictureForPrint(id, await originalOf(id, toPrint.folder)), folder);
  return { toPrint, mark, picture, names: [name] };
}

/** The files of one artwork. */
async function ofArtwork(source: Source, site: PrintedSite): Promise<Planned[]> {
  const { facts, folder, colouring } = source.toPrint;
  const { id: artwork } = facts;
  const from = { name: site.name, place: site.place };
  const poster: Planned = {
    ...{ artwork, kind: 'poster', address: pictureAddress(artwork, 'poster.pdf'), type: 'PDF', pages: 1 },
    name: nameOf(['poster', facts, from, source.mark], 'pdf'),
    make: async () => posterPdf(facts, await sized(await source.picture()), site),
  };
  if (!colouring) return [poster];
  const drawing = await readFile(join(folder, colouring));
  return [
    poster,
    {
      ...{ artwork, kind: 'colouring', address: pictureAddress(artwork, 'colouring.pdf'), type: 'PDF', pages: 1 },
      name: nameOf(['colouring', facts, from, markOf(drawing)], 'pdf'),
      make: async () => colouringPdf(facts, await colouringPicture(artwork, drawing), site),
    },
    {
      ...{ artwork, kind: 'colouring-picture', address: pictureAddress(artwork, colouring), type: 'SVG' },
      make: () => Promise.resolve(drawing),
    },
  ];
}

/** The artwork of each value for the poster with all of them; the first where a value has several. */
async function shownOf(sources: Source[]): Promise<Shown[]> {
  const shown: Shown[] = [];
  for (const { toPrint, picture } of sources) shown.push({ artwork: toPrint.facts, picture: await smallPicture(await picture()) });
  return shown;
}

/** The files of the whole gallery. */
function ofAll(sources: Source[], site: PrintedSite, day: string): Planned[] {
  const inputs = [site, sources.map(({ toPrint, mark }) => [toPrint.facts, mark])];
  const certificate: Planned = {
    ...{ kind: 'certificate', address: '/gallery/certificate.pdf', type: 'PDF', pages: 1 },
    name: nameOf(['certificate', site, day], 'pdf'),
    make: () => paperCertificate(site, day),
  };
  if (sources.length === 0) return [certificate];
  const artworks = sources.map(({ toPrint }) => toPrint.facts);
  const pictureOf = async ({ id }: PrintedArtwork) => sized(await sources.find(({ toPrint }) => toPrint.facts.id === id)!.picture());
  return [
    {
      ...{ kind: 'all', address: '/gallery/all.pdf', type: 'PDF', pages: sources.length + 1 },
      name: nameOf(['all', inputs], 'pdf'),
      make: () => allPdf(artworks, pictureOf, site),
    },
    {
      ...{ kind: 'whole-poster', address: '/gallery/poster.pdf', type: 'PDF', pages: 1 },
      name: nameOf(['whole-poster', inputs], 'pdf'),
      make: async () => wholePosterPdf(site, await shownOf(sources)),
    },
    {
      ...{ kind: 'whole-poster-picture', address: '/gallery/poster.jpg', type: 'JPEG' },
      name: nameOf(['whole-poster-picture', inputs], 'jpg'),
      make: async () => wholePosterPicture(site, await shownOf(sources)),
    },
    certificate,
  ];
}

/**
 * @param toPrint the artworks that may be printed, in the order of the pledge
 * @param day when the gallery's words were last checked, as 2026-11-24
 * @param folder where files are kept
 * @throws PictureUnusable when an artwork has no picture
 */
export async function planPrints(toPrint: readonly ToPrint[], site: PrintedSite, day: string, folder = printFolder()): Promise<Plan> {
  const sources = await Promise.all(toPrint.map((one) => sourceOf(one, folder)));
  const prints = [...(await Promise.all(sources.map((source) => ofArtwork(source, site)))).flat(), ...ofAll(sources, site, day)];
  const names = new Set([...prints.flatMap(({ name }) => name ?? []), ...sources.flatMap((source) => source.names)]);
  return { prints, names };
}
