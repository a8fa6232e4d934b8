/** What is printed, as plain facts: who draws it needs to know nothing of topics, settings and files. */
import type { CutShape } from '../../components/cut-paper.ts';

/** A value of the pledge, or the pledge itself. */
export interface Mark {
  name: string;
  /** On the OKLCH circle, 0 to 360. */
  hue: number;
  shape: CutShape;
}

export interface PrintedArtwork {
  id: string;
  title: string;
  value: Mark;
  alt: string;
  /** The words on the picture, line by line. */
  written: readonly string[];
  /** Who made it, without a name, or that it is a stand-in. */
  credit: string;
  standIn: boolean;
  /** Of its page, with https://. */
  address: string;
  /** The day when it was last checked, as 2026-11-24: a file says no other day, so that the same facts give the same bytes. */
  day: string;
}

export interface PrintedSite {
  name: string;
  place: string;
  /** The gallery's title and its page, with https://. */
  gallery: { title: string; address: string };
  pledge: Mark;
  values: readonly Mark[];
}

/** Noon in England is that day everywhere in Europe. @param day as 2026-11-24 */
export const dateOf = (day: string): Date => new Date(`${day}T12:00:00Z`);
/** @returns the latest of some days; without any, the day on which nothing was printed yet */
export const latest = (days: readonly string[]): string => [...days].sort().at(-1) ?? '2026-01-01';
/** An address as it is read on paper. */
export const onPaper = (address: string): string => address.replace(/^https?:\/\//, '');
