/** Gathers the facts of the artworks that other sites may show, and answers with a document made of them. */
import { localOffer } from '../../readings/local-offer.ts';
import { wordsFor, type InterfaceWord } from '../../readings/interface-words.ts';
import { withBase } from '../../readings/reading.ts';
import { allTopics, summaryOf, titleOf } from '../../readings/topics.ts';
import { valueOf } from '../artwork-name.ts';
import { allArtworks, type ArtworkEntry } from '../artworks.ts';
import { audioOf } from '../audio.ts';
import { mayEmbed, mayPrint, rightsOf } from '../consent.ts';
import { creditOf } from '../credit.ts';
import { derivativesOf } from '../derivatives.ts';
import type { Print } from '../print/print.ts';
import { printsOf, printsOfAll } from '../print/prints.ts';
import { artworkFolder } from '../records.ts';
import type { ArtworkFacts, FileFacts, GalleryFacts, SiteFacts } from './facts.ts';

const say = wordsFor('standard');

/** The artworks that stand in IIIF documents, in the order of the gallery: no other is in any of them. */
export const artworksForOthers = async (): Promise<ArtworkEntry[]> =>
  [...(await allArtworks()).values()].filter(({ data }) => mayEmbed(data));

/** What each file to print is called. The certificate belongs to no picture, so viewers are not told of it. */
const printLabels: Partial<Record<Print['kind'], InterfaceWord>> = {
  poster: 'printPoster',
  colouring: 'printColouring',
  'colouring-picture': 'printColouringPicture',
  all: 'printAll',
  'whole-poster': 'printWholePoster',
  'whole-poster-picture': 'printWholePosterPicture',
};
const forms = {
  PDF: { type: 'Text', format: 'application/pdf' },
  JPEG: { type: 'Image', format: 'image/jpeg' },
  SVG: { type: 'Image', format: 'image/svg+xml' },
} as const;
const filesOf = (prints: readonly Print[]): FileFacts[] =>
  prints.flatMap(({ kind, address, type }) => {
    const label = printLabels[kind];
    return label ? [{ address, label: say(label), ...forms[type] }] : [];
  });

/** @returns the facts of an artwork, its pictures made where they were not */
export async function factsOf(entry: ArtworkEntry): Promise<ArtworkFacts> {
  const { id, data } = entry;
  const [value, { width, height, tiles }, audio, prints] = [
    await valueOf(entry),
    await derivativesOf(artworkFolder(id)),
    await audioOf(entry),
    await printsOf(entry),
  ];
  const credit = creditOf(data, 'standard');
  return {
    ...{
      id,
      title: data.title,
      alt: data.alt,
      material: data.material,
      made: data.made,
      description: data.description,
      written: data.written,
    },
    ...{ credit, madeBy: data.standIn ? undefined : credit, rights: rightsOf(data), width, height, tiles, audio },
    value: value && titleOf(value, 'standard'),
    easyDescription: data.easyDescription.map(({ words }) => words),
    prints: filesOf(prints),
  };
}

export async function galleryFacts(): Promise<GalleryFacts> {
  const gallery = (await allTopics()).get('gallery');
  const printed = [...(await allArtworks()).values()].filter(({ data }) => mayPrint(data));
  return {
    title: gallery ? titleOf(gallery, 'standard') : say('artworkAll'),
    summary: gallery ? summaryOf(gallery, 'standard') : localOffer.description,
    // These hold every artwork that may be printed: one that must not stand elsewhere would come along.
    prints: printed.every(({ data }) => mayEmbed(data)) ? filesOf(await printsOfAll()) : [],
  };
}

export const siteFacts = (): SiteFacts => ({
  name: `${localOffer.name}, ${localOffer.place}`,
  at: (address) => new URL(withBase(address, import.meta.env.BASE_URL), import.meta.env.SITE).href,
});

/** @returns an answer that holds a document */
export const answerWith = (document: object): Response =>
  new Response(JSON.stringify(document), { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
