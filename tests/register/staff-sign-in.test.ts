/** Who gets into the staff pages and who does not, with a real sign-in service, and with one that says wrong things. */
import { request } from 'node:http';
import { Hono } from 'hono';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { staffCookie } from '../../src/pledge/staff/cookie.ts';
import { isIssuer } from '../../src/pledge/staff/provider.ts';
import { seal, unseal } from '../../src/pledge/staff/sealed.ts';
import { sessionsOf } from '../../src/pledge/staff/sessions.ts';
import { falseAccounts } from './staff-false-provider.ts';
import { freePort, openPages, pageOf, sign, Visitor, hiddenOf, type Pages } from './staff-pages.ts';
import { councilAccounts, group } from './staff-provider.ts';

const heading = async (response: Response) => (await pageOf(response))('h1').text();
const cookieOf = (response: Response) => response.headers.getSetCookie().join('; ');

describe('with the accounts of a council', () => {
  let pages: Pages;
  let accounts: Awaited<ReturnType<typeof councilAccounts>>;
  beforeAll(async () => {
    pages = await openPages(async (origin) => (accounts = await councilAccounts(origin)).issuer);
  });
  afterAll(async () => {
    await pages.stop();
    await accounts.stop();
  });

  test('nobody sees anything before they sign in, and nobody has a cookie', async () => {
    const reference = await sign(pages.register);
    for (const path of ['/', '/all/', `/signature/${reference}/`]) {
      const response = await new Visitor().send(`${pages.origin}${path}`);
      expect(response.status).toBe(401);
      expect(response.headers.getSetCookie()).toEqual([]);
      const text = await response.text();
      expect(text).toContain('Sign in');
      expect(text).not.toContain('Hill Lane');
    }
  });

  test('a member of the group signs in with code flow, PKCE, state and nonce, and comes to the page that was asked for', async () => {
    const reference = await sign(pages.register);
    const visitor = new Visitor();
    const away = await visitor.send(`${pages.origin}/sign-in?to=/signature/${reference}/`);
    expect(away.status).toBe(302);
    const asked = new URL(away.headers.get('Location')!);
    expect(asked.origin).toBe(accounts.issuer);
    const { searchParams: query } = asked;
    expect(query.get('response_type')).toBe('code');
    expect(query.get('code_challenge_method')).toBe('S256');
    expect(query.get('redirect_uri')).toBe(`${pages.origin}/callback`);
    for (const name of ['code_challenge', 'state', 'nonce']) expect(query.get(name)!.length).toBeGreaterThan(40);
    const { response, address } = await visitor.signIn(pages, 'ada', `/signature/${reference}/`);
    expect(address).toBe(`${pages.origin}/signature/${reference}/`);
    expect(response.status).toBe(200);
    expect((await pageOf(response))('header').text()).toContain('Signed in as Ada Lovelace (ada@council.example)');
  });

  test('an app role does as well as a group', async () => {
    const { response } = await new Visitor().signIn(pages, 'grace');
    expect(response.status).toBe(200);
    expect((await pageOf(response))('header').text()).toContain('Grace Hopper (grace@council.example)');
  });

  test('who is not in the group is told which account it is and what to ask for, and is not signed in', async () => {
    const visitor = new Visitor();
    const { response } = await visitor.signIn(pages, 'mallory');
    expect(response.status).toBe(403);
    const main = (await pageOf(response))('main').text();
    expect(main).toContain('Mallory (mallory@council.example)');
    expect(main).toContain(group);
    expect(visitor.cookies.get(pages.origin)?.size).toBe(0);
    expect((await visitor.send(`${pages.origin}/`)).status).toBe(401);
  });

  test('who is in too many groups to be named is told to ask for an app role', async () => {
    const { response } = await new Visitor().signIn(pages, 'many');
    expect(response.status).toBe(403);
    expect((await pageOf(response))('main').text()).toContain('app role mends it');
  });

  test('a name with markup in it stays text', async () => {
    const { response } = await new Visitor().signIn(pages, 'script');
    const page = await pageOf(response);
    expect(page('script').length).toBe(0);
    expect(page('header').text()).toContain('<script>alert(1)</script> (x@council.example)');
  });

  test('the cookie is out of reach of scripts and other sites, and each sign-in has a new one', async () => {
    const visitor = new Visitor();
    const before = cookieOf(await visitor.send(`${pages.origin}/sign-in`));
    expect(before).toMatch(/^staff=p\.[\w-]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/);
    // A cookie that somebody else has put there does not become a session.
    visitor.cookies.get(pages.origin)!.set('staff', 's.chosen-by-somebody-else');
    expect((await visitor.send(`${pages.origin}/`)).status).toBe(401);
    await visitor.signIn(pages, 'ada');
    const first = visitor.cookies.get(pages.origin)!.get('staff')!;
    expect(first).toMatch(/^s\.[\w-]{43}$/);
    const other = new Visitor();
    await other.signIn(pages, 'ada');
    expect(other.cookies.get(pages.origin)!.get('staff')).not.toBe(first);
  });

  test.each([
    '//evil.example/',
    'https://evil.example/',
    '/\\evil.example',
    '/signature/../../x',
    '/sign-out',
    'javascript:alert(1)',
    '/all/?x=//evil.example',
  ])('after signing in nobody is led to %s', async (to) => {
    const { address } = await new Visitor().signIn(pages, 'ada', to);
    expect(address).toBe(`${pages.origin}/`);
  });

  test('a way back that nobody began, or with another state or code, is a page with a sentence', async () => {
    const stranger = await new Visitor().send(`${pages.origin}/callback?code=x&state=y`);
    expect([stranger.status, await heading(stranger)]).toEqual([400, 'You are not signed in']);
    for (const query of ['', '?code=x', '?code=x&state=other', '?error=access_denied&state=other', '?state=a&state=b&code=c&code=d']) {
      const visitor = new Visitor();
      await visitor.send(`${pages.origin}/sign-in`);
      const response = await visitor.send(`${pages.origin}/callback${query}`);
      expect([query, response.status]).toEqual([query, 400]);
      expect(visitor.cookies.get(pages.origin)?.size).toBe(0);
    }
    // The right state with a code that the service never gave.
    const visitor = new Visitor();
    const begun = new URL((await visitor.send(`${pages.origin}/sign-in`)).headers.get('Location')!);
    const state = begun.searchParams.get('state')!;
    const wrong = await visitor.send(
      `${pages.origin}/callback?${new URLSearchParams({ code: 'never-given', state, iss: accounts.issuer })}`,
    );
    expect([wrong.status, await heading(wrong)]).toEqual([400, 'You are not signed in']);
    expect(pages.events.at(-1)).toEqual({ event: 'sign-in-failed', what: 'invalid_grant' });
  });

  test('a sign-in that took longer than ten minutes begins again', async () => {
    const visitor = new Visitor();
    const { address } = await visitor.open(`${pages.origin}/sign-in`);
    pages.later(11);
    const finished = await visitor.post(address, { login: 'ada' });
    const { response } = await visitor.open(new URL(finished.headers.get('Location')!, address).href);
    expect(response.status).toBe(400);
    expect(pages.events.at(-1)).toEqual({ event: 'sign-in-failed', what: 'too-late' });
  });

  test('a link of another site cannot sign a member of staff in as somebody else', async () => {
    const visitor = new Visitor();
    await visitor.signIn(pages, 'ada');
    for (const path of ['/callback?code=x&state=y', '/sign-in']) {
      const response = await visitor.send(`${pages.origin}${path}`);
      expect([response.status, response.headers.get('Location')]).toEqual([303, '/']);
    }
    expect((await pageOf(await visitor.send(`${pages.origin}/`)))('header').text()).toContain('Ada');
  });

  test('signing out ends the session for every copy of its cookie, and offers to end it at the account too', async () => {
    const visitor = new Visitor();
    const { response } = await visitor.signIn(pages, 'ada');
    const token = hiddenOf(await pageOf(response), '/sign-out').token!;
    const copy = new Visitor();
    copy.cookies.set(pages.origin, new Map(visitor.cookies.get(pages.origin)!));
    expect((await copy.send(`${pages.origin}/`)).status).toBe(200);
    const out = await visitor.post(`${pages.origin}/sign-out`, { token });
    expect([out.status, out.headers.get('Location')]).toEqual([303, '/signed-out']);
    expect((await copy.send(`${pages.origin}/`)).status).toBe(401);
    const page = await pageOf(await visitor.send(`${pages.origin}/signed-out`));
    expect(page('main a[rel="noreferrer"]').attr('href')).toMatch(new RegExp(`^${accounts.issuer}/session/end\\?client_id=`));
  });

  test('signing out needs the token of the session', async () => {
    const visitor = new Visitor();
    await visitor.signIn(pages, 'ada');
    expect((await visitor.post(`${pages.origin}/sign-out`, {})).status).toBe(403);
    expect((await visitor.send(`${pages.origin}/`)).status).toBe(200);
  });

  test('an hour without a click, or eight hours, end the session, and the page says so', async () => {
    const visitor = new Visitor();
    await visitor.signIn(pages, 'ada');
    pages.later(59);
    expect((await visitor.send(`${pages.origin}/`)).status).toBe(200);
    pages.later(61);
    const ended = await visitor.send(`${pages.origin}/`);
    expect(ended.status).toBe(401);
    expect((await pageOf(ended))('[role="alert"]').text()).toContain('You are signed out');
    const busy = new Visitor();
    await busy.signIn(pages, 'ada');
    const statuses = [];
    for (let hour = 0; hour < 10; hour += 1) {
      pages.later(50);
      statuses.push((await busy.send(`${pages.origin}/`)).status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 200, 200, 200, 401]);
  });

  test('Host or forwarded-header spoof: the pages answer for the host of STAFF_ORIGIN alone, and lead to it alone', async () => {
    const port = Number(new URL(pages.origin).port);
    const asked = (headers: Record<string, string>) =>
      new Promise<{ status: number; location: string | undefined }>((done, failed) => {
        request({ host: '127.0.0.1', port, path: '/sign-in', headers }, (response) => {
          response.resume();
          done({ status: response.statusCode!, location: response.headers.location });
        })
          .on('error', failed)
          .end();
      });
    for (const host of ['evil.example', `localhost:${port}`, '127.0.0.1', `evil.example:${port}`])
      expect([host, (await asked({ Host: host })).status]).toEqual([host, 421]);
    const forwarded = await asked({ Host: `127.0.0.1:${port}`, 'X-Forwarded-Host': 'evil.example', Forwarded: 'host=evil.example' });
    expect(new URL(forwarded.location!).searchParams.get('redirect_uri')).toBe(`${pages.origin}/callback`);
  });

  test('every answer is kept by nobody, framed by nobody and listed by nobody', async () => {
    const visitor = new Visitor();
    const answers = [
      await visitor.send(`${pages.origin}/`),
      await visitor.send(`${pages.origin}/sign-in`),
      (await visitor.signIn(pages, 'ada')).response,
      await visitor.send(`${pages.origin}/nothing/`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 302, 200, 404]);
    for (const { headers } of answers) {
      expect(headers.get('Cache-Control')).toBe('no-store');
      expect(headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'.*frame-ancestors 'none'/);
      expect(headers.get('Content-Security-Policy')).not.toMatch(/unsafe|script-src/);
      expect(headers.get('Referrer-Policy')).toBe('strict-origin-when-cross-origin');
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('X-Robots-Tag')).toContain('noindex');
    }
    const page = await pageOf(await visitor.send(`${pages.origin}/`));
    expect(page('meta[name="robots"]').attr('content')).toContain('noindex');
    expect(page('meta[http-equiv]').length + page('script').length + page('[style]').length).toBe(0);
  });

  test('the log of signing in names nobody', () => {
    expect(pages.events.map(({ event }) => event)).toEqual(
      expect.arrayContaining(['signed-in', 'signed-out', 'not-allowed', 'sign-in-failed']),
    );
    expect(JSON.stringify(pages.events)).not.toMatch(/ada|mallory|lovelace|council\.example/i);
  });
});

