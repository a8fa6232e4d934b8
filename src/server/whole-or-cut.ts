/** A file that goes while it is read, as when a new site takes the place of the old one. */
import type { MiddlewareHandler } from 'hono';
import type { Asked } from './listen.ts';
import { errorFields } from './log.ts';
import type { Log } from './service.ts';

/**
 * Cuts the connection when the rest of an answer cannot be read, so that nobody takes the half for the whole. Left alone, the
 * adapter would send the system's own words, which name folders of this machine.
 */
export const wholeOrCut =
  (log: Log | undefined): MiddlewareHandler =>
  async (context, next) => {
    await next();
    const reader = context.res.body?.getReader();
    if (!reader) return;
    let wanted = true;
    const body = new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          try {
            const { done, value } = await reader.read();
            if (!wanted) return;
            if (done) controller.close();
            else controller.enqueue(value);
          } catch (error) {
            if (!wanted) return;
            const { outgoing, requestId } = (context.env ?? {}) as Partial<Asked>;
            log?.({ event: 'error', id: requestId, ...errorFields(error) });
            outgoing?.destroy();
            controller.close();
          }
        },
        cancel(reason) {
          wanted = false;
          return reader.cancel(reason);
        },
      },
      // Nothing is read ahead: a 304 asks for none of it.
      { highWaterMark: 0 },
    );
    const { status, headers } = context.res;
    context.res = undefined;
    context.res = new Response(body, { status, headers });
  };
