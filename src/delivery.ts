/** `npm run delivery`: writes the files in `deploy/` for nginx, Caddy and static hosts, for the address that SITE_URL names. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { siteFolder } from './server/build.ts';
import { caddyFile } from './server/deploy/caddy.ts';
import { nginxFile } from './server/deploy/nginx.ts';
import type { Place } from './server/deploy/place.ts';
import { headersFile } from './server/deploy/static-host.ts';
import { readSettings, SettingError } from './settings.ts';

try {
  const { siteUrl, base, embedOrigins } = readSettings({ SITE_URL: 'https://www.example.org', ...process.env });
  const place: Place = {
    host: siteUrl.hostname,
    base,
    https: siteUrl.protocol === 'https:',
    embedOrigins,
    root: '/srv/local-offer/www',
    service: '127.0.0.1:4321',
  };
  const write = (name: string, text: string) => writeFileSync(join(import.meta.dirname, '../deploy', name), text);
  write('nginx.conf', nginxFile(place));
  write('Caddyfile', caddyFile(place));
  if (existsSync(`${siteFolder()}/404.html`)) write('_headers', headersFile(siteFolder(), base, place));
  else console.log('There is no built site, so deploy/_headers stays as it is. "npm run build" first makes it too.');
  console.log(`deploy/ has the files for ${siteUrl.href}`);
} catch (error) {
  if (!(error instanceof SettingError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
