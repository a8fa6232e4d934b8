/** A sign-in service that says what a test wants: what comes back when a real one is set up wrongly, or is somebody else's. */
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { client, group } from './staff-provider.ts';

export interface Spoil {
  /** Put over what a right token says. */
  claims?: Record<string, unknown>;
  /** Signed by a key that the service does not publish. */
  otherKey?: boolean;
  /** What its own metadata says of itself. */
  issuer?: string;
  /** What the token address answers instead. */
  tokenStatus?: number;
}

const keys = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const tokenOf = (claims: object, key: KeyObject) => {
  const text = `${part({ alg: 'RS256', typ: 'JWT', kid: 'one' })}.${part(claims)}`;
  return `${text}.${sign('RSA-SHA256', Buffer.from(text), key).toString('base64url')}`;
};

/** @param port any free one unless given */
export async function falseAccounts(port = 0) {
  const [own, other] = [keys(), keys()];
  const spoil: Spoil = {};
  let nonce = '';
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', issuer);
    const json = (value: unknown, status = 200) =>
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
    if (url.pathname === '/.well-known/openid-configuration')
      return json({
        issuer: spoil.issuer ?? issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        id_token_signing_alg_values_supported: ['RS256'],
      });
    if (url.pathname === '/keys')
      return json({ keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] });
    if (url.pathname === '/authorize') {
      nonce = url.searchParams.get('nonce') ?? '';
      const back = new URL(url.searchParams.get('redirect_uri')!);
      back.search = String(new URLSearchParams({ code: 'a-code', state: url.searchParams.get('state') ?? '' }));
      return response.writeHead(302, { Location: back.href }).end();
    }
    if (spoil.tokenStatus) return response.writeHead(spoil.tokenStatus).end('no');
    const now = Math.floor(Date.now() / 1000);
    const right = { iss: issuer, aud: client.id, sub: 'eve', iat: now, exp: now + 300, nonce, name: 'Eve', groups: [group] };
    const id_token = tokenOf({ ...right, ...spoil.claims }, (spoil.otherKey ? other : own).privateKey);
    return json({ access_token: 'x', token_type: 'Bearer', id_token });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const issuer: string = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    spoil,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
