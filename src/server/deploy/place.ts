/** Where a site stands, for the files of other servers. */
import type { Delivery } from '../delivery.ts';

export interface Place extends Delivery {
  /** The name of the site's host, as `www.example.org`. */
  host: string;
  /** Where the site stands on its host, with slashes at both ends. */
  base: string;
  /** A folder that holds the built site: at its top, or below it in the folders that the sub-path names. */
  root: string;
  /** Where our own server listens, as `127.0.0.1:4321`; it answers for the pledge form. */
  service: string;
  /** For tests: a port on this machine alone, by HTTP. */
  testPort?: number;
}

/** The first lines of every file that is made. @param why one line each */
export const opening = (...why: string[]): string =>
  [
    'Made by "npm run delivery" from src/server/delivery.ts. Change the rules there, not here: SITE_URL and EMBED_ORIGINS are read too.',
    ...why,
  ]
    .map((line) => `# ${line}\n`)
    .join('');