describe('with a sign-in service that says wrong things', () => {
  let pages: Pages;
  let accounts: Awaited<ReturnType<typeof falseAccounts>>;
  beforeEach(async () => {
    accounts = await falseAccounts();
    pages = await openPages(() => accounts.issuer);
  });
  afterEach(async () => {
    await pages.stop();
    await accounts.stop();
  });

  test('a right token signs in; a wrong one does not: nonce, issuer, audience, key, time', async () => {
    const { response } = await new Visitor().open(`${pages.origin}/sign-in`);
    expect(response.status).toBe(200);
    const wrong = {
      nonce: { claims: { nonce: 'another' } },
      'no nonce': { claims: { nonce: undefined } },
      issuer: { claims: { iss: 'https://evil.example' } },
      audience: { claims: { aud: 'another-app' } },
      'two audiences': { claims: { aud: ['staff-pages', 'another-app'], azp: 'another-app' } },
      'too old': { claims: { exp: Math.floor(Date.now() / 1000) - 600 } },
      'no person': { claims: { sub: undefined } },
      key: { claims: {}, otherKey: true },
    };
    for (const [what, spoil] of Object.entries(wrong)) {
      Object.assign(accounts.spoil, { otherKey: false }, spoil);
      const visitor = new Visitor();
      const { response } = await visitor.open(`${pages.origin}/sign-in`);
      expect([what, response.status]).toEqual([what, 400]);
      expect([what, (await visitor.send(`${pages.origin}/`)).status]).toEqual([what, 401]);
    }
  });

  test('a service that answers for another issuer is not believed', async () => {
    accounts.spoil.issuer = 'https://login.example/everybody';
    const response = await new Visitor().send(`${pages.origin}/sign-in`);
    expect([response.status, await heading(response)]).toEqual([503, 'Signing in does not work now']);
  });

  test('when the service breaks in the middle, the page says so, and signing in works later', async () => {
    accounts.spoil.tokenStatus = 502;
    const { response } = await new Visitor().open(`${pages.origin}/sign-in`);
    expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '60']);
    delete accounts.spoil.tokenStatus;
    expect((await new Visitor().open(`${pages.origin}/sign-in`)).response.status).toBe(200);
  });
});

