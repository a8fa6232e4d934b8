/**
 * The dates of a text: a day, a month of a year, a season of a year, a day that comes every year, and a year that stands alone.
 * A year that says which law is meant ("the Equality Act 2010", "the 2014 law") is no date.
 */

/** A date as it is compared: `2021-07-15`, `2021-07`, `2021-autumn`, `2021`; `--03-31` and `--last-friday-06` come every year. */
export interface FoundDate {
  key: string;
  written: string;
  at: number;
}

const months = 'January February March April May June July August September October November December'.split(' ');
const month = `(${months.join('|')})`;
const days = 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday';
const day = String.raw`(\d{1,2})(?:st|nd|rd|th)?`;
const year = String.raw`((?:19|20)\d\d)`;
const and = String.raw`\s*(?:to|and|or|until|[–-])\s*`;

const numberOf = (name: string) => String(months.indexOf(name) + 1).padStart(2, '0');
const two = (written: string) => written.padStart(2, '0');

/** The longest come first: what one form has read, those after it do not read again. */
const forms: [RegExp, (...parts: string[]) => string[]][] = [
  // 27 to 31 January 2025
  [
    new RegExp(String.raw`\b${day}${and}${day} ${month} ${year}\b`, 'g'),
    (one, other, name, of) => [one, other].map((date) => `${of}-${numberOf(name!)}-${two(date!)}`),
  ],
  [new RegExp(String.raw`\b${day} ${month},? ${year}\b`, 'g'), (date, name, of) => [`${of}-${numberOf(name!)}-${two(date!)}`]],
  [new RegExp(String.raw`\b${month} ${day},? ${year}\b`, 'g'), (name, date, of) => [`${of}-${numberOf(name!)}-${two(date!)}`]],
  [/\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b/g, (of, name, date) => [`${of}-${name}-${date}`]],
  // between July and September 2021
  [
    new RegExp(String.raw`\b${month}${and}${month} ${year}\b`, 'g'),
    (one, other, of) => [one, other].map((name) => `${of}-${numberOf(name!)}`),
  ],
  [new RegExp(String.raw`\b${month},? ${year}\b`, 'g'), (name, of) => [`${of}-${numberOf(name!)}`]],
  [new RegExp(String.raw`\b(spring|summer|autumn|winter)(?: of)? ${year}\b`, 'gi'), (season, of) => [`${of}-${season!.toLowerCase()}`]],
  // the last Friday of June
  [
    new RegExp(String.raw`\b(first|second|third|fourth|last) (${days}) (?:of|in) ${month}\b`, 'gi'),
    (which, weekday, name) => [`--${which}-${weekday}-${numberOf(name!)}`.toLowerCase()],
  ],
  [new RegExp(String.raw`\b${day} ${month}\b`, 'g'), (date, name) => [`--${numberOf(name!)}-${two(date!)}`]],
  // the school year 2023/24
  [/\b((?:19|20)\d\d)[/–](\d\d)\b(?![/–-]\d)/g, (one, other) => [one!, `${one!.slice(0, 2)}${other}`]],
  // A year alone, where a date can stand; not part of a number, and not of the name of a law.
  [
    /(?<!\b(?:Acts?|Regulations|Code|Order|Rules|SI|Convention|[Ll]aw of) )(?<![\d£.,/:-])\b((?:19|20)\d\d)\b(?![,.:/]?\d|-\d| (?:laws?|changes in the law|Acts?|children|families|people|pupils|settings|schools|words|pieces|works)\b)/g,
    (of) => [of!],
  ],
];

/** @param text plain text */
export function datesIn(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  let rest = text.replace(/[^\S\n]|\n/g, ' ');
  for (const [form, keys] of forms)
    rest = rest.replace(form, (written: string, ...groups: unknown[]) => {
      const at = groups.find((group): group is number => typeof group === 'number')!;
      const parts = groups.slice(0, groups.indexOf(at)).map(String);
      for (const key of keys(...parts)) found.push({ key, written, at });
      return ' '.repeat(written.length);
    });
  return found.sort((one, other) => one.at - other.at);
}

/** Whether one date says all that another says: 15 July 2021 says July 2021 and 2021 too. */
export const saysDate = (date: string, other: string) =>
  date === other || date.startsWith(`${other}-`) || (/^--\d\d-\d\d$/.test(other) && /^\d/.test(date) && date.endsWith(other.slice(1)));
