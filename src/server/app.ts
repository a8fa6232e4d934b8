/** The built site over HTTP: files, compressed twins, trailing slashes and the 404 page. The pledge form will join it here. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

export interface SiteOptions {
  /** The folder of the built site. */
  folder: string;
  /** Where the site stands on its host, with slashes at both ends. */
  base: string;
}

/** @returns an app that answers for every address of the site */
export function siteApp({ folder, base }: SiteOptions): Hono {
  const app = new Hono();
  const notFound = readFileSync(join(folder, '404.html'), 'utf8');

  app.use(
    secureHeaders({
      // Fetch rules and hashes stand in each page's own meta element; two policies would intersect.
      contentSecurityPolicy: { frameAncestors: ["'none'"], baseUri: ["'none'"], objectSrc: ["'none'"] },
      referrerPolicy: 'strict-origin-when-cross-origin',
      xFrameOptions: 'DENY',
      strictTransportSecurity: false,
    }),
  );

  // No dotfile, no compressed twin by its own name, nothing above the folder.
  app.use(async (context, next) => {
    const path = safePath(context.req.path);
    if (path === undefined || /(^|\/)\./.test(path) || /\.(br|gz|map)$/.test(path)) return context.html(notFound, 404);
    if (!path.startsWith(base)) return path === base.slice(0, -1) ? context.redirect(base, 301) : context.html(notFound, 404);
    const inFolder = join(folder, path.slice(base.length));
    if (!path.endsWith('/') && existsSync(join(inFolder, 'index.html')) && statSync(inFolder).isDirectory()) {
      const question = new URL(context.req.url).search;
      return context.redirect(`${path}/${question}`, 301);
    }
    return next();
  });

  app.get(
    '*',
    serveStatic({
      root: folder,
      precompressed: true,
      rewriteRequestPath: (path) => path.slice(base.length - 1),
      onFound: (path, context) => {
        const hashed = /\/_astro\/|\/pictures\//.test(path);
        context.header('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    }),
  );
  app.notFound((context) => context.html(notFound, 404));
  return app;
}

function safePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