test('the pages start without the sign-in service, say that it is away, and work when it is there', async () => {
  const port = await freePort();
  const pages = await openPages(() => `http://127.0.0.1:${port}`);
  try {
    const visitor = new Visitor();
    expect((await visitor.send(`${pages.origin}/`)).status).toBe(401);
    const away = await visitor.send(`${pages.origin}/sign-in`);
    expect([away.status, await heading(away)]).toEqual([503, 'Signing in does not work now']);
    expect(away.headers.getSetCookie()).toEqual([]);
    expect(pages.events.at(-1)).toMatchObject({ event: 'provider-away' });
    const again = await visitor.send(`${pages.origin}/sign-in`);
    expect([again.status, pages.events.at(-1)]).toEqual([503, { event: 'provider-away', what: 'resting' }]);
    const accounts = await falseAccounts(port);
    pages.later(1);
    const { response } = await visitor.open(`${pages.origin}/sign-in`);
    await accounts.stop();
    expect([response.status, await heading(response)]).toEqual([200, 'Signatures to decide']);
  } finally {
    await pages.stop();
  }
});

test('over HTTPS the cookie belongs to this host alone and goes over HTTPS alone', async () => {
  const cookie = staffCookie(new URL('https://staff.example.org'));
  const app = new Hono();
  app.get('/begin', (context) => {
    cookie.writeSession(context, 'an-id');
    return context.text('');
  });
  app.get('/end', (context) => {
    cookie.clear(context);
    return context.json(cookie.read(context));
  });
  const begun = await app.request('https://staff.example.org/begin');
  expect(cookieOf(begun)).toBe('__Host-staff=s.an-id; Max-Age=28800; Path=/; HttpOnly; Secure; SameSite=Lax');
  const ended = await app.request('https://staff.example.org/end', { headers: { Cookie: 'staff=s.other; __Host-staff=s.an-id' } });
  expect(cookieOf(ended)).toBe('__Host-staff=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax');
  expect(await ended.json()).toEqual({ session: 'an-id' });
});

