/** Who made an artwork. It is never a name. */
import { wordsFor } from '../readings/interface-words.ts';
import type { Reading } from '../readings/reading.ts';
import type { Artwork } from './artwork.schema.ts';

/** @returns "A young person, age 11 to 16"; for a stand-in, that it is one */
export function creditOf({ standIn, ageGroup }: Pick<Artwork, 'standIn' | 'ageGroup'>, reading: Reading): string {
  if (standIn) return wordsFor(reading)('standInNote');
  return ageGroup ? `A young person, age ${ageGroup.from} to ${ageGroup.to}` : 'A young person';
}
