/** The badge and the certificate of one signatory, of what the content says: for the build and for the service. Plain Node. */
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { contentDir } from '../../readings/content-dir.ts';
import { localOffer } from '../../readings/local-offer.ts';
import { shapeMarkup } from '../../readings/shapes.ts';
import { topicSchema, type TopicFacts } from '../../readings/topic.schema.ts';
import { readFormWords } from '../form/form-words.ts';
import { badgeAlt, badgePng, badgeSize, badgeSvg, type Badge } from './badge.ts';
import { certificatePdf } from './certificate.ts';
import { badgeCode, publicAddress, type Shown } from './place-of-signatory.ts';
import type { Published } from './public-list.ts';
import { kindName, readSignedWords } from './signed-words.ts';

/** Pages below the pledge that are no values. */
const notValues = ['sign', 'signed'];
const types: Record<Shown, string> = {
  'badge.svg': 'image/svg+xml; charset=utf-8',
  'badge.png': 'image/png',
  'certificate.pdf': 'application/pdf',
};

const factsOf = (file: string): TopicFacts => topicSchema.parse(parse(readFileSync(file, 'utf8')));
const lookOf = ({ colour, shape }: TopicFacts) => {
  const markup = shape ? shapeMarkup(shape) : undefined;
  return { ...(colour === undefined ? {} : { hue: colour }), ...(markup && { shape: markup }) };
};

/** The names of areas by their ids; the id of one that the content does not have any more. */
export const areaName = (id: string) => localOffer.areas.find((area) => area.id === id)?.name ?? id;

export interface WhatIsShown {
  /** The words of the badge, and the HTML that a setting copies. */
  badgeOf(one: Published): { alt: string; code: string; width: number; height: number };
  /** @returns a file's bytes and type */
  file(one: Published, file: Shown): Promise<{ type: string; bytes: Uint8Array<ArrayBuffer> }>;
}

/**
 * Reads the content once.
 * @param siteUrl the public address of the site, with its sub-path
 * @returns undefined when this Local Offer has no list of who signed
 */
export function whatIsShown(siteUrl: URL): WhatIsShown | undefined {
  const words = readSignedWords();
  if (!words) return undefined;
  const form = readFormWords();
  const folder = join(contentDir(), 'pledge');
  const pledge = factsOf(join(folder, 'topic.yaml'));
  const values = globSync('*/topic.yaml', { cwd: folder })
    .filter((file) => !notValues.includes(basename(dirname(file))))
    .map((file) => factsOf(join(folder, file)))
    .sort((a, b) => a.order - b.order || a.title.localeCompare(b.title))
    .map((value) => ({ title: value.title, ...lookOf(value) }));
  const look = lookOf(pledge);

  const badge = ({ name, date }: Published): Badge => ({ name, date, title: localOffer.name, words: words.badge, ...look });
  const certificate = ({ id, name, kind, area, date }: Published) =>
    certificatePdf({
      ...{ name, date, values, ...look },
      kindName: kindName(form, kind, 'standard'),
      area: areaName(area),
      siteName: localOffer.name,
      place: localOffer.place,
      address: publicAddress(siteUrl, id),
      words: { title: pledge.title, signed: words.badge.signed, ...words.certificate },
    });
  const makers: Record<Shown, (one: Published) => Uint8Array | string | Promise<Uint8Array | string>> = {
    'badge.svg': (one) => badgeSvg(badge(one)),
    'badge.png': (one) => badgePng(badge(one)),
    'certificate.pdf': certificate,
  };
  return {
    badgeOf: (one) => {
      const alt = badgeAlt(badge(one));
      return { alt, code: badgeCode({ siteUrl, id: one.id, alt, ...badgeSize }), ...badgeSize };
    },
    file: async (one, file) => ({ type: types[file], bytes: new Uint8Array(Buffer.from(await makers[file](one))) }),
  };
}
