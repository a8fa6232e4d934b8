/** One and the same small server for all sides: files from memory, brotli made beforehand at its best, nothing kept by the browser. */
import { readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { typeOf } from '../../../src/server/delivery.ts';

/** @param folder a site @returns its address, its server to be closed, and how many bytes of files it has sent */
export async function serve(folder: string): Promise<{ at: string; server: Server; sent(): number }> {
  const kept = new Map<string, { bytes: Buffer; coding?: string }>();
  const fileOf = (path: string) => {
    const file = join(folder, normalize(path), path.endsWith('/') ? 'index.html' : '');
    if (!kept.has(file)) {
      const bytes = statSync(file).isFile() ? readFileSync(file) : Buffer.alloc(0);
      const packed = /\.(html|css|m?js|json|svg|webmanifest|txt|xml)$/.test(file);
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
      kept.set(file, packed ? { bytes: brotliCompressSync(bytes, { params }), coding: 'br' } : { bytes });
    }
    return kept.get(file)!;
  };
  let sent = 0;
  const server = createServer((request, answer) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    try {
      const { bytes, coding } = fileOf(decodeURIComponent(pathname));
      answer.writeHead(200, {
        'Content-Type': typeOf(pathname),
        'Content-Length': bytes.length,
        ...(coding ? { 'Content-Encoding': coding } : {}),
      });
      sent += bytes.length;
      answer.end(bytes);
    } catch {
      answer.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { at: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server, sent: () => sent };
}
