/** All artworks by their folder, in the order of the gallery. */
import { getCollection, type CollectionEntry } from 'astro:content';

export type ArtworkEntry = CollectionEntry<'artworks'>;
let read: Promise<Map<string, ArtworkEntry>> | undefined;

export const allArtworks = (): Promise<Map<string, ArtworkEntry>> =>
  (read ??= getCollection('artworks').then(
    (entries) => new Map(entries.sort((a, b) => a.data.order - b.data.order).map((entry) => [entry.id, entry])),
  ));
