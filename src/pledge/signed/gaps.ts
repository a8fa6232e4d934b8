/**
 * One markup for two pages: what is known at the build stands in it; what only the service knows becomes a gap, named for
 * `filled-page.ts`.
 */

interface Names {
  fill?: string;
  set?: string;
  when?: string;
  each?: string;
}

/**
 * @param known whether the build knows what stands there
 * @returns for each element the attributes that mark its gaps; none when it is known. To be spread once on an element: Astro writes the
 * class of a scoped style with each spread.
 */
export const gapsOf =
  (known: boolean) =>
  (names: Names): Record<string, string> =>
    known ? {} : Object.fromEntries(Object.entries(names).map(([mark, name]) => [`data-${mark}`, name]));
