/** Who asks: the address that limits and the log go by. */
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import type { Context } from 'hono';

/** @param trusted addresses and networks, as the setting TRUSTED_PROXIES has them @returns whether an address is one of them */
export function trustedBy(trusted: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const entry of trusted) {
    const [address = '', bits] = entry.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return (address) => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** An address without its port, brackets and zone, and IPv4 as IPv4; undefined when it is none. */
function bare(text: string | undefined): string | undefined {
  const found = /^\[([^\]]+)\](?::\d+)?$/.exec(text?.trim() ?? '')?.[1] ?? text?.trim().replace(/^([\d.]+):\d+$/, '$1') ?? '';
  const address = found.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
  return isIP(address) ? address : undefined;
}

/**
 * The entry of X-Forwarded-For that the last trusted proxy added. What stands before it was written by whoever asked, and what an
 * untrusted neighbour sends is not read at all.
 * @param isTrusted see `trustedBy`
 * @returns an IP address; the neighbour's own when no proxy is trusted
 */
export function addressOf(incoming: Pick<IncomingMessage, 'headers' | 'socket'>, isTrusted: (address: string) => boolean): string {
  let address = bare(incoming.socket.remoteAddress) ?? 'unknown';
  const forwarded = String(incoming.headers['x-forwarded-for'] ?? '').split(',');
  while (isIP(address) && isTrusted(address) && forwarded.length > 0) {
    const before = bare(forwarded.pop());
    if (before === undefined) break;
    address = before;
  }
  return address;
}

/** @returns the network of an address, which names no single household: 192.0.2.0/24, 2001:db8:1::/48 */
export function truncated(address: string): string {
  if (isIP(address) === 4) return `${address.split('.').slice(0, 3).join('.')}.0/24`;
  if (isIP(address) !== 6) return 'unknown';
  const [start = '', end] = address.split('::');
  const groups = start ? start.split(':') : [];
  if (end !== undefined) {
    const rest = end ? end.split(':').length + (end.includes('.') ? 1 : 0) : 0;
    groups.push(...Array.from({ length: Math.max(0, 8 - groups.length - rest) }, () => '0'), ...(end ? end.split(':') : []));
  }
  const network = groups.slice(0, 3).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(':')}::/48`;
}

/** @returns the address of whoever asks, as `listen` has found it; 'unknown' where an app is asked without a server */
export const clientAddress = (context: Context): string => (context.env as { address?: string } | undefined)?.address ?? 'unknown';