test('what a browser keeps while signing in cannot be read or changed, and old secrets still open it', () => {
  const sealed = seal(['older'], { to: '/all/' });
  expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('all');
  expect(unseal(['newest', 'older'], sealed)).toEqual({ to: '/all/' });
  expect(unseal(['newest'], sealed)).toBeUndefined();
  for (const changed of ['', 'x', sealed.slice(0, -4), `${sealed.slice(0, 30)}${sealed[30] === 'A' ? 'B' : 'A'}${sealed.slice(31)}`])
    expect(unseal(['newest', 'older'], changed)).toBeUndefined();
});

test('many sign-ins push out the one that was longest unused, and no other', () => {
  const sessions = sessionsOf(() => 0, 3);
  const [first, second, third] = ['a', 'b', 'c'].map((who) => sessions.begin(who));
  sessions.find(first!);
  sessions.begin('d');
  expect([first, second, third].map((id) => sessions.find(id!)?.who)).toEqual(['a', undefined, 'c']);
});

test.each([
  ['https://login.example/tenant/v2.0', 'https://login.example/tenant/v2.0', true],
  ['https://login.example', 'https://login.example', true],
  ['https://login.example/{tenantid}/v2.0', 'https://login.example/common/v2.0', false],
  ['https://login.example/other/v2.0', 'https://login.example/tenant/v2.0', false],
])('a sign-in service that calls itself %s is %s: %s', (said, set, is) => expect(isIssuer(said, new URL(set))).toBe(is));
