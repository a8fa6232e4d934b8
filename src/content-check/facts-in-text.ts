/** The facts of a text that a person acts upon: telephone numbers, e-mail addresses, dates, sums of money and links to other sites. */
import { datesIn, saysDate } from './dates-in-text.ts';

export const factKinds = ['telephone', 'e-mail', 'date', 'sum', 'link', 'own'] as const;
export type FactKind = (typeof factKinds)[number];

export interface FoundFact {
  kind: FactKind;
  /** How it is compared: two ways to write one fact have one key. */
  key: string;
  /** How it is written. */
  written: string;
  /** Where in the text; 0 for a link. */
  at: number;
}

/** A number of this country: it begins with 0 or +44 and has 8 to 11 figures. */
const longNumber = /(?<![\d£.,/])(?:\+44[\s(]*0?[)\s]*|0)\d(?:[\s()-]{0,2}\d){6,9}(?!\d|[,/]\d)/g;
/** 116 and 3 figures are numbers for help all over Europe. */
const helpNumber = /(?<![\d£.,])116\s?\d{3}(?!\d)/g;
/** A short number comes soon after a word for phoning or texting. */
const phoning =
  /\b(?:call|phone|ring|dial|text|telephone)(?:ing)?\b[^.?!;\n]{0,40}?(?<![\d£.,])(\d{3}(?:\s\d{3,4})?|\d{5,6})(?![\d.,:]?\d|\s+(?:years|months|weeks|days|hours|minutes|people|pages|words|families|children|schools|settings)\b)/gi;
const eMail = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const pounds = /£\s?(\d[\d,]*(?:\.\d+)?)(?:\s?(million|billion|thousand|k|m|bn)\b)?/gi;
const inWords = /(?<![\d£.,])(\d[\d,]*(?:\.\d+)?)(?:\s(million|billion|thousand))?\s?(pounds?|pence|p)\b(?!\.\d)/gi;

const asNumber = (written: string) =>
  written
    .replace(/\D/g, '')
    .replace(/^44(?=\d{9,10}$)/, '0')
    .replace(/^00/, '0');
const times: Record<string, number> = { thousand: 1e3, k: 1e3, million: 1e6, m: 1e6, billion: 1e9, bn: 1e9 };
const asPounds = (amount: string, unit = '') => Number(amount.replaceAll(',', '')) * (times[unit.toLowerCase()] ?? 1);

/**
 * @param text plain text
 * @param numbers the short numbers that stand for themselves here, as "999"
 */
export function factsIn(text: string, numbers: readonly string[] = []): FoundFact[] {
  const found: FoundFact[] = [];
  const add = (kind: FactKind, key: string, written: string, at: number) => found.push({ kind, key, written: written.trim(), at });
  // What is read once is no part of another number.
  let rest = text;
  const number = (pattern: RegExp) => {
    for (const match of rest.matchAll(pattern)) {
      const written = match[1] ?? match[0];
      const at = match.index + match[0].length - written.length;
      add('telephone', asNumber(written), written, at);
      rest = rest.slice(0, at) + '_'.repeat(written.length) + rest.slice(at + written.length);
    }
  };
  number(longNumber);
  number(helpNumber);
  for (const short of numbers) number(new RegExp(String.raw`(?<![\d£.,/-])${short.split('').join(String.raw`\s?`)}(?![\d/-]|[.,]\d)`, 'g'));
  number(phoning);
  for (const match of text.matchAll(eMail)) add('e-mail', match[0].toLowerCase(), match[0], match.index);
  for (const { key, written, at } of datesIn(text)) add('date', key, written, at);
  for (const match of text.matchAll(pounds)) add('sum', `£${asPounds(match[1]!, match[2])}`, match[0], match.index);
  for (const match of text.matchAll(inWords)) {
    const [written, amount, unit, coin] = match;
    add('sum', `£${asPounds(amount!, unit) / (/^pounds?$/i.test(coin!) ? 1 : 100)}`, written, match.index);
  }
  return found;
}

/** What a link leads to, where that is a fact: another site, a telephone number, an e-mail address. None for a page of this site. */
export function factOfLink(to: string): FoundFact | undefined {
  const [, scheme = '', rest = ''] = /^(tel|sms|mailto|https?):(.*)$/i.exec(to) ?? [];
  if (/^(tel|sms)$/i.test(scheme)) return { kind: 'telephone', key: asNumber(rest), written: rest, at: 0 };
  if (/^mailto$/i.test(scheme)) {
    const address = rest.replace(/\?.*$/, '');
    return { kind: 'e-mail', key: address.toLowerCase(), written: address, at: 0 };
  }
  return scheme ? { kind: 'link', key: asAddress(to), written: to, at: 0 } : undefined;
}

/** An address on the web as it is compared: what differs without leading elsewhere is left out. */
export function asAddress(written: string): string {
  if (!URL.canParse(written)) return written;
  const { hostname, pathname, search } = new URL(written);
  return `${hostname.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}${search}`;
}

/** Whether one fact says all that another says. */
export const saysFact = (fact: FoundFact, other: FoundFact) =>
  fact.kind === other.kind && (fact.kind === 'date' ? saysDate(fact.key, other.key) : fact.key === other.key);
