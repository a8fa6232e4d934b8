/** Finds the figures of a text, and which of them the list in content/figures.yaml covers. Pure; the checks are in figures.test.ts. */

/** One way to write a figure that the list holds. */
export interface Listed {
  written: string;
  /** Where it may stand, as addresses in standard; anywhere when undefined. */
  on: readonly string[] | undefined;
  /** Who says so; empty for a figure of our own. */
  sources: readonly string[];
}

export interface Found {
  /** The words of the page around the first figure that nothing covers; undefined when all are covered. */
  missing: string | undefined;
  covered: Listed[];
}

const counted =
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty';
const valueOf = new Map<string, number>([
  ...counted.split(' ').map((word, index) => [word, index + 2] as const),
  ...'thirty forty fifty sixty seventy eighty ninety hundred'.split(' ').map((word, index) => [word, 30 + index * 10] as const),
]);
const countWord = new RegExp(`\\b(?:${[...valueOf.keys()].join('|')})\\b`, 'gi');

/** What counts as a figure. "May" only where a month can stand, "one" and "second" never: they are seldom a number. */
const months = 'January|February|March|April|June|July|August|September|October|November|December';
const days = 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday';
const parts = 'hundreds|thousands?|millions?|dozen|twice|half|halves|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth';
const figure = new RegExp(
  `\\d|\\b(?:${months}|${days})\\b|(?<=\\b(?:in|by|of|from|until|to|since|and|or|last|next) )May\\b|\\b(?:${parts})\\b`,
  'g',
);

/** Easy read writes "1 friend" for "one friend", which says no more than "a friend"; "part 1" and "1 week" do say more. */
const oneOf =
  /(?<![\d.,:/–-]|\b(?:area|chapter|level|option|part|phase|stage|step|theme|year) )\b1 (?=[a-z])(?!(?:minute|hour|day|week|month|year|pound|in|out|of|to|or|and)s?\b)/gi;

/** A text as figures are compared in it: the two readings write "five" and "5", and mean the same. */
export const compared = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[’‘]/g, "'")
    .replace(oneOf, 'one ')
    .replace(countWord, (word) => String(valueOf.get(word.toLowerCase())))
    .trim();

const alike = (one: string, other: string) => compared(one).toLowerCase() === compared(other).toLowerCase();

/** Whether a text holds anything that must be on the list. */
export const hasFigure = (text: string) => compared(text).search(figure) >= 0;

const patterns = new Map<string, RegExp>();
/** Finds what is written where it stands for itself: not 16 in 2016, not 600 in 1,600. A bare number must be all that the line says. */
function patternOf(written: string): RegExp {
  const known = patterns.get(written);
  if (known) return known;
  const text = compared(written).replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const pattern = /^\d{1,3}$/.test(compared(written))
    ? new RegExp(`^${text}$`, 'g')
    : new RegExp(`(?<![\\p{L}\\p{N}£]|\\d[.,:/–-])${text}(?![\\p{L}\\p{N}%]|[.,:/–-]\\d)`, 'giu');
  patterns.set(written, pattern);
  return pattern;
}

/** Whether a figure may stand on a page. @param address in standard */
export const mayStandOn = ({ on }: Listed, address: string) =>
  !on || on.some((place) => (place === '/' ? address === '/' : address.startsWith(place)));

/**
 * Takes out of a line what the list covers, the longest first, and looks for figures in what is left.
 * @param listed what may stand on the page of the line
 */
export function figuresIn(line: string, listed: readonly Listed[]): Found {
  let rest = compared(line);
  const covered: Listed[] = [];
  for (const entry of [...listed].sort((a, b) => b.written.length - a.written.length)) {
    const taken = rest.replace(patternOf(entry.written), (words) => '▒'.repeat(words.length));
    // Two facts may be written alike ("at 16"): both cover it, and either source will do.
    if (taken !== rest || covered.some(({ written }) => alike(written, entry.written))) covered.push(entry);
    rest = taken;
  }
  const at = rest.search(figure);
  if (at < 0) return { missing: undefined, covered };
  const before = rest.slice(0, at).match(/(?:[^\s▒]+ )?[^\s▒]*$/)?.[0] ?? '';
  const after = rest.slice(at).match(/^[^\s▒]*(?: [^\s▒]+){0,2}/)?.[0] ?? '';
  return { missing: (before + after).trim(), covered };
}
