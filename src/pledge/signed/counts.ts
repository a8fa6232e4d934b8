/** How many settings were on the public list, over time: what the progress pages show as a measure. */
import type { PublicList } from './public-list.ts';

/**
 * @param list the public list of the build
 * @returns one count for each month in which a setting signed, as `2026-11` with the number by its end; empty while nobody has signed.
 * Settings that took their name off are not counted for any month, as on the list itself.
 */
export function signedCounts({ signatories }: Pick<PublicList, 'signatories'>): { on: string; value: number }[] {
  const months = signatories.map(({ date }) => date.slice(0, 7)).sort();
  return [...new Set(months)].map((on) => ({ on, value: months.filter((month) => month <= on).length }));
}
