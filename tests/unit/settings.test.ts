/** A setting that cannot be used stops the start with a sentence for the person who set it. */
import { expect, test } from 'vitest';
import { readSettings, SettingError } from '../../src/settings.ts';

test('nothing needs to be set', () => {
  const { host, port, siteUrl, base } = readSettings({});
  expect({ host, port, siteUrl: siteUrl.href, base }).toEqual({
    host: '127.0.0.1',
    port: 4321,
    siteUrl: 'http://127.0.0.1:4321/',
    base: '/',
  });
});
test('an empty setting is as none', () => expect(readSettings({ HOST: '', PORT: '', SITE_URL: '' })).toEqual(readSettings({})));
test('the port stands in the address when there is no other', () =>
  expect(readSettings({ PORT: '8080' }).siteUrl.href).toBe('http://127.0.0.1:8080/'));

test.each(['https://www.example.org/local-offer', 'https://www.example.org/local-offer/', 'https://www.example.org/local-offer//'])(
  '%s has the base path /local-offer/',
  (SITE_URL) => {
    const { siteUrl, base } = readSettings({ SITE_URL });
    expect({ origin: siteUrl.origin, base }).toEqual({ origin: 'https://www.example.org', base: '/local-offer/' });
  },
);
test('a sub-path may be deep', () => expect(readSettings({ SITE_URL: 'https://www.example.org/a/b' }).base).toBe('/a/b/'));

test.each(['abc', '-1', '65536', '80.5', '1e9'])('PORT "%s" is refused, by name', (PORT) => {
  expect(() => readSettings({ PORT })).toThrow(SettingError);
  expect(() => readSettings({ PORT })).toThrow(`PORT is "${PORT}". Set it to`);
});
test.each(['www.example.org', 'ftp://www.example.org', 'not an address', 'javascript:alert(1)'])(
  'SITE_URL "%s" is refused, by name',
  (SITE_URL) => {
    expect(() => readSettings({ SITE_URL })).toThrow(SettingError);
    expect(() => readSettings({ SITE_URL })).toThrow(`SITE_URL is "${SITE_URL}". Set it to`);
  },
);

test('all sites may show the embed pages, unless some are named', () => {
  expect(readSettings({}).embedOrigins).toEqual(['*']);
  expect(readSettings({ EMBED_ORIGINS: ' * ' }).embedOrigins).toEqual(['*']);
  expect(
    readSettings({ EMBED_ORIGINS: 'https://WWW.example.org/, http://localhost:8080,https://www.example.org:443' }).embedOrigins,
  ).toEqual(['https://www.example.org', 'http://localhost:8080']);
});
test.each([
  'www.example.org',
  'https://www.example.org/library',
  'https://*.example.org',
  'https://www.example.org; script-src *',
  "'self'",
  'https://user@www.example.org',
  '*, https://www.example.org',
  'data:',
  'none',
])('EMBED_ORIGINS "%s" is refused, by name', (EMBED_ORIGINS) => {
  expect(() => readSettings({ EMBED_ORIGINS })).toThrow(SettingError);
  expect(() => readSettings({ EMBED_ORIGINS })).toThrow(
    /^EMBED_ORIGINS holds ".*", which is no origin\. Write origins with commas between/,
  );
});
test('EMBED_ORIGINS of commas alone is refused', () =>
  expect(() => readSettings({ EMBED_ORIGINS: ' , ' })).toThrow('EMBED_ORIGINS is " , ".'));
