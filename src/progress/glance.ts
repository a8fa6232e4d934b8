/** Strands at a glance: in three places, by what is said of them. */
import { byDate } from './part-dates.ts';
import type { Strand } from './read.ts';
import { stateOf, type SourceDates, type StrandState } from './state.ts';

export interface Seen {
  strand: Strand;
  state: StrandState;
}

/** The places on the page, in their order. */
export const places = ['good', 'not-good', 'not-started', 'not-said'] as const;
export type GlancePlace = (typeof places)[number];

const placeOf = ({ status }: StrandState): GlancePlace => {
  if (!status) return 'not-said';
  if (status.status === 'not-started') return 'not-started';
  return status.status === 'on-track' || status.status === 'done' ? 'good' : 'not-good';
};

/**
 * @param on the day that is shown, as `2021-12-31`
 * @returns every strand once, in the place of its status; places that nothing is in are left out
 */
export function glanceOf(strands: readonly Strand[], on: string, dates: SourceDates): { place: GlancePlace; seen: Seen[] }[] {
  const seen = strands.map((strand) => ({ strand, state: stateOf(strand, { on }, dates) }));
  return places
    .map((place) => ({ place, seen: seen.filter(({ state }) => placeOf(state) === place) }))
    .filter((one) => one.seen.length > 0);
}

/** The date of the newest status that was so on the day that is shown; undefined where none was said. */
export const newestWord = (glance: ReturnType<typeof glanceOf>): string | undefined =>
  glance
    .flatMap(({ seen }) => seen.flatMap(({ state }) => (state.status ? [state.status.on] : [])))
    .sort(byDate)
    .at(-1);
