/** What the machine itself may ask, on a port of its own that only listens there: does the server live, can it work, what has it done. */
import { Hono } from 'hono';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { errorFields } from './log.ts';
import type { Service } from './service.ts';

/**
 * @param service asked anew for each answer
 * @param traffic what the server counts
 * @returns `/healthz` (needs no store), `/readyz` (200, or 503 with what is wrong) and `/metrics`
 */
export function localApp(service: Service['local'], traffic: Registry): Hono {
  const ofProcess = new Registry();
  collectDefaultMetrics({ register: ofProcess });
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    context.header('Cache-Control', 'no-store');
    context.header('X-Content-Type-Options', 'nosniff');
  });
  app.get('/healthz', (context) => context.text('alive\n'));
  app.get('/readyz', async (context) => {
    try {
      const { ok, detail } = await service.ready();
      return context.json({ ok, ...detail }, ok ? 200 : 503);
    } catch (error) {
      return context.json({ ok: false, ...errorFields(error) }, 503);
    }
  });
  app.get('/metrics', async (context) => {
    const all = Registry.merge([traffic, service.counters, ofProcess]);
    return context.body(await all.metrics(), 200, { 'Content-Type': all.contentType });
  });
  app.notFound((context) => context.text('There is nothing here.\n', 404));
  return app;
}
