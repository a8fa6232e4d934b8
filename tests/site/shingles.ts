/** How much two texts say the same: runs of words that both hold. Pure. */

/** Every run of so many words, in small letters; one run of all where there are fewer. */
export function shinglesOf(words: readonly string[], length: number): Set<string> {
  const small = words.map((word) => word.toLowerCase());
  const last = Math.max(0, small.length - length);
  return new Set(small.length === 0 ? [] : Array.from({ length: last + 1 }, (_, index) => small.slice(index, index + length).join(' ')));
}

/** The share of runs that two texts have in common, of all that either has (Jaccard, 1901): 0 for none, 1 for the same text. */
export function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  let common = 0;
  for (const run of small) if (large.has(run)) common += 1;
  return small.size === 0 ? 0 : common / (one.size + other.size - common);
}
