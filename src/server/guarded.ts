/** The outside of every app that people meet: the headers, the page for a fault of ours, and the name of the route for the log. */
import { Hono, type Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { matchedRoutes } from 'hono/route';
import { headersOfAll } from './delivery.ts';
import type { Asked } from './listen.ts';
import { errorFields } from './log.ts';
import { ourFault, plainHeaders, plainPage } from './plain-page.ts';
import type { Log } from './service.ts';

export interface Guarded {
  /** Whether the public address is HTTPS. */
  https: boolean;
  log?: Log | undefined;
  /** What an answer carries, beside what it says itself; an empty header is not sent. What all answers carry, unless said. */
  headersOf?: (context: Context) => Readonly<Record<string, string>>;
}

/** @returns an app without addresses yet */
export function guarded({ https, log, headersOf = () => headersOfAll(https) }: Guarded): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    const asked = context.env as Partial<Asked> | undefined;
    // What answers one method is a page; what answers all is a rule that pages pass through.
    if (asked) asked.route = matchedRoutes(context).find(({ method }) => method !== 'ALL')?.path ?? '-';
  });
  app.use(async (context, next) => {
    await next();
    // What an answer says itself stays: a badge may be shown on other sites.
    const { headers } = context.res;
    for (const [name, value] of Object.entries(headersOf(context))) if (value && !headers.has(name)) headers.set(name, value);
  });
  app.onError((error, context: Context) => {
    if (error instanceof HTTPException) return error.getResponse();
    // Whoever asked has gone in the middle: no fault, and nobody to answer.
    if (context.req.raw.signal.aborted) return context.body(null, 400);
    log?.({ event: 'error', id: (context.env as Partial<Asked> | undefined)?.requestId, ...errorFields(error) });
    return context.html(plainPage(ourFault), 500, plainHeaders);
  });
  return app;
}
