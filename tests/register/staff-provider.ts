/** A sign-in service on this machine (oidc-provider): people are chosen by their short name, without a password. */
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export const client = { id: 'staff-pages', secret: 'a secret of the tests, as long as it must be' };
/** The group that decides. */
export const group = '0b9c1f6e-pledge-staff';

/** Who works at the made-up council. */
export const people: Record<string, Record<string, unknown>> = {
  ada: { name: 'Ada Lovelace', email: 'ada@council.example', groups: ['everyone', group] },
  grace: { name: 'Grace Hopper', preferred_username: 'grace@council.example', roles: [group] },
  mallory: { name: 'Mallory', email: 'mallory@council.example', groups: ['everyone', `${group}-2`] },
  many: { name: 'Many Groups', email: 'many@council.example', _claim_names: { groups: 'src1' } },
  script: { name: '<script>alert(1)</script>\u202e', email: 'x@council.example', groups: group },
};

const page = (uid: string) => `<!doctype html><html lang="en"><title>Council accounts</title><main><h1>Council accounts</h1>
<form method="post" action="/interaction/${uid}"><label>Account <input name="login"></label><button>Sign in</button></form></main></html>`;

async function bodyOf(request: IncomingMessage) {
  let text = '';
  for await (const piece of request) text += String(piece);
  return new URLSearchParams(text);
}

/** @param origin where the staff pages are @returns the issuer, and what stops it */
export async function councilAccounts(origin: string) {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [`${origin}/callback`],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' } as never] },
    cookies: { keys: ['a key of the tests'] },
    claims: { openid: ['sub', 'groups', 'roles', '_claim_names'], profile: ['name', 'preferred_username'], email: ['email'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    // Said, so that the service does not remark on its defaults in the middle of the results.
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, id) => (people[id] ? { accountId: id, claims: async () => ({ sub: id, ...people[id] }) } : undefined),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client!.clientId, accountId: oidc.session!.accountId! });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  });
  const callback = provider.callback();
  server.on('request', async (request, response) => {
    const uid = /^\/interaction\/([\w-]+)$/.exec(request.url ?? '')?.[1];
    if (uid === undefined) return callback(request, response);
    if (request.method === 'GET') return response.setHeader('Content-Type', 'text/html; charset=utf-8').end(page(uid));
    const login = (await bodyOf(request)).get('login') ?? '';
    const result = people[login] ? { login: { accountId: login } } : { error: 'access_denied', error_description: 'not known' };
    return provider.interactionFinished(request, response, result);
  });
  return {
    issuer,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
