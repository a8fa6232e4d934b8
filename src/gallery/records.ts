/** The artworks of the content as files, for what runs outside of Astro: the build's own step, commands and measurements. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { contentDir } from '../readings/content-dir.ts';
import { readToday } from '../settings.ts';
import { artworkSchema, type Artwork } from './artwork.schema.ts';
import { isOver, mayShow } from './consent.ts';

/** One artwork: its folder's name, and what its file says. */
export interface ArtworkRecord {
  id: string;
  data: Artwork;
}

/** The folder of an artwork. @param id its name @returns an absolute path */
export const artworkFolder = (id: string): string => join(contentDir(), 'gallery', id);

/** Records that follow the schema; the content check tells of the others. */
function allRecords(): ArtworkRecord[] {
  return globSync('gallery/*/artwork.yaml', { cwd: contentDir() }).flatMap((file) => {
    const { success, data } = artworkSchema.safeParse(parse(readFileSync(join(contentDir(), file), 'utf8')));
    return success ? [{ id: dirname(file).slice('gallery/'.length), data }] : [];
  });
}

/** @returns the artworks that may be shown today, in the order of the gallery, and the names of those whose consent has ended */
export function shownRecords(today = readToday()): { shown: ArtworkRecord[]; over: string[] } {
  const records = allRecords().sort((a, b) => a.data.order - b.data.order);
  return {
    shown: records.filter(({ data }) => mayShow(data, today)),
    over: records.filter(({ data }) => isOver(data, today)).map(({ id }) => id),
  };
}
