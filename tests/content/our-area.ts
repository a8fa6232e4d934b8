/** What would give away, in another council's site, that it was made here first: names, hosts, numbers and addresses of our content. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { parse } from 'yaml';
import type { LocalOffer } from '../../src/readings/local-offer.schema.ts';
import { councilContent, project } from '../council/council.ts';

export const ourContent = join(project, 'content');

/** The folders of all topics of a content. */
export const topicsOf = (content: string) =>
  globSync('**/topic.yaml', { cwd: content })
    .map((file) => dirname(file).split(sep).join('/'))
    .sort();

/** Shorter names, such as NHS and PDF, stand for no area, and are words or parts of words elsewhere. */
const shortest = 4;
const known = ['peterborough', 'cambridgeshire', 'huntingdon', 'fenland', 'sendiass', 'family voice', 'familyvoice', 'childline', 'samaritans', 'openmoji'];

/** All that the made-up council itself says, in small letters: what stands there is no word of ours, also where both are the same council. */
const theirText = () =>
  globSync('**/*.{yaml,mdx}', { cwd: councilContent })
    .map((file) => readFileSync(join(councilContent, file), 'utf8').toLowerCase())
    .join('\n');

/** Words in small letters, none of which may stand in any file of another council's site. */
export function ourWords(): string[] {
  const offer = parse(readFileSync(join(ourContent, 'local-offer.yaml'), 'utf8')) as LocalOffer;
  const digits = (text: string) => text.replace(/\D/g, '');
  // A name in small letters is a word to type, as in a text message, and no name of ours.
  const names = [offer.place, ...offer.names.filter((name) => /^\p{Lu}/u.test(name)), ...offer.areas.filter(({ id }) => id !== 'both').map(({ name }) => name)];
  const hosts = offer.official.map(({ address }) => new URL(address).host);
  // A short number, such as 999, stands by chance in any drawing.
  const numbers = offer.helpNow.ways.map(({ telephone }) => telephone).filter((number) => digits(number).length > 8);
  const theirs = theirText();
  const ours = [...names, ...hosts, ...numbers].map((word) => word.toLowerCase()).filter((word) => !theirs.includes(word));
  return [...new Set([...known, ...ours])].filter((word) => word.length > shortest);
}

/** Addresses of our topics that are none of the made-up council's, nor the end of one. */
export function ourAddresses(): string[] {
  // The reading help is on every site, whether the content has words for it or not.
  const theirs = [...topicsOf(councilContent), 'reading-help'].map((id) => `/${id}/`);
  return topicsOf(ourContent)
    .map((id) => `/${id}/`)
    .filter((address) => !theirs.some((other) => other.includes(address)));
}
