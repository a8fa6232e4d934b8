/**
 * The rules of delivery as a `_headers` file, which Netlify, Cloudflare and others read beside a site. Hosts differ in what they do when two
 * blocks fit one address and name one header (some join them, and two policies would intersect), so no two blocks do that here.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { headersFor, rulesOf, type Delivery } from '../delivery.ts';
import { opening } from './place.ts';

/** Headers that are not the same for all addresses: each has a block for each kind of address. */
const differing = ['Content-Security-Policy', 'X-Frame-Options', 'Cross-Origin-Resource-Policy'];
/** What such hosts do by themselves. */
const ownBusiness = ['Cache-Control', 'Vary'];

/** @param folder the built site @param base its sub-path, with slashes at both ends @returns the whole file */
export function headersFile(folder: string, base: string, delivery: Delivery): string {
  const rules = rulesOf(delivery);
  const has = (file: string) => existsSync(join(folder, file));
  const of = (path: string) => headersFor(rules, path, true, has);
  const blocks: [address: string, headers: Record<string, string>][] = [];
  const add = (address: string, headers: Record<string, string>) =>
    void blocks.push([base + address.slice(1), Object.fromEntries(Object.entries(headers).filter(([, value]) => value))]);
  const only = (names: readonly string[], headers: Record<string, string>) =>
    Object.fromEntries(Object.entries(headers).filter(([name]) => names.includes(name)));
  const without = (names: readonly string[], headers: Record<string, string>) =>
    Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));

  add('/*', without([...differing, ...ownBusiness], of('/')));
  const page = only(differing, of('/'));
  const frame = only(['Content-Security-Policy', 'Cross-Origin-Resource-Policy', 'Access-Control-Allow-Origin'], of('/gallery/embed/'));
  const forAll = only(['Cross-Origin-Resource-Policy', 'Access-Control-Allow-Origin'], frame);
  const ours = only(['Content-Security-Policy', 'X-Frame-Options'], page);
  const kept = only(['Cache-Control'], of('/_astro/a.js'));

  add('/', page);
  const isFolder = (path: string) => statSync(join(folder, path)).isDirectory();
  for (const name of readdirSync(folder).sort()) {
    if (!isFolder(name) || name === 'gallery') continue;
    if (name === '_astro') add('/_astro/*', { ...ours, ...forAll, ...kept });
    else if (name === 'iiif') add('/iiif/*', { ...ours, ...forAll });
    else if (name === 'pictures') add('/pictures/*', { ...only(differing, of('/pictures/a.svg')), ...kept });
    else add(`/${name}/*`, page);
  }
  for (const name of has('pagefind') ? readdirSync(join(folder, 'pagefind')) : []) {
    if (isFolder(`pagefind/${name}`)) add(`/pagefind/${name}/*`, kept);
    else if (name.endsWith('.pf_meta')) add(`/pagefind/${name}`, kept);
  }
  if (has('gallery')) {
    add('/gallery/', page);
    for (const name of readdirSync(join(folder, 'gallery')).sort()) {
      if (!isFolder(`gallery/${name}`)) continue;
      if (name === 'embed') add('/gallery/embed/', frame);
      else if (name === 'share') {
        add('/gallery/share/', page);
        add('/gallery/share/frame.js', { ...ours, ...forAll });
      } else if (!has(`gallery/${name}/embed`)) {
        add(`/gallery/${name}/*`, page);
        for (const file of readdirSync(join(folder, 'gallery', name), { recursive: true, encoding: 'utf8' }).sort()) {
          const robots = only(['X-Robots-Tag'], of(`/gallery/${name}/${file}`));
          if (robots['X-Robots-Tag']) add(`/gallery/${name}/${file}`, robots);
        }
      } else {
        // Only its own page and its frame have a policy; what other websites load is the same for all that lies beside them.
        add(`/gallery/${name}/`, ours);
        add(`/gallery/${name}/embed/`, only(['Content-Security-Policy'], frame));
        add(`/gallery/${name}/*`, forAll);
      }
    }
  }
  return `${opening('For static hosts that read a "_headers" file: it stands at the top of the built site. Redirects and types are theirs.')}
${blocks
  .map(
    ([address, headers]) =>
      `${address}\n${Object.entries(headers)
        .map(([name, value]) => `  ${name}: ${value}\n`)
        .join('')}`,
  )
  .join('\n')}`;
}
