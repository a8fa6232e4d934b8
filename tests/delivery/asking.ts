/** Asks a server exactly what it is told to, byte for byte: a browser, and fetch, tidy an address first. */
import { createHash } from 'node:crypto';
import { request } from 'node:http';
import type { Served } from './servers.ts';

export interface Asked {
  path: string;
  method?: string;
  headers?: Record<string, string>;
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  /** Its length and a mark of its bytes. */
  body: string;
  text: string;
}

/** @returns the answer of one server */
export const ask = ({ port }: Served, { path, method = 'GET', headers = {} }: Asked): Promise<Answer> =>
  new Promise((done, failed) => {
    const asked = request(
      { host: '127.0.0.1', port, path, method, headers: { Host: 'www.example.org', ...headers }, agent: false },
      (answer) => {
        const parts: Buffer[] = [];
        answer
          .on('data', (part: Buffer) => parts.push(part))
          .on('end', () => {
            const bytes = Buffer.concat(parts);
            const said = Object.entries(answer.headers).map(([name, value]) => [name, String(value)]);
            const body = `${bytes.length} bytes, ${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}`;
            done({ status: answer.statusCode ?? 0, headers: Object.fromEntries(said), body, text: bytes.toString() });
          })
          .on('error', failed);
      },
    );
    asked.on('error', failed).end();
  });

/** What is a server's own: how it speaks, when, and by what name it calls itself and the state of a file. */
const own = ['date', 'etag', 'last-modified', 'server', 'connection', 'keep-alive', 'transfer-encoding', 'content-length'];

/** @returns all that must be the same of an answer, whichever server gives it */
export function compared({ status, headers, body }: Answer, method = 'GET') {
  // Where a page leads on, its body is for nobody. That parts can be had is no news in a part.
  // Parts of a compressed form: servers may differ, since nobody asks for them.
  const less = status === 301 ? ['content-type'] : status === 206 || headers['content-encoding'] ? ['accept-ranges'] : [];
  const said = Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => ![...own, ...less].includes(name))
      .sort(),
  );
  return { status, said, body: method === 'HEAD' || status === 301 ? '' : body };
}
