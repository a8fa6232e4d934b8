/** Answers for what is no request: too long in the headers, too slow, or broken. Node would answer the same, but tell nobody. */
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { truncated } from './client-address.ts';
import type { Log } from './service.ts';

const reasons: Record<number, string> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  413: 'Content Too Large',
  414: 'URI Too Long',
  431: 'Request Header Fields Too Large',
};

/** @returns the status for an error of the parser; undefined for one of the connection, when nobody is there any more to read it */
function statusOf({ code, rawPacket }: NodeJS.ErrnoException & { rawPacket?: Buffer }, urlBytes: number): number | undefined {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 408;
  if (!code?.startsWith('HPE_')) return undefined;
  if (code === 'HPE_CHUNK_EXTENSIONS_OVERFLOW') return 413;
  if (code !== 'HPE_HEADER_OVERFLOW') return 400;
  const line = rawPacket?.subarray(0, urlBytes + 16).toString('latin1') ?? '';
  return /^[A-Z]+ \S+$/.test(line) && line.length > urlBytes ? 414 : 431;
}

/** @param urlBytes how long an address may be, to tell it from headers that are too long */
export function answerBroken(error: NodeJS.ErrnoException, socket: Duplex, urlBytes: number, log: Log | undefined): void {
  const status = statusOf(error, urlBytes);
  // An answer that has begun cannot be taken back: what would be added would be read as a part of it.
  const begun = (socket as Duplex & { _httpMessage?: { headersSent: boolean } | null })._httpMessage?.headersSent;
  if (status !== undefined) {
    log?.({ method: '-', route: '-', status, address: truncated((socket as Socket).remoteAddress?.replace(/^::ffff:/, '') ?? '') });
    if (socket.writable && !begun)
      return void socket.end(`HTTP/1.1 ${status} ${reasons[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  }
  socket.destroy();
}
