/** What the ways to add an artwork have in common: what a person wishes, and what they get. */
import type { Artwork } from '../artwork.schema.ts';
import type { Box } from './mask.ts';
import type { FieldProblem } from './record.ts';
import type { CleanPicture } from './scan.ts';

/** What the content check says about the texts of an artwork that is not there yet. */
export type CheckWords = (slug: string, artwork: Artwork) => Promise<FieldProblem[]>;

export interface AddWish {
  /** The scan. */
  file: string;
  /** A YAML file with the answers; without it the person is asked. */
  record: string | undefined;
  slug: string | undefined;
  mask: readonly string[];
}

export interface Added {
  slug: string;
  artwork: Artwork;
  picture: CleanPicture;
  mask: readonly Box[];
}

/** Each sentence once: the content check and this command look at some fields both. */
export const distinct = (problems: readonly FieldProblem[]) => [...new Map(problems.map((one) => [one.problem, one])).values()];
