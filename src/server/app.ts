/** The built site over HTTP: files, compressed twins, trailing slashes and the 404 page. The pledge form will join it here. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

export interface SiteOptions {
  /** The folder of the built site. */
  folder: string;
  /** Where the site stands on its host, with slashes at both ends. */
  base: string;
}

/** A file that is opened by itself runs nothing: only pages have scripts, and each page says which. */
const onlyToLookAt = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

/** @returns an app that answers for every address of the site */
export function siteApp({ folder, base }: SiteOptions): Hono {
  const app = new Hono();
  const notFound = (context: Context) => {
    context.header('Cache-Control', 'no-cache');
    return context.html(readFileSync(join(folder, '404.html'), 'utf8'), 404);
  };

  app.use(async (context, next) => {
    await next();
    if (/^image\/svg/.test(context.res.headers.get('Content-Type') ?? '')) context.res.headers.set('Content-Security-Policy', onlyToLookAt);
  });
  app.use(
    secureHeaders({
      // Fetch rules and hashes stand in each page's own meta element; two policies would intersect.
      contentSecurityPolicy: { frameAncestors: ["'none'"], baseUri: ["'none'"], objectSrc: ["'none'"] },
      referrerPolicy: 'strict-origin-when-cross-origin',
      xFrameOptions: 'DENY',
      strictTransportSecurity: false,
    }),
  );
  app.use(async (context, next) => {
    if (context.req.method === 'GET' || context.req.method === 'HEAD') return next();
    return context.text('This address can only be read.', 405, { Allow: 'GET, HEAD' });
  });
  app.use(async (context, next) => {
    const path = decoded(context.req.path);
    if (path === undefined || isPrivate(path)) return notFound(context);
    const question = new URL(context.req.url).search;
    if (path === base.slice(0, -1)) return context.redirect(base + question, 301);
    if (!path.startsWith(base)) return notFound(context);
    const inFolder = join(folder, path.slice(base.length));
    if (!path.endsWith('/') && existsSync(join(inFolder, 'index.html')) && statSync(inFolder).isDirectory())
      return context.redirect(`${path}/${question}`, 301);
    return next();
  });
  app.use(notModified);
  app.use(async (context, next) => {
    const accepted = context.req.header('Accept-Encoding');
    if (accepted) context.req.raw.headers.set('Accept-Encoding', withoutWeights(accepted));
    return next();
  });
  app.get(
    '*',
    serveStatic({
      root: folder,
      precompressed: true,
      rewriteRequestPath: (path) => path.slice(base.length - 1),
      onFound: (path, context) => {
        const changesName = /^(_astro|pictures)[\\/][^\\/]+$/.test(relative(folder, path)) && !path.endsWith('.html');
        context.header('Cache-Control', changesName ? 'public, max-age=31536000, immutable' : 'no-cache');
        context.header('Vary', 'Accept-Encoding');
      },
    }),
  );
  app.notFound(notFound);
  return app;
}

/** The path without percent signs; undefined when they are wrong. */
function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** Dotfiles, compressed twins by their own name, maps; and two slashes, which a browser would read as another host. */
const isPrivate = (path: string) => /[\\/]{2}|\\|(^|\/)\./.test(path) || /\.(br|gz|map)$/.test(path);

/** "br;q=0, gzip;q=0.8" → "gzip": what a reader takes, as plain names. */
const withoutWeights = (accepted: string) =>
  accepted
    .split(',')
    .map((one) => one.trim().split(/\s*;\s*q=/))
    .filter(([, weight]) => weight === undefined || Number(weight) > 0)
    .map(([name]) => name)
    .join(', ');

/** Answers 304 to a reader who has the file as it is. Compared by equality, so that an older file put back is seen too. */
const notModified: MiddlewareHandler = async (context, next) => {
  await next();
  const since = context.req.header('If-Modified-Since');
  if (context.res.status !== 200 || !since || since !== context.res.headers.get('Last-Modified')) return;
  const { headers, body } = context.res;
  await body?.cancel();
  headers.delete('Content-Length');
  context.res = undefined;
  context.res = new Response(null, { status: 304, headers });
};
