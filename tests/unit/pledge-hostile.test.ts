/**
 * The rules of the form against texts that nobody kind sends: never a fault, never slow, and what is taken once is taken the same
 * again, since the answers that were checked are sent and read a second time.
 */
import { describe, expect, test } from 'vitest';
import { decoyName, readBody } from '../../src/pledge/form/body.ts';
import { cleanLine, hasLetterOrDigit } from '../../src/pledge/form/clean.ts';
import { fieldNames, mostCharacters, problems, type Answers, type FieldName } from '../../src/pledge/form/fields.ts';
import { mixedScripts, skeleton } from '../../src/pledge/form/look-alike.ts';
import { mayStore } from '../../src/pledge/form/origin.ts';
import { senderOf } from '../../src/pledge/form/rate.ts';
import { isReference, readReference } from '../../src/pledge/form/reference.ts';
import { flagsOf, mustBeSetAside } from '../../src/pledge/form/suspicion.ts';
import { answersHash, confirmToken, formToken, readConfirmToken, readFormToken } from '../../src/pledge/form/token.ts';
import { validate } from '../../src/pledge/form/validate.ts';
import { readWebsite } from '../../src/pledge/form/website.ts';
import { drawnFrom, drawnTexts, nasty } from './hostile-texts.ts';

const choices = { kinds: ['primary', 'other'], areas: ['here', 'both'], values: ['listen', 'be-honest'] };
const right: Record<string, string[]> = {
  setting: ['Oakfield School'],
  kind: ['other'],
  'kind-other': ['A library'],
  area: ['both'],
  website: ['oakfield.sch.uk'],
  name: ['Ada Osei'],
  role: ['SENCO'],
  email: ['ada@oakfield.sch.uk'],
  value: ['listen'],
  how: ['We listen.'],
  'publish-how': ['yes'],
  authority: ['yes'],
};
const texts = [...nasty, ...drawnTexts(4000, 5)];
const unseen = /[\p{Cc}\p{Noncharacter_Code_Point}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/u;
const typedLines: FieldName[] = ['setting', 'kind-other', 'website', 'name', 'role', 'email', 'how'];
const sendAgain = (answers: Answers) => new Map(Object.entries(answers).map(([name, value]) => [name, [value].flat()]));
const within = (milliseconds: number, work: () => void) => {
  const since = performance.now();
  work();
  expect(performance.now() - since).toBeLessThan(milliseconds);
};

describe('A hostile text in a field', () => {
  test(`${nasty.length} known ones in every field, ${texts.length - nasty.length} drawn ones in two: a problem of the list, or an answer that is clean, short and stays the same when sent again`, () => {
    let taken = 0;
    for (const [at, text] of texts.entries()) {
      // The known ones go into every field, the drawn ones into one after the other.
      for (const field of at < nasty.length ? fieldNames : [fieldNames[at % fieldNames.length]!, typedLines[at % typedLines.length]!]) {
        const { answers, errors, typed } = validate(new Map(Object.entries({ ...right, [field]: [text] })), choices);
        for (const error of errors) expect(problems).toContain(error.problem);
        for (const [name, shown] of typed)
          for (const one of shown) expect([...one].length).toBeLessThanOrEqual((mostCharacters[name] ?? 30) * 2);
        expect(answers === undefined).toBe(errors.length > 0);
        if (!answers) continue;
        taken += 1;
        for (const name of typedLines) {
          const kept = answers[name] as string;
          expect(unseen.test(kept), `${name}: ${JSON.stringify(text).slice(0, 80)}`).toBe(false);
          expect(kept).toBe(kept.normalize('NFC'));
          expect([...kept].length).toBeLessThanOrEqual(mostCharacters[name]!);
        }
        const again = validate(sendAgain(answers), choices);
        expect(again.answers, JSON.stringify(text).slice(0, 80)).toEqual(answers);
        expect(answersHash(again.answers!)).toBe(answersHash(answers));
      }
    }
    // Else the promise about what is taken would have been tried on nothing.
    expect(taken).toBeGreaterThan(1000);
  });

  test.each(nasty.filter((text) => text.length > 900).map((text) => [`${JSON.stringify(text.slice(0, 8))} × ${text.length}`, text]))(
    'takes no time: %s',
    (_, text) =>
      within(300, () => {
        cleanLine(text);
        skeleton(text);
        mixedScripts(text);
        readReference(text);
        isReference(text);
        senderOf(text);
        readFormToken(['k'.repeat(32)], text, new Date());
        const form = new Map(Object.keys(right).map((name) => [name, [text]]));
        expect(validate(form, choices).answers).toBeUndefined();
        const answers = { ...(validate(new Map(Object.entries(right)), choices).answers as Answers), setting: text, how: text };
        mustBeSetAside(flagsOf({ answers, decoy: text, tokenState: 'good', ageSeconds: 9, minSeconds: 2 }));
      }),
  );

  test('a letter and its accent with something unseen between them are one letter at once', () => {
    expect(cleanLine('caf\u0065\u200b\u0301')).toBe('café');
    expect(cleanLine('\u1112\u00ad\u1161\u200b\u11ab')).toBe('한');
  });
  test('the fillers of Hangul, blanks of Braille and variation selectors are no letters, cleaned or not', () => {
    for (const text of ['\u3164', '\uffa0', '\u115f\u1160', '\u2800', '\ufe0f', '\u{e0100}', '\u17b4'])
      expect(hasLetterOrDigit(text), JSON.stringify(text)).toBe(false);
    for (const text of ['7', 'अ', '٣', '〇', 'x\u3164']) expect(hasLetterOrDigit(text), text).toBe(true);
  });
  test('an address is read without the joiners that were pasted with it', () => {
    const { answers } = validate(
      new Map(Object.entries({ ...right, email: ['a\u200dda@oak\u200cfield.uk'], website: ['oak\u200dfield.uk'] })),
      choices,
    );
    expect(answers).toMatchObject({ email: 'ada@oakfield.uk', website: 'https://oakfield.uk' });
  });
  test('a website that grows too long when it is written out is told at once, not at the last step', () =>
    expect(validate(new Map(Object.entries({ ...right, website: [`a.uk/${'é'.repeat(100)}`] })), choices).errors).toEqual([
      { field: 'website', problem: 'website-too-long' },
    ]));
  test.each(['a.uk,b.uk', 'a.uk;b.uk', 'a..uk', '-a.uk', 'a_b.uk', 'a!.uk', "a'b.uk", '.uk', `${'a'.repeat(64)}.uk`, 'https://a.uk|b.uk'])(
    '%s is no website',
    (text) => expect(readWebsite(text)).toEqual({ problem: 'website-wrong' }),
  );
  test.each([
    ['https://example.org./', 'https://example.org'],
    ['https://example.org:443', 'https://example.org'],
    ['example.org?x=1#y', 'https://example.org/?x=1'],
  ])('%s is kept as %s', (text, website) => expect(readWebsite(text)).toEqual({ website }));
});

describe('A hostile body', () => {
  const types = [
    'application/x-www-form-urlencoded',
    'application/x-www-form-urlencoded; charset=utf-8',
    'multipart/form-data; boundary=b',
    'multipart/form-data; boundary=""',
    'multipart/form-data; boundary=b; boundary=c',
    'multipart/form-data',
    'multipart/mixed; boundary=b',
    'application/json',
    'text/plain',
    'application/x-www-form-urlencoded, application/json',
    ' ;',
  ];
  const whole =
    '--b\r\nContent-Disposition: form-data; name="setting"\r\n\r\nOakfield\r\n--b\r\nContent-Disposition: form-data; name="value"\r\n\r\nlisten\r\n--b--\r\n';
  const known = new Set<string>([...fieldNames, 'token', 'change', decoyName]);
  const read = (body: string | Uint8Array, type: string) =>
    readBody(new Request('http://x/', { method: 'POST', body: body as BodyInit, headers: { 'Content-Type': type } }));
  const looked = async (body: string | Uint8Array, type: string) => {
    const answer = await read(body, type);
    if (answer.problem !== undefined) expect(['wrong-type', 'too-large', 'broken']).toContain(answer.problem);
    else for (const [name, values] of answer.form) expect(known.has(name) && values.every((value) => typeof value === 'string')).toBe(true);
    return answer.problem;
  };

  test('2,000 of random bytes, under every type that a body can claim', async () => {
    const draw = drawnFrom(7);
    for (let round = 0; round < 2000; round += 1)
      await looked(
        Uint8Array.from({ length: draw(300) }, () => draw(256)),
        types[round % types.length]!,
      );
  });
  test('a whole one cut short, doubled or changed at each of its letters', async () => {
    expect(await looked(whole, types[2]!)).toBeUndefined();
    let refused = 0;
    for (let at = 0; at < whole.length; at += 1) {
      for (const body of [whole.slice(0, at), whole.slice(at), `${whole.slice(0, at)}\0${whole.slice(at + 1)}`, whole.slice(0, at) + whole])
        if ((await looked(body, types[2]!)) !== undefined) refused += 1;
    }
    expect(refused).toBeGreaterThan(100);
  });
  test('names of the language itself are nothing, and nothing of theirs is changed', async () => {
    const answer = await read('__proto__=x&__proto__[polluted]=1&constructor.prototype.polluted=1&status=approved&id=1&flags=', types[0]!);
    expect(answer.problem === undefined && [...answer.form]).toEqual([]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
  test('exactly 64 KiB is read, one byte more is not, whatever length it claims', async () => {
    const full = `how=${'x'.repeat(64 * 1024 - 4)}`;
    expect(await looked(full, types[0]!)).toBeUndefined();
    expect(await looked(`${full}x`, types[0]!)).toBe('too-large');
    const claims = (length: string) =>
      readBody({
        headers: new Headers({ 'Content-Type': types[0]!, 'Content-Length': length }),
        body: new Response(`${full}x`).body,
      } as Request);
    for (const length of ['', '1', '-1', 'x', '65537', '1e9']) expect((await claims(length)).problem, length).toBe('too-large');
  });
  test('60 parts are read, 61 are not, in either kind of body', async () => {
    const part = '--b\r\nContent-Disposition: form-data; name="value"\r\n\r\nlisten\r\n';
    expect(await looked(`${part.repeat(60)}--b--\r\n`, types[2]!)).toBeUndefined();
    expect(await looked(`${part.repeat(61)}--b--\r\n`, types[2]!)).toBe('broken');
    expect(await looked(Array.from({ length: 60 }, () => 'value=x').join('&'), types[0]!)).toBeUndefined();
  });
  test('a body that breaks off, or was read before, is broken', async () => {
    const stream = new ReadableStream({ pull: (controller) => controller.error(new Error('gone')) });
    const headers = { 'Content-Type': types[0]! };
    expect((await readBody({ headers: new Headers(headers), body: stream } as Request)).problem).toBe('broken');
    const used = new Request('http://x/', { method: 'POST', body: 'setting=x', headers });
    await used.text();
    expect((await readBody(used)).problem).toBe('broken');
  });
});

describe('A hostile token', () => {
  const [secrets, now] = [['s'.repeat(40)], new Date('2026-11-23T10:00:00Z')];
  const answers = validate(new Map(Object.entries(right)), choices).answers as Answers;
  const tokens = {
    form: formToken(secrets, now),
    confirm: confirmToken(secrets, { nonce: 'abc', answers, flags: ['decoy', 'too-fast'], now }),
  };
  const states = (text: string) => [readFormToken(secrets, text, now).state, readConfirmToken(secrets, text, answers, now).state];

  test('with any one letter changed, left out or put in is wrong', () => {
    expect(states(tokens.form)).toEqual(['good', 'wrong']);
    expect(states(tokens.confirm)).toEqual(['wrong', 'good']);
    for (const token of Object.values(tokens))
      for (let at = 0; at < token.length; at += 1)
        for (const changed of ['A', '_', '.', '=']
          .map((letter) => token.slice(0, at) + letter + token.slice(at + 1))
          .concat(token.slice(0, at) + token.slice(at + 1), `${token.slice(0, at)}A${token.slice(at)}`))
          if (changed !== token) expect(states(changed), changed).toEqual(['wrong', 'wrong']);
  });
  test(`${texts.length} other texts are wrong`, () => {
    for (const text of texts) expect(states(text), JSON.stringify(text).slice(0, 60)).toEqual(['wrong', 'wrong']);
  });
  test('does not hold when any one answer is another', () => {
    for (const name of fieldNames) {
      const other = { ...answers, [name]: name === 'value' ? ['be-honest'] : `${answers[name] as string}x` } as Answers;
      expect(readConfirmToken(secrets, tokens.confirm, other, now).state, name).toBe('wrong');
    }
  });
  test('is small enough for a field and tells nobody the answers', () => {
    for (const token of Object.values(tokens)) expect(token.length).toBeLessThan(250);
    const told = Buffer.from(tokens.confirm.split('.')[0]!, 'base64url').toString();
    for (const said of ['Oakfield', 'Ada', 'sch.uk']) expect(told).not.toContain(said);
  });
  test('Clock skew: five minutes ahead is good, more is wrong; a day old is good, more is old', () => {
    const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);
    const read = (seconds: number) => [
      readFormToken(secrets, tokens.form, after(seconds)).state,
      readConfirmToken(secrets, tokens.confirm, answers, after(seconds)).state,
    ];
    expect(read(-301)).toEqual(['wrong', 'wrong']);
    expect(read(-300)).toEqual(['good', 'good']);
    expect(read(86_400)).toEqual(['good', 'good']);
    expect(read(86_401)).toEqual(['old', 'old']);
  });
});

describe('Other hostile input', () => {
  test(`${texts.length} texts as a name, a reference, an address and an origin`, () => {
    for (const text of texts) {
      expect(skeleton(text).length).toBeLessThan(20_000);
      expect(typeof mixedScripts(text)).toBe('boolean');
      const reference = readReference(text);
      expect(reference === undefined || isReference(reference)).toBe(true);
      expect(isReference(text)).toBe(false);
      expect(senderOf(text)).toBe(text);
      const headers = { get: (name: string) => (name === 'Origin' ? text : null) } as Headers;
      expect(mayStore(headers, ['https://offer.example'])).toBe(false);
    }
  });
  test('IPv4 written as IPv6 in hexadecimal is the sender that it is, not one for all', () => {
    expect(senderOf('::ffff:c000:201')).toBe('192.0.2.1');
    expect(senderOf('0:0:0:0:0:ffff:192.0.2.1')).toBe('192.0.2.1');
    expect(senderOf('::FFFF:192.0.2.7')).toBe('192.0.2.7');
    expect(senderOf('fe80::1%eth0')).toBe('fe80:0:0:0');
  });
});

describe('Spam', () => {
  const answers = validate(new Map(Object.entries(right)), choices).answers as Answers;
  const flagged = (change: Partial<Answers>) =>
    flagsOf({ answers: { ...answers, ...change }, decoy: '', tokenState: 'good', ageSeconds: 60, minSeconds: 2 });
  test.each([
    'Buy Cialis now',
    'CIALIS',
    'Best online casino',
    'Casino Royale bonus',
    'SEO services for schools',
    'cheap backlinks',
    'bitcoin profit',
    'escort agency',
    'Ｖｉａｇｒａ',
    'guest posting service',
  ])('"%s" is set aside for a person', (how) => {
    expect(flagged({ how })).toEqual(['spam-words']);
    expect(mustBeSetAside(flagged({ setting: how }))).toBe(true);
  });
  test.each(['http://x.uk', 'HTTPS://x.uk', 'see www.x.uk', 'pills.xyz/buy', 'x.com/', 'ｈｔｔｐｓ：／／x.uk', '[url=x]', '<a href=x>'])(
    '"%s" in a name is set aside for a person',
    (text) => {
      for (const field of ['setting', 'name', 'role', 'kind-other', 'how'] as const)
        expect(flagged({ [field]: text })).toEqual(['link-in-name']);
    },
  );
  test.each([
    ['setting', 'Casino Avenue Childminding'],
    ['setting', 'The Cookery School at 10.com Lane'],
    ['setting', 'Sociális Specialis Centre'],
    ['setting', 'Essex and Sussex Sixth Form'],
    ['setting', "Queen's Cockayne Hatley C.E. School"],
    ['setting', 'ਖਾਲਸਾ ਸਕੂਲ'],
    ['setting', 'Мектеп №5'],
    ['setting', 'Szkoła Podstawowa im. Żwirki i Wigury'],
    ['setting', 'جامعہ اردو اسکول'],
    ['setting', '剑桥中文学校'],
    ['setting', 'Cambridge 中文学校'],
    ['setting', 'Lycée Français « Les Étoiles »'],
    ['setting', 'Bright Start/Little Steps Nursery'],
    ['role', 'SEN transport escort'],
    ['role', 'Head/SENCO'],
    ['role', 'Guest post holder'],
    ['name', "Siobhán O'Dowd-Nguyễn"],
    ['name', 'X Æ A-12'],
    ['name', 'Dr. R. Dickson-Cox'],
    ['how', 'We ask e.g. at lunch.Then we listen.'],
  ])('%s "%s" is like any other', (field, text) => expect(flagged({ [field]: text })).toEqual([]));
});
