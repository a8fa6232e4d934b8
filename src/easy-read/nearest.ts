/**
 * The names nearest to a mistyped one, for messages such as "Near it: doctor, door".
 * @param asked what was written
 * @param names what there is
 * @param most how many to give
 * @param also other words for a name: one who asks for "gp" wants "doctor"
 */
export function nearest(asked: string, names: readonly string[], most = 3, also: (name: string) => readonly string[] = () => []): string[] {
  const plain = asked.toLowerCase();
  return names
    .map((name) => ({ name, far: also(name).some((word) => plainOf(word) === plain) ? -Infinity : farFrom(plain, name) }))
    .sort((a, b) => a.far - b.far || a.name.localeCompare(b.name))
    .slice(0, most)
    .map(({ name }) => name);
}

const plainOf = (words: string) => words.toLowerCase().replace(/[^a-z0-9]+/g, '-');
const farFrom = (asked: string, name: string) => distance(asked, name) - (name.includes(asked) || asked.includes(name) ? 3 : 0);

/** Levenshtein's distance: how many letters to add, take away or change (Levenshtein, 1966). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length]!;
}
