/** Where to tell of a weakness (RFC 9116). It ends before a year has passed, so a site that nobody builds any more does not promise an answer. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { APIRoute } from 'astro';
import { contentDir } from '../../readings/content-dir.ts';
import { withBase } from '../../readings/reading.ts';
import { readToday } from '../../settings.ts';

/** Days: the RFC recommends less than a year. */
const holds = 360;

export const GET: APIRoute = ({ site }) => {
  const at = (address: string) => new URL(withBase(address, import.meta.env.BASE_URL), site).href;
  const end = new Date(`${readToday()}T00:00:00Z`);
  end.setUTCDate(end.getUTCDate() + holds);
  return new Response(
    [
      // Where a council has no page for contact its first page says who it is.
      `Contact: ${at(existsSync(join(contentDir(), 'about/contact')) ? '/about/contact/' : '/')}`,
      `Expires: ${end.toISOString().replace('.000', '')}`,
      'Preferred-Languages: en',
      `Canonical: ${at('/.well-known/security.txt')}`,
      '',
    ].join('\n'),
  );
};
