/**
 * What a voice is given for what a page shows. Voices say "EHC" as a sneeze, a telephone number as millions and "18–25" as a
 * sum, so these are written out for them; the page itself stays as it is. A map keeps which letters were written out, so that
 * the word that is spoken can still be marked on the page.
 * No look-behind in these patterns: iPhones before 2023 would not load the whole script.
 */

/** A part of a text, from the first letter to before the last: `[from, to]`. */
export type Span = readonly [from: number, to: number];

/** How the council's own initials and words are said, as the glossary has it: `{ SENCO: 'senko' }`. */
export type Says = Readonly<Record<string, string>>;

export interface Saying {
  said: string;
  /** What is said otherwise than it is shown: where it stands in both. */
  changes: readonly { shown: Span; said: Span }[];
}

type Rule = [pattern: RegExp, say: (...groups: string[]) => string | undefined];

const months = 'January February March April May June July August September October November December'.split(' ');
const spaced = (letters: string) => [...letters].join(' ');

/** Digit by digit, with a breath between groups: "0800 1111" is "0 8 0 0, 1 1 1 1". A number without groups gets some. */
export const digits = (number: string) =>
  (/\d{9}/.test(number) ? number.replace(/(\d{3})(\d{3})$/, ' $1 $2') : number)
    .replace('+', 'plus ')
    .split(/\s+/)
    .map((group) => (/^\d+$/.test(group) ? spaced(group) : group))
    .join(', ')
    .replace('plus,', 'plus');

const address = (text: string) =>
  text
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\b(www|uk|nhs)\b/g, (letters) => (letters === 'www' ? 'w w w' : spaced(letters.toUpperCase())))
    .replace(/\/$/, '')
    .replace(/[./@_-]/g, (sign) => ({ '.': ' dot ', '/': ' slash ', '@': ' at ', _: ' underscore ', '-': ' dash ' })[sign]!);

function sum(whole: string, pence: string, scale: string): string {
  if (scale) return `${whole}${pence ? `.${pence}` : ''} ${{ m: 'million', bn: 'billion', k: 'thousand' }[scale] ?? scale} pounds`;
  return `${whole} ${whole === '1' ? 'pound' : 'pounds'}${pence ? ` ${Number(pence)}` : ''}`;
}

function date(year: string, month: string, day: string): string {
  const name = months[Number(month) - 1];
  return name ? `${day ? `${Number(day)} ` : ''}${name} ${year}` : `${year} to ${month}`;
}

/** Initials are said letter by letter; long ones that can be said as a word are ("IPSEA", but not "EHCNA"). */
function initials(letters: string, plural: string, number: string): string {
  const word = letters.length > 4 && !/[^AEIOU]{3}/.test(letters) && /[AEIOU]/.test(letters);
  return `${word ? letters.toLowerCase() : spaced(letters.toUpperCase())}${plural && (word ? 's' : "'s")}${number && ` ${number}`}`;
}

