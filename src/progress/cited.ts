/** A source in few words, for an entry of a record: who published it, when, and where in it. The foot of the page has its full name. */
import { getCollection } from 'astro:content';
import type { Citation } from '../readings/topic.schema.ts';
import { wordsFor } from '../readings/interface-words.ts';
import type { Reading } from '../readings/reading.ts';

/** @returns a function that words a source for a reading; what this site counted itself has none */
export async function citedIn(reading: Reading): Promise<(source: Citation | undefined) => string> {
  const known = new Map((await getCollection('sources')).map((entry) => [entry.id, entry.data]));
  return (source) => {
    if (!source) return wordsFor(reading)('progressOwnList');
    const data = known.get(source.source);
    const year = data?.published?.slice(0, 4);
    const where = source.where && (/^[\d.,–\s-]+$/.test(source.where) ? `paragraph ${source.where}` : source.where);
    return [data?.publisher ?? source.source, year, reading === 'standard' ? where : undefined].filter(Boolean).join(', ');
  };
}
