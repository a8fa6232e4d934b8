/** What other websites may show. Embed pages, codes and oEmbed are made from these alone. */
import { allArtworks, type ArtworkEntry } from '../artworks.ts';
import { mayEmbed } from '../consent.ts';

/** @returns the artworks whose families agreed to other websites, in the order of the gallery */
export const embeddedArtworks = async (): Promise<ArtworkEntry[]> =>
  [...(await allArtworks()).values()].filter(({ data }) => mayEmbed(data));

/** The paths of what is made for each of them. */
export const embeddedPaths = async () =>
  (await embeddedArtworks()).map((artwork) => ({ params: { artwork: artwork.id }, props: { artwork } }));
