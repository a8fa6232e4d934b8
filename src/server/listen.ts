/**
 * One listening server with its limits: nobody holds it up by being slow, nobody floods it, and each request is one line of the log.
 * The limits stand outside of the app, so that they hold for whatever it answers, and for what never reaches it.
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { answerBroken } from './broken-request.ts';
import { addressOf, trustedBy, truncated } from './client-address.ts';
import { errorFields } from './log.ts';
import { ourFault, plainHeaders, plainPage, tooBusy, tooLong, type PlainWords } from './plain-page.ts';
import type { Log } from './service.ts';
import { Traffic } from './traffic.ts';

/** What an app finds in the `env` of its context. */
export interface Asked extends HttpBindings {
  /** Who asks; see `addressOf`. */
  address: string;
  /** Names this request in the log. */
  requestId: string;
  /** The app writes here which of its routes answered: the log holds no address that a person typed. */
  route?: string;
}

/** Anything that answers requests, as a Hono app does. */
export interface Answers {
  fetch(request: Request, asked: Asked): Response | Promise<Response>;
}

/** Only tests change them. Times are in milliseconds. */
export const limits = {
  /** For the headers, for the whole request, and for a connection that waits for its next request. */
  headers: 10_000,
  request: 30_000,
  keepAlive: 5_000,
  /** How often the two first are looked at. */
  check: 1_000,
  connections: 1_000,
  headerBytes: 16 * 1024,
  urlBytes: 8 * 1024,
  /** Requests that the app works on at one time. */
  inside: 100,
  /** When all of them are taken, whoever has been sending for longer than this makes room. */
  slowToSend: 2_000,
  /** How long requests may still run when the server is told to stop. */
  stop: 8_000,
};

export interface ListenOptions {
  host: string;
  port: number;
  trustedProxies?: readonly string[];
  /** None: nothing is logged. */
  log?: Log;
  limits?: Partial<typeof limits>;
}

export interface Listening {
  /** The real one, when any free one was asked for. */
  port: number;
  traffic: Traffic;
  /** Takes no more requests, lets those inside finish, then closes every connection. */
  stop(): Promise<void>;
}

/** @param app what answers @throws the error of the system when the port cannot be had */
export async function listen(app: Answers, options: ListenOptions): Promise<Listening> {
  const { log } = options;
  const limit = { ...limits, ...options.limits };
  const traffic = new Traffic();
  const isTrusted = trustedBy(options.trustedProxies ?? []);
  const known = new WeakMap<IncomingMessage, Asked>();
  /** When each began, in that order. */
  const inside = new Map<IncomingMessage, number>();
  let stopping = false;

  const answer = getRequestListener(
    async (request, env) => {
      traffic.inside += 1;
      try {
        return await app.fetch(request, known.get(env.incoming as IncomingMessage)!);
      } catch (error) {
        log?.({ event: 'error', id: known.get(env.incoming as IncomingMessage)?.requestId, ...errorFields(error) });
        return new Response(plainPage(ourFault), { status: 500, headers: plainHeaders });
      } finally {
        traffic.inside -= 1;
      }
    },
    // What this is asked about never reached the app: no address can be made of the request's line and its Host.
    { errorHandler: () => new Response(null, { status: 400 }) },
  );

  const server = createServer(
    {
      headersTimeout: limit.headers,
      requestTimeout: limit.request,
      keepAliveTimeout: limit.keepAlive,
      connectionsCheckingInterval: limit.check,
      maxHeaderSize: limit.headerBytes,
    },
    (incoming, outgoing) => {
      const since = performance.now();
      const asked: Asked = { incoming, outgoing, address: addressOf(incoming, isTrusted), requestId: randomUUID() };
      known.set(incoming, asked);
      traffic.open += 1;
      outgoing.once('close', () => {
        traffic.open -= 1;
        // 499: whoever asked has gone before there was an answer.
        const status = outgoing.headersSent ? outgoing.statusCode : 499;
        const ms = Math.round((performance.now() - since) * 10) / 10;
        traffic.answered(status, ms);
        log?.({ method: incoming.method, route: asked.route ?? '-', status, ms, id: asked.requestId, address: truncated(asked.address) });
      });
      if (stopping) outgoing.setHeader('Connection', 'close');
      if (Buffer.byteLength(incoming.url ?? '') > limit.urlBytes) return refuse(outgoing, 414, tooLong);
      if (traffic.inside >= limit.inside && !madeRoom(inside, since - limit.slowToSend)) {
        traffic.refused();
        return refuse(outgoing, 503, tooBusy);
      }
      inside.set(incoming, since);
      void answer(incoming, outgoing).finally(() => inside.delete(incoming));
    },
  );
  server.maxConnections = limit.connections;
  // For who does not read the answer either.
  server.timeout = limit.request;
  server.on('clientError', (error, socket) => answerBroken(error, socket, limit.urlBytes, log));
  server.listen(options.port, options.host);
  // Throws the server's own error when the port cannot be had.
  await once(server, 'listening');

  const stop = async () => {
    stopping = true;
    await closed(server, traffic, limit.stop);
  };
  return { port: (server.address() as AddressInfo).port, traffic, stop };
}

/**
 * Lets go of the request that has been sending its body for longest. Without this a hundred people who send a letter now and then
 * would shut out all others.
 * @param before only one that began before this @returns whether there was one
 */
function madeRoom(inside: Map<IncomingMessage, number>, before: number): boolean {
  for (const [incoming, since] of inside) {
    if (since > before) return false;
    if (incoming.complete) continue;
    inside.delete(incoming);
    incoming.destroy();
    return true;
  }
  return false;
}

/** Answers at once, before the app. What is still being sent is taken and forgotten: cut off, a browser would show no page. */
function refuse(outgoing: ServerResponse, status: number, words: PlainWords): void {
  const more: Record<string, string> = status === 503 ? { 'Retry-After': '10' } : { Connection: 'close' };
  outgoing.writeHead(status, { ...plainHeaders, ...more }).end(plainPage(words));
}

/** A browser opens connections ahead and keeps them; those wait for nothing and must not hold the stop back. */
async function closed(server: Server, traffic: Traffic, most: number): Promise<void> {
  const end = Date.now() + most;
  const all = new Promise((done) => server.close(done));
  while (traffic.open > 0 && Date.now() < end) await new Promise((done) => setTimeout(done, 25));
  server.closeAllConnections();
  await all;
}
