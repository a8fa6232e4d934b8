/** The files in `deploy/` are those that the one source makes, and their programs take them as they are. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { headersFor, rulesOf } from '../../src/server/delivery.ts';
import { headersFile } from '../../src/server/deploy/static-host.ts';
import { complaint, isThere } from './servers.ts';

const folder = mkdtempSync(join(tmpdir(), 'deploy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('deploy/ holds what "npm run delivery" writes', () => {
  const before = ['nginx.conf', 'Caddyfile'].map((name) => readFileSync(`deploy/${name}`, 'utf8'));
  const headers = readFileSync('deploy/_headers', 'utf8');
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !['SITE_URL', 'EMBED_ORIGINS'].includes(name)));
  const { status, stderr } = spawnSync(process.execPath, ['src/delivery.ts'], { env, encoding: 'utf8' });
  writeFileSync('deploy/_headers', headers);
  expect([status, stderr]).toEqual([0, '']);
  expect(
    ['nginx.conf', 'Caddyfile'].map((name) => readFileSync(`deploy/${name}`, 'utf8')),
    'run "npm run delivery" and commit',
  ).toEqual(before);
});

test.skipIf(!isThere('nginx'))('nginx takes deploy/nginx.conf, with TLS', () => {
  const [key, certificate] = ['key.pem', 'certificate.pem'].map((name) => join(folder, name));
  const words = [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    '-days',
    '1',
    '-subj',
    '/CN=www.example.org',
  ];
  expect(spawnSync('openssl', [...words, '-keyout', key!, '-out', certificate!]).status).toBe(0);
  const site = readFileSync('deploy/nginx.conf', 'utf8')
    .replace(/ssl_certificate .*;/, `ssl_certificate ${certificate};`)
    .replace(/ssl_certificate_key .*;/, `ssl_certificate_key ${key};`);
  writeFileSync(join(folder, 'site.conf'), site);
  const modules = existsSync('/etc/nginx/modules-enabled') ? 'include /etc/nginx/modules-enabled/*.conf;' : '';
  writeFileSync(
    join(folder, 'nginx.conf'),
    `${modules} pid ${folder}/pid; events {} http { access_log off; include ${folder}/site.conf; }`,
  );
  expect(complaint('nginx', ['-t', '-q', '-e', 'stderr', '-c', join(folder, 'nginx.conf')])).toBe('');
});

test.skipIf(!isThere('caddy'))('Caddy takes deploy/Caddyfile, with TLS', () =>
  expect(complaint('caddy', ['validate', '--config', 'deploy/Caddyfile', '--adapter', 'caddyfile'])).toBe(''),
);

describe('_headers', () => {
  const delivery = { https: true, embedOrigins: ['*'] };
  /** The blocks as a host reads them: a star is any words, and what two blocks say of one header is joined. */
  const blocks = headersFile('dist', '/', delivery)
    .split('\n\n')
    .map((block) => block.split('\n').filter((line) => line && !line.startsWith('#')))
    .filter((lines) => lines.length > 0)
    .map(([address, ...lines]) => ({
      fits: new RegExp(`^${address!.replace(/[.]/g, '\\.').replace('*', '.*')}$`),
      headers: lines.map((line) => line.trim().split(/: (.*)/) as [string, string]),
    }));
  const readBy = (path: string) => {
    const headers: Record<string, string> = {};
    for (const block of blocks.filter(({ fits }) => fits.test(path)))
      for (const [name, value] of block.headers) headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`;
    return headers;
  };
  const addresses = (readdirSync('dist', { recursive: true, encoding: 'utf8' }) as string[])
    .map((file) => `/${file}`)
    .filter((file) => statSync(`dist${file}`).isFile() && !/\.(br|gz)$|^\/_headers$/.test(file))
    .map((file) => file.replace(/\/index\.html$/, '/'));

  test('has at most 100 blocks, which is what hosts read', () => expect(blocks.length).toBeLessThanOrEqual(100));

  test.each([
    'Content-Security-Policy',
    'X-Frame-Options',
    'X-Content-Type-Options',
    'Referrer-Policy',
    'Permissions-Policy',
    'Strict-Transport-Security',
  ])('gives every page the %s that our own server gives', (name) => {
    const rules = rulesOf(delivery);
    const pages = addresses.filter((path) => path.endsWith('/'));
    expect(pages.length).toBeGreaterThan(300);
    const wrong = pages.filter(
      (path) => readBy(path)[name] !== (headersFor(rules, path, true, (file) => existsSync(`dist${file}`))[name] || undefined),
    );
    expect(wrong).toEqual([]);
  });

  test.each(['Access-Control-Allow-Origin', 'Cross-Origin-Resource-Policy', 'Cache-Control', 'X-Robots-Tag'])(
    'gives every file of IIIF, artworks, scripts and the index its %s',
    (name) => {
      const rules = rulesOf(delivery);
      const files = addresses.filter((path) => /^\/(iiif|_astro|pictures|pagefind|gallery\/[a-z-]+)\/.*\.\w+$/.test(path));
      expect(files.length).toBeGreaterThan(500);
      const wrong = files.filter((path) => {
        const ours = headersFor(rules, path, true, (file) => existsSync(`dist${file}`))[name] || undefined;
        // "no-cache" is what such hosts say by themselves.
        return readBy(path)[name] !== (ours === 'no-cache' ? undefined : ours);
      });
      expect(wrong).toEqual([]);
    },
  );
});
