/** Who may send the form, how large, how often; and the tokens that carry it from page to page. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBody } from '../../src/pledge/form/body.ts';
import type { Answers } from '../../src/pledge/form/fields.ts';
import { mayStore } from '../../src/pledge/form/origin.ts';
import { hourlyAlarm, rateLimiter, senderOf } from '../../src/pledge/form/rate.ts';
import { loadSecrets } from '../../src/pledge/form/secrets.ts';
import { confirmToken, formToken, readConfirmToken, readFormToken } from '../../src/pledge/form/token.ts';

describe('Cross-site POST', () => {
  const own = ['https://offer.example'];
  test.each<[Record<string, string>, boolean]>([
    [{ 'Sec-Fetch-Site': 'same-origin', Origin: 'https://offer.example' }, true],
    [{ 'Sec-Fetch-Site': 'same-origin', Origin: 'null' }, true],
    [{ 'Sec-Fetch-Site': 'same-origin' }, true],
    [{ Origin: 'https://offer.example' }, true],
    [{ 'Sec-Fetch-Site': 'same-site', Origin: 'https://offer.example' }, true],
    [{ 'Sec-Fetch-Site': 'same-site', Origin: 'https://other.offer.example' }, false],
    [{ 'Sec-Fetch-Site': 'same-site' }, false],
    [{ 'Sec-Fetch-Site': 'cross-site', Origin: 'https://offer.example' }, false],
    [{ 'Sec-Fetch-Site': 'none', Origin: 'https://offer.example' }, false],
    [{ 'Sec-Fetch-Site': '' }, false],
    [{ Origin: 'null' }, false],
    [{ Origin: 'http://offer.example' }, false],
    [{ Origin: 'https://offer.example:444' }, false],
    [{ Origin: 'https://offer.example.evil.example' }, false],
    [{ Referer: 'https://offer.example/' }, false],
    [{}, false],
  ])('%j: %s', (headers, may) => expect(mayStore(new Headers(headers), own)).toBe(may));
});

describe('Size, wrong type, broken body', () => {
  const post = (body: BodyInit | null, type?: string, more: Record<string, string> = {}) =>
    new Request('http://x/', { method: 'POST', body, headers: { ...(type ? { 'Content-Type': type } : {}), ...more } });
  const form = 'application/x-www-form-urlencoded';
  test('a form of either kind is read, known names only', async () => {
    const read = await readBody(post('setting=A+B&value=x&value=y&__proto__=1&status=approved', `${form};charset=UTF-8`));
    expect(read.problem).toBeUndefined();
    expect([...(read.problem === undefined ? read.form : [])]).toEqual([
      ['setting', ['A B']],
      ['value', ['x', 'y']],
    ]);
    const data = new FormData();
    data.append('setting', 'Ünï');
    const many = await readBody(new Request('http://x/', { method: 'POST', body: data }));
    expect(many.problem === undefined && many.form.get('setting')).toEqual(['Ünï']);
  });
  test.each<[string, BodyInit | null, string | undefined, string]>([
    ['JSON', '{"setting":"x"}', 'application/json', 'wrong-type'],
    ['text', 'setting=x', 'text/plain', 'wrong-type'],
    ['nothing said', 'x', '', 'wrong-type'],
    ['a longer name of the type', 'x', `${form}x`, 'wrong-type'],
    ['another charset', 'x', `${form}; charset=utf-7`, 'wrong-type'],
    ['65 KiB', 'a'.repeat(65 * 1024), form, 'too-large'],
    ['multipart without its boundary', 'x', 'multipart/form-data', 'broken'],
    ['multipart cut short', '--b\r\nContent-Disposition: form-data; name="setting"\r\n\r\nx', 'multipart/form-data; boundary=b', 'broken'],
    ['61 parts', Array.from({ length: 61 }, () => 'a=1').join('&'), form, 'broken'],
    ['60,000 empty parts', '&'.repeat(60_000), form, 'broken'],
  ])('%s', async (_, body, type, problem) => expect((await readBody(post(body, type))).problem).toBe(problem));
  test('a body that says no length is counted while it comes', async () => {
    let sent = 0;
    const stream = new ReadableStream({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(16_384));
      },
    });
    const request = new Request('http://x/', {
      method: 'POST',
      body: stream,
      headers: { 'Content-Type': form },
      duplex: 'half',
    } as RequestInit);
    expect((await readBody(request)).problem).toBe('too-large');
    expect(sent).toBeLessThan(10);
  });
  test('a file is refused', async () => {
    const data = new FormData();
    data.append('setting', new Blob(['x']), 'x.txt');
    expect((await readBody(new Request('http://x/', { method: 'POST', body: data }))).problem).toBe('broken');
  });
  test('broken percent signs are text', async () => {
    const read = await readBody(post('setting=%E0%A4%A&name=%', form));
    expect(read.problem).toBeUndefined();
  });
});

describe('Flood', () => {
  const secret = 'k'.repeat(32);
  const at = (second: number) => new Date(1_800_000_000_000 + second * 1000);
  test('20 in ten minutes, then a wait, then one more each half minute', () => {
    const limit = rateLimiter({ most: 20, inSeconds: 600, secret });
    for (let one = 0; one < 20; one += 1) expect(limit.take('192.0.2.1', at(0)).ok).toBe(true);
    expect(limit.take('192.0.2.1', at(0))).toEqual({ ok: false, retryAfter: 30 });
    expect(limit.take('192.0.2.2', at(0)).ok).toBe(true);
    expect(limit.take('192.0.2.1', at(31)).ok).toBe(true);
    expect(limit.take('192.0.2.1', at(31)).ok).toBe(false);
  });
  test('a network of IPv6 is one sender, however it is written', () => {
    expect(senderOf('2001:db8:1:2:aaaa::1')).toBe(senderOf('2001:0db8:0001:0002:bbbb:1:2:3'));
    expect(senderOf('2001:db8:1:3::1')).not.toBe(senderOf('2001:db8:1:2::1'));
    expect(senderOf('2001:db8::1')).toBe('2001:db8:0:0');
    expect(senderOf('::1')).toBe('0:0:0:0');
    expect(senderOf('::ffff:192.0.2.1')).toBe('192.0.2.1');
    expect(senderOf('unknown')).toBe('unknown');
  });
  test('a clock that goes back gives nobody more', () => {
    const limit = rateLimiter({ most: 1, inSeconds: 600, secret });
    expect(limit.take('a', at(100)).ok).toBe(true);
    expect(limit.take('a', at(0)).ok).toBe(false);
  });
  test('30,000 addresses do not fill the memory, and a busy one is not forgotten among them', () => {
    const limit = rateLimiter({ most: 1, inSeconds: 600, secret });
    limit.take('busy', at(0));
    for (let one = 0; one < 30_000; one += 1) {
      limit.take(`10.0.${one >> 8}.${one & 255}`, at(0));
      if (one % 5000 === 0) expect(limit.take('busy', at(0)).ok).toBe(false);
    }
  });
  test('more than 200 in an hour is said once', () => {
    const alarm = hourlyAlarm(200);
    const said = Array.from({ length: 500 }, (_, one) => alarm.count(at(one)));
    expect(said.filter(Boolean)).toHaveLength(1);
    expect(said.indexOf(true)).toBe(200);
    expect(alarm.count(at(10_000))).toBe(false);
  });
});

describe('Token old, altered, copied', () => {
  const [secrets, now] = [['new-'.repeat(10), 'old-'.repeat(10)], new Date('2026-11-23T10:00:00Z')];
  const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
  const answers = { setting: 'A', value: ['x', 'y'] } as unknown as Answers;
  const token = confirmToken(secrets, { nonce: 'n', answers, flags: ['decoy'], now });
  test('the form says when it was opened', () => {
    expect(readFormToken(secrets, formToken(secrets, now), later(7))).toMatchObject({ state: 'good', ageSeconds: 7 });
    expect(readFormToken(secrets, formToken(secrets, now, 'abc'), later(90_000))).toMatchObject({ state: 'old', nonce: 'abc' });
    expect(readFormToken(secrets, formToken(secrets, later(600)), now).state).toBe('wrong');
    expect(readFormToken(secrets, formToken(secrets, later(200)), now)).toMatchObject({ state: 'good', ageSeconds: 0 });
  });
  test('answers that were checked are those that count, in any order of names', () => {
    const same = { value: ['x', 'y'], setting: 'A' } as unknown as Answers;
    expect(readConfirmToken(secrets, token, same, later(5))).toMatchObject({ state: 'good', nonce: 'n', flags: ['decoy'] });
    expect(readConfirmToken(secrets, token, same, now).idem).toBe(readConfirmToken(secrets, token, answers, later(9)).idem);
  });
  test('other answers with the same token are not taken', () => {
    const read = readConfirmToken(secrets, token, { ...answers, setting: 'B' }, now);
    expect(read).toMatchObject({ state: 'wrong', flags: undefined });
    expect(read.nonce).not.toBe('n');
  });
  test('the same form with other answers is another signature', () => {
    const other = { ...answers, setting: 'B' };
    const two = confirmToken(secrets, { nonce: 'n', answers: other, flags: [], now });
    expect(readConfirmToken(secrets, two, other, now).idem).not.toBe(readConfirmToken(secrets, token, answers, now).idem);
  });
  test('older than a day is old, and keeps what it knew', () =>
    expect(readConfirmToken(secrets, token, answers, later(86_401))).toMatchObject({ state: 'old', nonce: 'n', flags: ['decoy'] }));
  test('altered, of another page, of another key, or no token at all is wrong', () => {
    const [payload, sign] = token.split('.') as [string, string];
    const shed = Buffer.from(JSON.stringify({ v: 1, n: 'n', t: 0, f: [] })).toString('base64url');
    for (const text of [
      '',
      '.',
      'x',
      `${payload}.`,
      `${payload}.${sign}.`,
      `${payload}.${sign}=`,
      `${shed}.${sign}`,
      `${payload}A.${sign}`,
      'é'.repeat(400),
      formToken(secrets, now),
      'x'.repeat(100_000),
    ])
      expect(readConfirmToken(secrets, text, answers, now).state, text.slice(0, 40)).toBe('wrong');
    expect(readConfirmToken(['z'.repeat(40)], token, answers, now).state).toBe('wrong');
    expect(readFormToken(secrets, token, now).state).toBe('wrong');
  });
  test('Secret rotation: a token of the key before still holds, the newest signs', () => {
    const before = confirmToken([secrets[1]!], { nonce: 'n', answers, flags: [], now });
    expect(readConfirmToken(secrets, before, answers, now).state).toBe('good');
    expect(readConfirmToken([secrets[1]!], token, answers, now).state).toBe('wrong');
  });
});

describe('The key of the form', () => {
  const folder = () => mkdtempSync(join(tmpdir(), 'keys-'));
  test('is made once, for this account alone, and is the same at the next start', () => {
    const dir = folder();
    const made = loadSecrets([], join(dir, 'data'));
    expect(made[0]!.length).toBeGreaterThanOrEqual(43);
    expect(loadSecrets([], join(dir, 'data'))).toEqual(made);
    expect(statSync(join(dir, 'data', 'form-secrets')).mode & 0o077).toBe(0);
    expect(readFileSync(join(dir, 'data', 'form-secrets'), 'utf8').trim()).toBe(made[0]);
    rmSync(dir, { recursive: true });
  });
  test('that is given is used, and one that is too short is refused without being shown', () => {
    expect(loadSecrets(['a'.repeat(32)], '/nowhere')).toEqual(['a'.repeat(32)]);
    expect(() => loadSecrets(['hunter2'], '/nowhere')).toThrow(/fewer than 32 characters/);
    expect(() => loadSecrets(['hunter2'], '/nowhere')).not.toThrow(/hunter2/);
  });
  test('that was cut short stops the start with a sentence', () => {
    const dir = folder();
    writeFileSync(join(dir, 'form-secrets'), 'short\n');
    expect(() => loadSecrets([], dir)).toThrow(/Delete the file/);
    rmSync(dir, { recursive: true });
  });
});
