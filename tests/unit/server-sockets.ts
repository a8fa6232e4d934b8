/** Servers for tests, asked through bare sockets: what a browser would never send is what the limits are for. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Hono } from 'hono';
import { afterEach } from 'vitest';
import { listen, type Answers, type ListenOptions, type Listening } from '../../src/server/listen.ts';

const opened: { end(): unknown }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.end();
});

/** An app with an address that answers at once, one that takes what is sent, and one that waits until it is let go. */
export function waitingApp() {
  const app = new Hono();
  // Who goes in the middle of a request is what some tests are about.
  app.onError((_, context) => context.body(null, 500));
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  app.get('/', (context) => context.text('here'));
  app.get('/held', async (context) => {
    await held;
    return context.text('let go');
  });
  app.post('/', async (context) => context.text(String((await context.req.text()).length)));
  return { app, release: () => release() };
}

/** @returns a server on a free port that ends with the test, and every line that it has logged */
export async function listening(app: Answers, options: Partial<ListenOptions> = {}) {
  const lines: Record<string, unknown>[] = [];
  const server: Listening = await listen(app, { host: '127.0.0.1', port: 0, log: (fields) => void lines.push(fields), ...options });
  opened.push({ end: () => server.stop() });
  return { server, lines, url: `http://127.0.0.1:${server.port}` };
}

/** A connection that sends what it is told to. */
export function socketTo(port: number, words = ''): { socket: Socket; said: () => string; closed: Promise<string> } {
  const socket = connect(port, '127.0.0.1');
  opened.push({ end: () => socket.destroy() });
  let said = '';
  socket.setEncoding('utf8').on('data', (text: string) => (said += text));
  socket.on('error', () => {});
  const closed = once(socket, 'close').then(() => said);
  if (words) socket.write(words);
  return { socket, said: () => said, closed };
}

/** Waits until something is so, and fails after 3 seconds. */
export async function until(isSo: () => boolean): Promise<void> {
  const end = Date.now() + 3000;
  while (!isSo()) {
    if (Date.now() > end) throw new Error('It did not come about in 3 seconds.');
    await new Promise((done) => setTimeout(done, 10));
  }
}