/** In their order of rank. The first group is what only stands before; the others go to the rule. */
const rules: readonly Rule[] = [
  [/()([\w.+-]+@[\w-]+(?:\.[\w-]+)+)/g, address],
  [/()\b((?:https?:\/\/)?(?:[\w-]+\.)+(?:uk|org|com|net|info|eu)\b(?:\/[\w./-]*[\w/])?)/gi, address],
  [/()((?:\+44\s?|\b0)\d(?:\s?\d){7,11}|\b116\s?\d{3}|\b999)(?!\d)/g, digits],
  [/(\b(?:call|phone|ring|dial|text|telephone|nhs)\s+(?:us\s+)?(?:on\s+|to\s+)?)(\d{3}(?:\s?\d+)*)\b/gi, digits],
  [/()£(\d[\d,]*)(?:\.(\d+))?(?:\s?(million|billion|thousand|m|bn|k)\b)?/g, sum],
  [/()\b(\d+)p\b/g, (pence) => `${pence} pence`],
  [/()\b(\d{4})-(\d\d)(?:-(\d\d))?\b/g, date],
  [/()\b(\d{4})\/(\d\d)\b/g, (year, next) => `${year} to ${next}`],
  [/()\b(\d+)\s?[–-]\s?(\d+)\b/g, (from, to) => `${from} to ${to}`],
  [/()\b(\d+)\s?(am|pm)\b/g, (hour, half) => `${hour} ${spaced(half!)}`],
  [/()\b(\d+)\+/g, (age) => `${age} or over`],
  [/()\be\.g\./g, () => 'for example'],
  [/()\bi\.e\./g, () => 'that is'],
  [/([^\p{L}\p{N}]|^)([A-Z])&([A-Z])(?![\p{L}\p{N}])/gu, (one, other) => `${one} and ${other}`],
  [/([^\p{L}\p{N}]|^)([A-Z]{2,})(s?)(\d*)(?![\p{L}\p{N}])/gu, initials],
  // Small letters among capitals: "SpLD", "WSoA", "AtW".
  [/([^\p{L}\p{N}]|^)([A-Z]{1,2}[a-z]?[A-Z]{1,2})(?![\p{L}\p{N}])/gu, (letters) => initials(letters!, '', '')],
  [/( )(&)(?= )/g, () => 'and'],
  [/()[→←▲○◆✓✗•]/g, () => ''],
];

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The rule for the words of the glossary, longest first; one may begin a sentence, or stand for more than one. */
function glossaryRule(says: Says): Rule[] {
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  const all = Object.fromEntries(
    Object.entries(says).flatMap(([word, said]) => [
      [capital(word), said],
      [word, said],
    ]),
  );
  const words = Object.keys(all).sort((a, b) => b.length - a.length);
  if (words.length === 0) return [];
  const pattern = new RegExp(`([^\\p{L}\\p{N}]|^)(${words.map(escaped).join('|')})(s?)(?![\\p{L}\\p{N}])`, 'gu');
  return [[pattern, (word, plural) => `${all[word!]}${plural}`]];
}

/**
 * Makes the one that says things as this council does.
 * @param says how the glossary's words are said
 * @returns what a voice is given for a text; `numbers` are the parts that the page knows to be telephone numbers
 */
export function sayer(says: Says): (shown: string, numbers?: readonly Span[]) => Saying {
  const glossary = glossaryRule(says);
  // Addresses and telephone numbers first: nothing in them is a word.
  const inOrder = [...rules.slice(0, 4), ...glossary, ...rules.slice(4)];
  return (shown, numbers = []) => {
    const found = numbers.map(([from, to]) => ({ from, to, words: digits(shown.slice(from, to).trim()) }));
    for (const [pattern, say] of inOrder)
      for (const match of shown.matchAll(pattern)) {
        const from = match.index + (match[1]?.length ?? 0);
        const to = match.index + match[0].length;
        if (found.some((other) => from < other.to && other.from < to)) continue;
        const words = say(...match.slice(2).map((group) => group ?? ''));
        if (words !== undefined) found.push({ from, to, words });
      }
    return put(
      shown,
      found.sort((a, b) => a.from - b.from),
    );
  };
}

function put(shown: string, found: readonly { from: number; to: number; words: string }[]): Saying {
  let said = '';
  let at = 0;
  const changes = found.map(({ from, to, words }) => {
    said += shown.slice(at, from);
    const start = said.length;
    said += words;
    at = to;
    return { shown: [from, to], said: [start, said.length] } as const;
  });
  return { said: said + shown.slice(at), changes };
}

/**
 * The word on the page that belongs to a place in what is said.
 * @param at the place that the voice reports, counted in what it was given
 * @returns where the word stands in what is shown; undefined where no word stands there
 */
export function shownWordAt({ changes }: Saying, shown: string, at: number): Span | undefined {
  const change = changes.find(({ said }) => at >= said[0] && at < said[1]);
  if (change) return change.shown;
  const before = changes.findLast(({ said }) => said[1] <= at);
  const place = before ? at - before.said[1] + before.shown[1] : at;
  for (const { index, 0: word } of shown.matchAll(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu))
    if (place < index + word.length) return place >= index - 1 ? [index, index + word.length] : undefined;
  return undefined;
}
