/** The settings of the form, its register and the staff pages: what is wrong is said by name, and no secret is repeated. */
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readServiceSettings, serviceSettings, SettingError, siteSettings } from '../../src/settings.ts';

const staff = {
  STAFF_ORIGIN: 'https://staff.example.org',
  STAFF_PORT: '4400',
  OIDC_ISSUER: 'https://login.example.org/tenant/v2.0',
  OIDC_CLIENT_ID: 'local-offer',
  OIDC_CLIENT_SECRET: 'hunter2-hunter2',
  OIDC_GROUP: 'moderators',
};
const mail = {
  SMTP_URL: 'smtps://user:hunter2@mail.example.org:465',
  MAIL_FROM: 'offer@example.org',
  MAIL_TO: 'a@example.org, b@example.org',
};

/** @returns what the person who set this is told */
function told(env: Record<string, string>): string {
  try {
    readServiceSettings(env);
  } catch (error) {
    if (error instanceof SettingError) return error.message;
    throw error;
  }
  return 'nothing';
}

test('nothing needs to be set', () =>
  expect(readServiceSettings({})).toEqual({
    dataDir: resolve('data'),
    localPort: undefined,
    databaseUrl: undefined,
    formSecrets: [],
    formMinSeconds: 2,
    formRate: 20,
    trustedProxies: [],
    mail: undefined,
    keepRejectedDays: 30,
    keepContactMonths: 24,
    staff: undefined,
  }));

test('an empty setting is as none', () => {
  const names = Object.keys(serviceSettings.shape);
  expect(readServiceSettings(Object.fromEntries(names.map((name) => [name, ''])))).toEqual(readServiceSettings({}));
});

test('every setting says what it is for', () => {
  for (const [name, field] of Object.entries({ ...siteSettings.shape, ...serviceSettings.shape }))
    expect(field.description, name).toMatch(/^[A-Z0-9/].*\.$/);
});

test('all that can be set is read', () => {
  const read = readServiceSettings({
    DATA_DIR: '/srv/register',
    LOCAL_PORT: '4323',
    DATABASE_URL: 'postgresql://offer:hunter2@db.example.org/offer',
    FORM_SECRETS: `${'n'.repeat(32)}, ${'o'.repeat(40)}`,
    FORM_MIN_SECONDS: '0',
    FORM_RATE: '5 in 10 minutes',
    TRUSTED_PROXIES: '10.0.0.5, 192.168.0.0/16, 2001:db8::/32',
    KEEP_REJECTED_DAYS: '14',
    KEEP_CONTACT_MONTHS: '12',
    ...mail,
    ...staff,
  });
  expect(read).toEqual({
    dataDir: '/srv/register',
    localPort: 4323,
    databaseUrl: 'postgresql://offer:hunter2@db.example.org/offer',
    formSecrets: ['n'.repeat(32), 'o'.repeat(40)],
    formMinSeconds: 0,
    formRate: 5,
    trustedProxies: ['10.0.0.5', '192.168.0.0/16', '2001:db8::/32'],
    mail: { smtpUrl: mail.SMTP_URL, from: 'offer@example.org', to: ['a@example.org', 'b@example.org'] },
    keepRejectedDays: 14,
    keepContactMonths: 12,
    staff: {
      origin: new URL('https://staff.example.org'),
      port: 4400,
      issuer: new URL('https://login.example.org/tenant/v2.0'),
      clientId: 'local-offer',
      clientSecret: 'hunter2-hunter2',
      group: 'moderators',
    },
  });
});

