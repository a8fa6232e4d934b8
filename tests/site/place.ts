/** Where the built site stands: its origin and base path, as its own sitemap gives them (`SITE_BASE` overrules the path). */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folder } from './pages.ts';

const index = join(folder, 'sitemap-index.xml');
if (!existsSync(index)) throw new Error(`${index} is missing. The build must write a sitemap.`);
const [, first] = /<loc>([^<]+)<\/loc>/.exec(readFileSync(index, 'utf8')) ?? [];
if (!first) throw new Error(`${index} lists no sitemap.`);
const root = new URL('.', first);

export const origin = root.origin;
/** With slashes at both ends. */
export const base = process.env.SITE_BASE || root.pathname;

/** The public address of a page. @param address from the root, without base */
export const publicAddress = (address: string) => `${origin}${base.slice(0, -1)}${address}`;

/** What stands in an `href` to a page. @param address from the root, without base */
export const hrefOf = (address: string) => `${base.slice(0, -1)}${address}`;
