/**
 * The artworks that may be shown, by their folder, in the order of the gallery. Every page, list and manifest is made from these alone,
 * so an artwork whose consent has ended, or that was taken away, is nowhere in the next build.
 */
import { getCollection, type CollectionEntry } from 'astro:content';
import { readToday } from '../settings.ts';
import { mayShow } from './consent.ts';

export type ArtworkEntry = CollectionEntry<'artworks'>;
let read: Promise<Map<string, ArtworkEntry>> | undefined;

export const allArtworks = (): Promise<Map<string, ArtworkEntry>> =>
  (read ??= getCollection('artworks', ({ data }) => mayShow(data, readToday())).then(
    (entries) => new Map(entries.sort((a, b) => a.data.order - b.data.order).map((entry) => [entry.id, entry])),
  ));