describe('one sentence for each that cannot be used', () => {
  test.each([
    ['LOCAL_PORT', 'many', /"many".*whole number/],
    ['FORM_MIN_SECONDS', '-1', /"-1".*whole number/],
    ['FORM_MIN_SECONDS', '1.5', /"1.5".*whole number/],
    ['FORM_RATE', '0', /"0".*whole number/],
    ['FORM_RATE', '20 in 5 minutes', /"20 in 5 minutes".*whole number.*10 minutes/],
    ['KEEP_REJECTED_DAYS', 'never', /"never".*whole number/],
    ['KEEP_CONTACT_MONTHS', '0', /"0".*whole number/],
    ['TRUSTED_PROXIES', 'proxy.example.org', /"proxy.example.org".*addresses or networks/],
    ['TRUSTED_PROXIES', '10.0.0.1, 10.0.0.0/33', /"10.0.0.0\/33"/],
    ['TRUSTED_PROXIES', '0.0.0.0/0', /"0.0.0.0\/0"/],
    ['TRUSTED_PROXIES', '::/0', /"::\/0"/],
    ['DATABASE_URL', 'mysql://user:hunter2@db/x', /PostgreSQL/],
    ['DATABASE_URL', 'hunter2', /PostgreSQL/],
    ['SMTP_URL', 'https://user:hunter2@mail.example.org', /mail server/],
    ['FORM_SECRETS', 'hunter2', /secret of 7 characters in place 1/],
    ['FORM_SECRETS', `${'x'.repeat(32)},hunter2`, /secret of 7 characters in place 2/],
    ['DATA_DIR', 'dist/register', /published/],
    ['DATA_DIR', 'public', /published/],
    ['STAFF_ORIGIN', 'http://staff.example.org', /https:\/\//],
    ['STAFF_ORIGIN', 'https://staff.example.org/staff/', /without a path/],
    ['OIDC_ISSUER', 'http://login.example.org', /https:\/\//],
  ])('%s=%s', (name, value, sentence) => {
    const words = told({ ...(name.startsWith('STAFF') || name.startsWith('OIDC') ? staff : {}), [name]: value });
    expect(words).toMatch(new RegExp(`^${name}\\b[^\\n]*\\.$`));
    expect(words).toMatch(sentence);
    expect(words).not.toContain('hunter2');
  });

  test('two at once are told together, a line each', () =>
    expect(told({ FORM_RATE: 'no', KEEP_REJECTED_DAYS: 'no' }).split('\n')).toEqual([
      expect.stringMatching(/^FORM_RATE /),
      expect.stringMatching(/^KEEP_REJECTED_DAYS /),
    ]));
});

describe('mail needs three settings', () => {
  test.each(Object.keys(mail))('%s missing is named', (name) => {
    const words = told({ ...mail, [name]: '' });
    expect(words).toMatch(new RegExp(`^Mail to staff needs ${name} too\\.`));
    expect(words).not.toContain('hunter2');
  });

  // A mail program reads a line break or a comma in an address as one more person to write to.
  test.each([
    'm@example.org\r\nBcc: evil@example.org',
    'm@example.org\nBcc:evil@example.org',
    'Staff <m@example.org>',
    'm',
    'a@example.org,',
    'a b@c.org',
  ])('MAIL_TO %j is refused in one line', (MAIL_TO) => expect(told({ ...mail, MAIL_TO })).toMatch(/^MAIL_TO holds [^\n\r]*$/));
  test.each(['a@example.org, b@example.org', 'a@example.org\r\nX: y'])('MAIL_FROM %j is refused', (MAIL_FROM) =>
    expect(told({ ...mail, MAIL_FROM })).toMatch(/^MAIL_FROM holds/),
  );
});

describe('the pages for staff need six settings', () => {
  test.each(Object.keys(staff))('%s missing is named', (name) => {
    const words = told({ ...staff, [name]: '' });
    expect(words).toMatch(new RegExp(`^The staff pages need ${name} too\\.`));
    expect(words).not.toContain('hunter2');
  });
  test('one alone names the five others', () =>
    expect(told({ STAFF_PORT: '4400' })).toMatch(
      /^The staff pages need STAFF_ORIGIN, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and OIDC_GROUP too/,
    ));
  test('on the own machine HTTP will do, on a port of its own', () => {
    const here = { ...staff, STAFF_ORIGIN: 'http://127.0.0.1:4400', OIDC_ISSUER: 'http://localhost:5000' };
    expect(readServiceSettings(here).staff?.origin.origin).toBe('http://127.0.0.1:4400');
    expect(told({ ...here, PORT: '4400', STAFF_PORT: '4401' })).toMatch(/^STAFF_ORIGIN .*where the site itself is/);
  });
  test('they are not where the site is, since a cookie knows no port', () => {
    for (const SITE_URL of ['https://staff.example.org', 'https://staff.example.org:8443/x'])
      expect(told({ ...staff, SITE_URL })).toMatch(/^STAFF_ORIGIN .*where the site itself is/);
  });
  test.each([
    [{ ...staff, STAFF_PORT: '4321' }, /^STAFF_PORT is 4321, and so is PORT/],
    [{ LOCAL_PORT: '8080', PORT: '8080' }, /^LOCAL_PORT is 8080, and so is PORT/],
    [{ ...staff, LOCAL_PORT: '4400' }, /^STAFF_PORT is 4400, and so is LOCAL_PORT/],
  ])('no port is used twice', (env, words) => expect(told(env)).toMatch(words));
});
