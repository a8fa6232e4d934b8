/**
 * Two hosts for tests of other people's viewers: one that shows the site, and one, of somebody else, that shows a viewer. Documents hold the
 * address for which the site was built, and no test knows on which port it will be served; so the first host hands on what our own server
 * answers, headers and all, with its own address in place of that one.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

export interface Host {
  origin: string;
  close: () => void;
}

async function listen(answer: RequestListener): Promise<Host> {
  const server: Server = createServer(answer).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

/** @param served where our own server listens @param built the origin that stands in the documents */
export async function siteHost(served: string, built: string): Promise<Host> {
  const host: Host = await listen((request, response) => {
    const { method = 'GET', url = '/', headers } = request;
    const asked = Object.entries(headers).filter(([name]) => !/^(host|connection|accept-encoding)$/.test(name));
    fetch(`${new URL(served).origin}${url}`, {
      method,
      headers: asked.map(([name, value]): [string, string] => [name, String(value)]),
      redirect: 'manual',
    })
      .then(async (answer) => {
        const bytes = Buffer.from(await answer.arrayBuffer());
        const body = url.endsWith('.json') ? bytes.toString().replaceAll(built, host.origin) : bytes;
        const kept = [...answer.headers].filter(([name]) => !/^(content-(length|encoding)|transfer-encoding|connection)$/.test(name));
        response.writeHead(answer.status, Object.fromEntries(kept)).end(body);
      })
      .catch((error: Error) => response.writeHead(502).end(error.message));
  });
  return host;
}

const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.png': 'image/png', '.svg': 'image/svg+xml' };

/** @param folders the files of viewers, by the first part of their address @param pages whole pages, by address without a query */
export const viewerHost = (folders: Record<string, string>, pages: Record<string, string>): Promise<Host> =>
  listen((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const page = pages[pathname];
    if (page !== undefined || pathname === '/favicon.ico') {
      response.writeHead(page === undefined ? 204 : 200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page);
      return;
    }
    const [, first = '', ...rest] = pathname.split('/');
    readFile(join(folders[first] ?? '/nowhere', normalize(`/${rest.join('/')}`)))
      .then((bytes) => response.writeHead(200, { 'Content-Type': types[extname(pathname)] ?? 'application/octet-stream' }).end(bytes))
      .catch(() => response.writeHead(404).end());
  });
