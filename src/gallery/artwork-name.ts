/** What an artwork is called in headings and links. */
import type { Reading } from '../readings/reading.ts';
import { allTopics, titleOf, type Topic } from '../readings/topics.ts';
import { allArtworks, type ArtworkEntry } from './artworks.ts';

/** @returns the page of the value that an artwork shows; undefined where the content has none */
export const valueOf = async ({ data }: ArtworkEntry): Promise<Topic | undefined> => (await allTopics()).get(`pledge/${data.value}`);

/**
 * @returns the name of its value in the words of the reading, so that a link is called "Aim high"; with its own title where a second
 * artwork shows the same value, so that no two links share a name
 */
export async function artworkName(artwork: ArtworkEntry, reading: Reading): Promise<string> {
  const value = await valueOf(artwork);
  if (!value) return artwork.data.title;
  const title = titleOf(value, reading);
  const same = [...(await allArtworks()).values()].filter(({ data }) => data.value === artwork.data.value);
  return same.length > 1 ? `${title}: ${artwork.data.title}` : title;
}
