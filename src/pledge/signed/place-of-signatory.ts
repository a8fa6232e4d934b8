/** The addresses of a signatory: its page, and what can be shown elsewhere. From the root of the site, without base. */
import { href, type Reading } from '../../readings/reading.ts';

export const listAddress = '/pledge/signed/';

/** What an id is made of: small letters that are no vowels, and figures from 2. */
export const idForm = '[b-df-hj-np-tv-z2-9]{8}';

/** Stands for the id in a page that the service fills in; no id holds a vowel. */
export const anyId = 'iiiiiiii';
/** Stands for the name in the title and the heading of such a page. */
export const anyName = '{signatory-name}';

export const signatoryAddress = (id: string) => `${listAddress}${id}/`;

/** What each signatory can show elsewhere. */
export const shown = ['badge.svg', 'badge.png', 'certificate.pdf'] as const;
export type Shown = (typeof shown)[number];

/** The whole address of a page or a file of a signatory. @param siteUrl the public address of the site, with its sub-path */
export const publicAddress = (siteUrl: URL, id: string, file: Shown | '' = '', reading: Reading = 'standard') =>
  new URL(href(`${signatoryAddress(id)}`, reading, siteUrl.pathname) + file, siteUrl.origin).href;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** @returns a text as it stands in HTML, between tags and within quotes */
export const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign]!);

/** @returns the HTML that a setting copies into its own website: the badge, which leads to its page */
export const badgeCode = ({ siteUrl, id, alt, width, height }: { siteUrl: URL; id: string; alt: string; width: number; height: number }) =>
  `<a href="${publicAddress(siteUrl, id)}"><img src="${publicAddress(siteUrl, id, 'badge.svg')}" alt="${escaped(alt)}" width="${width}" height="${height}"></a>`;
