/** Whose address counts: nobody can choose it, and the log keeps no household. */
import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { addressOf, trustedBy, truncated } from '../../src/server/client-address.ts';

const from = (remoteAddress: string, forwarded?: string) =>
  ({ socket: { remoteAddress }, headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;
const asked = (trusted: string[], remote: string, forwarded?: string) => addressOf(from(remote, forwarded), trustedBy(trusted));

describe('Host or forwarded-header spoof: the address is the entry added by the last trusted proxy', () => {
  test.each([
    ['no proxy is trusted', [], '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['the neighbour is no proxy of ours', ['10.0.0.1'], '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['one proxy', ['10.0.0.1'], '10.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['one proxy, and an entry that the asker wrote', ['10.0.0.1'], '10.0.0.1', '192.0.2.66, 198.51.100.1', '198.51.100.1'],
    ['two proxies', ['10.0.0.0/8'], '10.0.0.1', '192.0.2.66, 198.51.100.1, 10.2.3.4', '198.51.100.1'],
    ['the proxy added nothing', ['10.0.0.1'], '10.0.0.1', undefined, '10.0.0.1'],
    ['the entry is no address', ['10.0.0.1'], '10.0.0.1', '198.51.100.1, <script>', '10.0.0.1'],
    ['all are ours', ['10.0.0.0/8'], '10.0.0.1', '10.9.9.9, 10.2.3.4', '10.9.9.9'],
    ['IPv4 written as IPv6', ['10.0.0.1'], '::ffff:10.0.0.1', '::ffff:198.51.100.1', '198.51.100.1'],
    ['with a port', ['10.0.0.1'], '10.0.0.1', '198.51.100.1:5123', '198.51.100.1'],
    ['IPv6 with a port', ['2001:db8::/32'], '2001:db8::5', '[2001:4860::1]:443', '2001:4860::1'],
  ])('%s', (_, trusted, remote, forwarded, address) => expect(asked(trusted, remote, forwarded)).toBe(address));
});

test.each([
  ['192.0.2.77', '192.0.2.0/24'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
  ['2001:db8::1', '2001:db8:0::/48'],
  ['::1', '0:0:0::/48'],
  ['64:ff9b::192.0.2.1', '64:ff9b:0::/48'],
  ['<script>', 'unknown'],
])('Log: the address %s is kept as %s', (address, network) => expect(truncated(address)).toBe(network));
