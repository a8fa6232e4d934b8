/** The built files over HTTP: the smallest form that a reader takes, 304 for who has it as it is, and ranges of what is not compressed. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import fresh from 'fresh';
import type { MiddlewareHandler } from 'hono';
import { typeOf } from './delivery.ts';

export interface Files {
  /** The folder of the built site. */
  folder: string;
  /** Where the site stands on its host, with slashes at both ends. */
  base: string;
}

/** One range, as browsers ask for it (RFC 9110, 14.1.2). Anything else is answered whole. */
const oneRange = /^bytes=(\d+-\d*|-\d+)$/;

/** @returns what answers GET and HEAD for every file, and leaves the rest to whoever is next */
export function files({ folder, base }: Files): MiddlewareHandler[] {
  const fileOf = (path: string) => join(folder, path.slice(base.length - 1));
  return [
    notModified,
    async (context, next) => {
      const { headers } = context.req.raw;
      const accepted = headers.get('Accept-Encoding');
      if (accepted) headers.set('Accept-Encoding', withoutWeights(accepted));
      const wanted = oneRange.test(headers.get('Range') ?? '') && isOfThis(headers.get('If-Range'), fileOf(context.req.path));
      // A part of the compressed form is of no use to a player or a reader of PDF files.
      headers.delete(wanted ? 'Accept-Encoding' : 'Range');
      return next();
    },
    serveStatic({
      root: folder,
      precompressed: true,
      rewriteRequestPath: (path) => path.slice(base.length - 1),
      onFound: (path, context) => {
        const coding = /\.(br|gz)$/.exec(path)?.[0] ?? '';
        context.header('ETag', tagOf(path));
        // serveStatic adds it where it compresses, and the rules of delivery have it for all.
        context.header('Vary', undefined);
        if (!coding) context.header('Accept-Ranges', 'bytes');
      },
    }),
  ];
}

/** Another for each form of each state of a file. */
function tagOf(file: string): string {
  const { mtimeMs, size } = statSync(file);
  return `"${Math.floor(mtimeMs).toString(36)}-${size.toString(36)}${/\.(br|gz)$/.exec(file)?.[0] ?? ''}"`;
}

/** Whether the part that a reader has is of the file as it is (RFC 9110, 13.1.5). @param condition what If-Range says, if anything */
function isOfThis(condition: string | null, file: string): boolean {
  if (condition === null) return true;
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats !== undefined && (condition === tagOf(file) || condition === stats.mtime.toUTCString());
}

/** "br;q=0, gzip;q=0.8" → "gzip": what a reader takes, as plain names. */
const withoutWeights = (accepted: string) =>
  accepted
    .split(',')
    .map((one) => one.trim().split(/\s*;\s*q=/))
    .filter(([, weight]) => weight === undefined || Number(weight) > 0)
    .map(([name]) => name)
    .join(', ');

/** Answers 304 to a reader who has the file as it is. */
const notModified: MiddlewareHandler = async (context, next) => {
  // Whether to ask anew is the reader's business; what they have is ours to say.
  const { 'cache-control': _, ...asked } = Object.fromEntries(context.req.raw.headers);
  await next();
  const { status, headers } = context.res;
  // Our own list: the one of serveStatic knows less than we publish.
  if (headers.has('ETag')) headers.set('Content-Type', typeOf(context.req.path));
  const has = { etag: headers.get('ETag') ?? '', 'last-modified': headers.get('Last-Modified') ?? '' };
  if (status !== 200 || !fresh(asked, has)) return;
  await context.res.body?.cancel();
  const kept = new Headers(headers);
  for (const name of ['Content-Length', 'Content-Type', 'Content-Encoding', 'Accept-Ranges']) kept.delete(name);
  context.res = undefined;
  context.res = new Response(null, { status: 304, headers: kept });
};
