/** The built site over HTTP: files, compressed twins, trailing slashes and the 404 page, and a service that answers some addresses. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Hono, type Context } from 'hono';
import { embedPage, headersFor, hidden, notTaken, preflight, rulesOf, securityTxt, types } from './delivery.ts';
import { files } from './files.ts';
import { guarded } from './guarded.ts';
import { methodsOf } from './methods.ts';
import { notShown, plainPage } from './plain-page.ts';
import type { Log } from './service.ts';
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

/** @returns an app that answers for every address of the site */
export function siteApp({ folder, base, service, https = false, embedOrigins = ['*'], log }: SiteOptions): Hono {
  const rules = rulesOf({ https, embedOrigins });
  const inSite = (context: Context) => (context.req.path.startsWith(base) ? context.req.path.slice(base.length - 1) : '');
  const headersOf = (context: Context) =>
    headersFor(rules, inSite(context), context.res.status < 400, (file) => existsSync(join(folder, file)));
  const app = guarded({ https, log, headersOf });
  let pageNotFound = '';
  const notFound = (context: Context) => {
    // It stands in a frame on another website, where the whole page would be a stranger.
    if (isEmbed.test(inSite(context))) return context.body(plainPage(notShown), 404, html);
    try {
      pageNotFound = readFileSync(join(folder, '404.html'), 'utf8');
    } catch (error) {
      // While a new site takes the place of the old one there is none for a moment.
      if (!pageNotFound) throw error;
    }
    return context.body(pageNotFound, 404, html);
  };

  // A frame in a sandbox and another website's viewer ask for leave first.
  app.use(async (context, next) => {
    const mayLoad = headersOf(context)['Access-Control-Allow-Origin'] !== undefined;
    if (context.req.method !== 'OPTIONS' || !context.req.header('Access-Control-Request-Method') || !mayLoad) return next();
    return context.body(null, 204, preflight);
  });
  if (service) app.route(base, service);
  app.use(async (context, next) => {
    if (context.req.method === 'GET' || context.req.method === 'HEAD') return next();
    return context.body(notTaken, 405, { 'Content-Type': types.txt!, Allow: methodsOf(app, context.req.path).join(', ') });
  });
  app.use(async (context, next) => {
    const path = decoded(context.req.path);
    if (path === undefined || (isHidden.test(path) && path !== base.slice(0, -1) + securityTxt)) return notFound(context);
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
  app.get('*', wholeOrCut(log), ...files({ folder, base }));
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

const html = { 'Content-Type': types.html! };
const isHidden = new RegExp(hidden);
const isEmbed = new RegExp(embedPage);
