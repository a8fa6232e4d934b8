/** The built site over HTTP: files, compressed twins, trailing slashes and the 404 page, and a service that answers some addresses. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { guarded } from './guarded.ts';
import { methodsOf } from './methods.ts';
import { notShown, plainPage } from './plain-page.ts';
import type { Log } from './service.ts';
import { isEmbedPage, sharing } from './sharing.ts';
import { wholeOrCut } from './whole-or-cut.ts';

export interface SiteOptions {
  /** The folder of the built site. */
  folder: string;
  /** Where the site stands on its host, with slashes at both ends. */
  base: string;
  /** Answers some addresses in place of the files, and takes what is sent to it; its addresses are without `base`. */
  service?: Hono | undefined;
  /** Whether the site's public address is HTTPS. */
  https?: boolean;
  /** The origins of other sites that may show embed pages in a frame; all unless said. */
  embedOrigins?: readonly string[];
  log?: Log;
}

/** A file that is opened by itself runs nothing: only pages have scripts, and each page says which. */
const onlyToLookAt = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

/** @returns an app that answers for every address of the site */
export function siteApp({ folder, base, service, https = false, embedOrigins = ['*'], log }: SiteOptions): Hono {
  const app = guarded({ https, log });
  let pageNotFound = '';
  const notFound = (context: Context) => {
    context.header('Cache-Control', 'no-cache');
    // It stands in a frame on another website, where the whole page would be a stranger.
    if (isEmbedPage(context.req.path, base)) return context.html(plainPage(notShown), 404);
    try {
      pageNotFound = readFileSync(join(folder, '404.html'), 'utf8');
    } catch (error) {
      // While a new site takes the place of the old one there is none for a moment.
      if (!pageNotFound) throw error;
    }
    return context.html(pageNotFound, 404);
  };

  app.use(sharing({ folder, base, embedOrigins }));
  app.use(async (context, next) => {
    await next();
    const { headers } = context.res;
    const feedType = headers.has('Content-Type') && feedTypeOf(context.req.path);
    if (feedType) headers.set('Content-Type', feedType);
    if (/^image\/svg/.test(headers.get('Content-Type') ?? '') && !headers.has('Content-Security-Policy'))
      headers.set('Content-Security-Policy', onlyToLookAt);
  });
  if (service) app.route(base, service);
  app.use(async (context, next) => {
    if (context.req.method === 'GET' || context.req.method === 'HEAD') return next();
    return context.text('Nothing can be sent to this address in this way.', 405, { Allow: methodsOf(app, context.req.path).join(', ') });
  });
  app.use(async (context, next) => {
    const path = decoded(context.req.path);
    if (path === undefined || isPrivate(path)) return notFound(context);
    const question = new URL(context.req.url).search;
    if (path === base.slice(0, -1)) return context.redirect(base + question, 301);
    if (!path.startsWith(base)) return notFound(context);
    const inFolder = join(folder, path.slice(base.length));
    // By the name of its file a page of the build would be shown where the service has a newer one, as of a signature that was withdrawn.
    if (path.endsWith('/index.html') && existsSync(inFolder)) return context.redirect(path.slice(0, -'index.html'.length) + question, 301);
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
    wholeOrCut(log),
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

/** Feeds by their registered types, which the list of common types lacks (RFC 4287, JSON Feed 1.1). */
const feedTypeOf = (path: string) => {
  const format = /\/feed\.(atom|rss|json)$/.exec(path)?.[1];
  return format && `application/${format === 'json' ? 'feed+json' : `${format}+xml`}; charset=utf-8`;
};

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
