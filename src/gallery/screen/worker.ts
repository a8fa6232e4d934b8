/**
 * The service worker of the screen, so that a library's display goes on when the network is lost. The build writes this one function into
 * `sw.js` (see `worker.build.ts`), so it may use nothing from outside of itself. It keeps the page, what the page needs, and of each
 * artwork the one picture that the page shows; nothing else. A new build has a new mark: it takes over at once and throws away all that
 * was kept before, and with it every artwork that has been withdrawn. Over 100 lines with its types: it is one program.
 */

/** What a build of the screen is made of; all addresses from the root, with base. */
export interface WorkerBuild {
  /** Changes when anything changes that the worker keeps. */
  mark: string;
  page: string;
  /** What the page needs beside its pictures. */
  parts: string[];
  /** The folder of each artwork that may be shown, with a slash at its end. */
  artworks: string[];
}

/** The part of a worker's global object that is used here: the types of pages and of workers do not go together in one program. */
interface Scope {
  addEventListener(type: string, listener: (event: WorkerEvent) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  registration: { scope: string };
  location: { origin: string };
  caches: CacheStorage;
}
interface WorkerEvent {
  waitUntil(work: Promise<unknown>): void;
  respondWith(answer: Promise<Response>): void;
  request: Request;
  data?: unknown;
}

export function serviceWorker(self: Scope, build: WorkerBuild): void {
  // Sites on one host share their caches: this begins with what is ours alone.
  const ours = `gallery-screen ${self.registration.scope} `;
  const name = ours + build.mark;
  /** A server that does not answer is as good as none. */
  const patience = 5000;
  const anyVersion = { ignoreVary: true, ignoreSearch: true };
  const pathOf = (address: string) => new URL(address, self.location.origin).pathname;
  const artworkOf = (path: string) => build.artworks.find((folder) => path.startsWith(folder));
  const isPicture = (path: string) => artworkOf(path) !== undefined && /\/\d+\.(avif|jpg)$/.test(path);
  const asked = (path: string) => new Request(path, { cache: 'no-cache', credentials: 'same-origin' });

  /** Pictures that an earlier build kept and this one still has: fetched anew, so that a change of builds does not leave the screen bare. */
  const picturesKept = async () => {
    const earlier = (await self.caches.keys()).filter((one) => one.startsWith(ours) && one !== name);
    const requests = await Promise.all(earlier.map(async (one) => (await self.caches.open(one)).keys()));
    return [...new Set(requests.flat().map(({ url }) => pathOf(url)))].filter(isPicture);
  };

  const install = async () => {
    const cache = await self.caches.open(name);
    await cache.addAll([build.page, ...build.parts].map(asked));
    await Promise.all((await picturesKept()).map((path) => cache.add(asked(path)).catch(() => undefined)));
    await self.skipWaiting();
  };

  const activate = async () => {
    for (const one of await self.caches.keys()) if (one.startsWith(ours) && one !== name) await self.caches.delete(one);
    await self.clients.claim();
  };

  /** Keeps these pictures and no others. @param wanted as the page asks for them, which is checked */
  const keepPictures = async (wanted: string[]) => {
    const cache = await self.caches.open(name);
    const paths = new Set(wanted.map(pathOf).filter(isPicture));
    for (const { url } of await cache.keys()) {
      const path = pathOf(url);
      if (isPicture(path) && !paths.delete(path)) await cache.delete(url, anyVersion);
    }
    for (const path of paths) await cache.add(asked(path)).catch(() => undefined);
  };

  /** The newest page, or the one that is kept where there is no network. */
  const pageFor = async (request: Request) => {
    const kept = await (await self.caches.open(name)).match(build.page, anyVersion);
    if (!kept) return fetch(request);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<Response>((answer) => (timer = setTimeout(() => answer(kept), patience)));
    const fresh = fetch(request).then(
      (response) => (response.status >= 500 ? kept : response),
      () => kept,
    );
    return Promise.race([fresh, late]).finally(() => clearTimeout(timer));
  };

  /** What is kept; of an artwork without network any size that is kept. */
  const partFor = async (request: Request, path: string) => {
    const cache = await self.caches.open(name);
    const kept = await cache.match(path, anyVersion);
    if (kept) return kept;
    try {
      return await fetch(request);
    } catch (error) {
      const folder = artworkOf(path);
      const other = folder && (await cache.keys()).find(({ url }) => isPicture(pathOf(url)) && pathOf(url).startsWith(folder));
      const instead = other && (await cache.match(other, anyVersion));
      if (!instead) throw error;
      return instead;
    }
  };

  self.addEventListener('install', (event) => event.waitUntil(install()));
  self.addEventListener('activate', (event) => event.waitUntil(activate()));
  self.addEventListener('message', (event) => {
    const pictures = (event.data as { pictures?: unknown } | null)?.pictures;
    if (Array.isArray(pictures)) event.waitUntil(keepPictures(pictures.filter((one) => typeof one === 'string')));
  });
  self.addEventListener('fetch', (event) => {
    const { request } = event;
    const path = pathOf(request.url);
    if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return;
    if (request.mode === 'navigate') {
      if (path === build.page) event.respondWith(pageFor(request));
    } else if (build.parts.includes(path) || isPicture(path)) event.respondWith(partFor(request, path));
  });
}
