/** The pages for staff over HTTP: nothing of them is kept by a browser or by what stands between. */
import type { Hono } from 'hono';
import { guarded } from './guarded.ts';
import { methodsOf } from './methods.ts';
import type { Log } from './service.ts';

/** @param pages the addresses of staff @param https whether their public address is HTTPS */
export function staffApp(pages: Hono, options: { https: boolean; log?: Log }): Hono {
  const app = guarded(options);
  app.use(async (context, next) => {
    await next();
    if (!context.res.headers.has('Cache-Control')) context.header('Cache-Control', 'no-store');
  });
  app.route('/', pages);
  app.notFound((context) => {
    const { method, path } = context.req;
    if (method === 'GET' || method === 'HEAD') return context.text('There is no such page.', 404);
    return context.text('Nothing can be sent to this address in this way.', 405, { Allow: methodsOf(app, path).join(', ') });
  });
  return app;
}
