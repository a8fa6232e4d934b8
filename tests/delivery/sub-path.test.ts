/** Below a sub-path of a host that has other things too, the three servers answer alike. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { siteApp } from '../../src/server/app.ts';
import { listen, type Listening } from '../../src/server/listen.ts';
import { ask, compared } from './asking.ts';
import { caddy, endAll, isThere, nginx, type Served } from './servers.ts';

const base = '/local-offer/';
const others = { nginx, caddy };
let ours: Listening;
const servers: Record<string, Served> = {};
beforeAll(async () => {
  ours = await listen(siteApp({ folder: 'dist', base }), { host: '127.0.0.1', port: 0 });
  for (const [name, start] of Object.entries(others))
    if (isThere(name)) servers[name] = await start({ name: 'ours', port: ours.port }, base);
}, 60_000);
afterAll(async () => {
  endAll();
  await ours.stop();
});

const asks: [path: string, status: number][] = [
  ['/local-offer/', 200],
  ['/local-offer', 301],
  ['/local-offer/guides?a=b', 301],
  ['/local-offer/guides/index.html', 301],
  ['/local-offer/gallery/embed/', 200],
  ['/local-offer/gallery/gone/embed/', 404],
  ['/local-offer/progress/feed.json', 200],
  ['/local-offer/iiif/gallery/manifest.json', 200],
  ['/local-offer/.well-known/security.txt', 200],
  ['/local-offer/_headers', 404],
  ['/local-offer/nothing/', 404],
  ['/local-offer/.git/config', 404],
  ['/guides/', 404],
];

test.each(asks)('%s is answered %d', async (path, status) =>
  expect((await ask({ name: 'ours', port: ours.port }, { path })).status).toBe(status),
);

test.each(
  Object.keys(others)
    .flatMap((name) => asks.map(([path]) => [name, path] as const))
    .filter(([name]) => isThere(name)),
)('%s answers %s as our own server does', async (name, path) => {
  const [mine, theirs] = await Promise.all([ask({ name: 'ours', port: ours.port }, { path }), ask(servers[name]!, { path })]);
  // Above the site's own sub-path the host's other things answer.
  if (path === '/guides/') expect(theirs.status).toBe(mine.status);
  else expect(compared(theirs)).toEqual(compared(mine));
});
