/**
 * Signing in with the council's own accounts: OpenID Connect, authorization code flow with PKCE, state and nonce. The provider is
 * asked for its addresses when somebody first signs in, not at the start: the site must run when the provider does not.
 */
import * as openid from 'openid-client';
import type { ServiceSettings } from '../../settings.ts';

export type StaffSettings = NonNullable<ServiceSettings['staff']>;

/** The provider does not answer now; the same can be tried again. */
export class ProviderAway extends Error {}
/** It answered, and nobody is signed in by that; `code` says why, for the log, without anything of the person. */
export class NotSignedIn extends Error {
  readonly code: string;
  constructor(code: string, options?: ErrorOptions) {
    super(`Nobody was signed in: ${code}.`, options);
    this.code = code;
  }
}

/** What must be remembered between the way to the provider and the way back. */
export interface Started {
  state: string;
  nonce: string;
  verifier: string;
  /** The page that was asked for. */
  to: string;
  /** When it is too late, in milliseconds. */
  until: number;
}

export type Claims = Record<string, unknown>;

export interface Provider {
  /** @param another whether to ask for a password, and so for another account @throws ProviderAway */
  start(to: string, until: number, another: boolean): Promise<{ address: string; started: Started }>;
  /** @param search the query of the way back @throws ProviderAway, NotSignedIn */
  finish(search: string, started: Started): Promise<Claims>;
  /** Where a person can sign out of the provider too; undefined when it has no such page, or is not known yet. */
  signOutAddress(): string | undefined;
}

/** After it was away, it is left in peace for so long. */
const restSeconds = 10;
const timeoutSeconds = 5;

/** Entra ID and most others take the secret in the body; OpenID Connect says that one which names no way takes it in a header. */
const clientAuth = (secret: string): openid.ClientAuth => {
  const [post, basic] = [openid.ClientSecretPost(secret), openid.ClientSecretBasic(secret)];
  return (server, ...rest) =>
    (server.token_endpoint_auth_methods_supported?.includes('client_secret_post') ? post : basic)(server, ...rest);
};

/**
 * Whether what a provider calls itself is the issuer of the settings. Entra's address for the accounts of every organisation calls
 * itself by a pattern, and the library lets that pass: then anybody's organisation could give anybody our app role.
 */
export const isIssuer = (said: string, set: URL): boolean => said.replace(/\/$/, '') === set.href.replace(/\/$/, '');

const isAway = (error: unknown) => {
  const { message, code, cause } = error as { message?: string; code?: string; cause?: unknown };
  if (code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT') return true;
  return (error instanceof TypeError && message === 'fetch failed') || (cause instanceof Response && cause.status >= 500);
};

/** @param now milliseconds */
export function providerOf({ origin, issuer, clientId, clientSecret }: StaffSettings, now: () => number): Provider {
  const callback = new URL('/callback', origin);
  let asked: Promise<openid.Configuration> | undefined;
  let known: openid.Configuration | undefined;
  let restUntil = 0;

  const discovered = async () => {
    // The settings take plain HTTP for this machine alone.
    const execute = [openid.enableNonRepudiationChecks, ...(issuer.protocol === 'http:' ? [openid.allowInsecureRequests] : [])];
    const found = await openid.discovery(issuer, clientId, undefined, clientAuth(clientSecret), { execute, timeout: timeoutSeconds });
    if (!isIssuer(found.serverMetadata().issuer, issuer)) throw new Error('OIDC_ISSUER and the issuer are not the same');
    return found;
  };
  const configuration = async () => {
    if (known) return known;
    if (now() < restUntil) throw new ProviderAway('resting');
    asked ??= discovered().finally(() => (asked = undefined));
    try {
      return (known = await asked);
    } catch (error) {
      restUntil = now() + restSeconds * 1000;
      throw new ProviderAway((error as { code?: string }).code ?? 'discovery', { cause: error });
    }
  };

  return {
    async start(to, until, another) {
      const config = await configuration();
      const [state, nonce, verifier] = [openid.randomState(), openid.randomNonce(), openid.randomPKCECodeVerifier()];
      const address = openid.buildAuthorizationUrl(config, {
        redirect_uri: callback.href,
        scope: 'openid profile email',
        code_challenge: await openid.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
        ...(another && { prompt: 'login' }),
      });
      return { address: address.href, started: { state, nonce, verifier, to, until } };
    },
    async finish(search, { state, nonce, verifier }) {
      const config = await configuration();
      const back = new URL(callback);
      back.search = search;
      try {
        const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true };
        const claims = (await openid.authorizationCodeGrant(config, back, checks)).claims();
        if (!claims || !isIssuer(claims.iss, issuer)) throw new NotSignedIn('issuer');
        return claims;
      } catch (error) {
        if (error instanceof NotSignedIn) throw error;
        const { error: said, code } = error as { error?: string; code?: string };
        const why = (said ?? code ?? 'unknown').replace(/[^\w-]/g, '').slice(0, 60);
        throw isAway(error) ? new ProviderAway(why, { cause: error }) : new NotSignedIn(why, { cause: error });
      }
    },
    signOutAddress: () => (known?.serverMetadata().end_session_endpoint ? openid.buildEndSessionUrl(known).href : undefined),
  };
}
