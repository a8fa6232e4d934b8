/** What the form takes, what it asks to mend, and what is set aside for a person. */
import { describe, expect, test } from 'vitest';
import type { Answers, Flag } from '../../src/pledge/form/fields.ts';
import { isEmail } from '../../src/pledge/form/email.ts';
import { flagsOf, mustBeSetAside } from '../../src/pledge/form/suspicion.ts';
import { validate } from '../../src/pledge/form/validate.ts';
import { readWebsite } from '../../src/pledge/form/website.ts';

const choices = { kinds: ['primary', 'childminder', 'other'], areas: ['here', 'there', 'both'], values: ['listen', 'be-honest'] };
const right: Record<string, string[]> = {
  setting: ['Oakfield School'],
  kind: ['primary'],
  area: ['both'],
  website: ['oakfield.sch.uk'],
  name: ['Ada Osei'],
  role: ['SENCO'],
  email: ['ada@oakfield.sch.uk'],
  value: ['be-honest', 'listen', 'listen'],
  how: ['We listen\nfirst.'],
  authority: ['yes'],
};
const sent = (changes: Record<string, string[]> = {}) => new Map(Object.entries({ ...right, ...changes }));
const problemsOf = (changes: Record<string, string[]>) => validate(sent(changes), choices).errors.map(({ problem }) => problem);

describe('A form', () => {
  test('that is right gives its answers, in the order of the form', () =>
    expect(validate(sent(), choices).answers).toEqual({
      setting: 'Oakfield School',
      kind: 'primary',
      'kind-other': '',
      area: 'both',
      website: 'https://oakfield.sch.uk',
      name: 'Ada Osei',
      role: 'SENCO',
      email: 'ada@oakfield.sch.uk',
      value: ['listen', 'be-honest'],
      how: 'We listen first.',
      'publish-how': '',
      authority: 'yes',
    }));
  test('that is empty is told all that is missing, in its order', () =>
    expect(validate(new Map(), choices).errors.map(({ problem }) => problem)).toEqual([
      'setting-missing',
      'kind-missing',
      'area-missing',
      'name-missing',
      'role-missing',
      'email-missing',
      'value-missing',
      'authority-missing',
    ]));
  test.each<[Record<string, string[]>, string[]]>([
    [{ setting: ['\u3164'] }, ['setting-missing']],
    [{ setting: ['x'.repeat(151)] }, ['setting-too-long']],
    [{ setting: ['😀x'.repeat(75)] }, []],
    [{ setting: ['one', 'two'] }, ['said-twice']],
    [{ kind: ['constructor'] }, ['kind-missing']],
    [{ kind: ['other'] }, ['kind-other-missing']],
    [{ kind: ['other'], 'kind-other': ['A library'] }, []],
    [{ kind: ['primary'], 'kind-other': ['x'.repeat(500)] }, []],
    [{ area: ['elsewhere'] }, ['area-missing']],
    [{ website: [''] }, []],
    [{ website: ['http://a.uk'] }, ['website-not-https']],
    [{ website: ['not a site'] }, ['website-wrong']],
    [{ website: [`https://a.uk/${'x'.repeat(300)}`] }, ['website-too-long']],
    [{ email: ['ada'] }, ['email-wrong']],
    [{ email: [`${'a'.repeat(250)}@b.uk`] }, ['email-too-long']],
    [{ value: ['listen', 'nothing'] }, ['value-unknown']],
    [{ how: ['x'.repeat(301)] }, ['how-too-long']],
    [{ authority: ['no'] }, ['authority-missing']],
    [{ 'publish-how': ['yes'] }, []],
  ])('with %j is told %j', (changes, told) => expect(problemsOf(changes)).toEqual(told));
  test('shows again what was typed, but for choices that it does not offer', () => {
    const { typed } = validate(sent({ setting: [' A  B '], kind: ['x'], email: ['wrong'], 'kind-other': ['kept'] }), choices);
    expect(Object.fromEntries(typed)).toMatchObject({ setting: ['A B'], email: ['wrong'], 'kind-other': ['kept'] });
    expect(typed.has('kind')).toBe(false);
  });
  test('of any kind of text is answered without a fault', () => {
    for (let round = 0; round < 2000; round += 1) {
      const text = () => String.fromCodePoint(...Array.from({ length: 30 }, () => Math.floor(Math.random() * 0x11_00_00)));
      const form = new Map(Object.keys(right).map((name) => [name, [text()]]));
      expect(validate(form, choices).answers).toBeUndefined();
    }
  });
});

describe('A website', () => {
  test.each([
    ['example.org', 'https://example.org'],
    ['www.example.org/a b'.replace(' ', '%20'), 'https://www.example.org/a%20b'],
    ['HTTPS://Example.ORG/Path#part', 'https://example.org/Path'],
    ['https://bücher.example.de', 'https://xn--bcher-kva.example.de'],
  ])('%s is kept as %s', (typed, website) => expect(readWebsite(typed)).toEqual({ website }));
  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'https://user:pass@example.org',
    'https://example.org:8443/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://[::1]/',
    'https://localhost/',
    'https://intranet/',
    'https://printer.local/',
    'ftp://example.org',
    'https://',
    'https://exa mple.org',
    'https://example.org/"><script>',
    'example.org:8080',
    'mailto:a@example.org',
  ])('%s is refused', (typed) => expect(readWebsite(typed)).toEqual({ problem: 'website-wrong' }));
});

test.each(['ada@school.uk', 'a.b+c@x-y.sch.uk', "o'neil@example.org", 'ünï@bücher.de'])('%s may be an e-mail address', (text) =>
  expect(isEmail(text)).toBe(true),
);
test.each([
  'a',
  '@b.uk',
  'a@',
  'a@b',
  'a@b.',
  'a b@c.uk',
  'a@b.uk, c@d.uk',
  'a@b.uk;c@d.uk',
  '<a@b.uk>',
  'a@b@c.uk',
  'a..b@c.uk',
  '.a@b.uk',
  'a@-b.uk',
  'a\r\nBcc: x@y.uk',
  'a@1.2.3.4',
  '"a"@b.uk',
])('%j is no e-mail address', (text) => expect(isEmail(text)).toBe(false));

describe('What is set aside', () => {
  const answers: Answers = { ...(validate(sent(), choices).answers as Answers) };
  const calm = { answers, decoy: '', tokenState: 'good', ageSeconds: 30, minSeconds: 2 } as const;
  test.each<[Partial<Parameters<typeof flagsOf>[0]>, Flag[]]>([
    [{}, []],
    [{ tokenState: 'old' }, []],
    [{ tokenState: 'wrong', ageSeconds: 0 }, ['no-token']],
    [{ ageSeconds: 1 }, ['too-fast']],
    [{ ageSeconds: 0, minSeconds: 0 }, []],
    [{ decoy: '01632 960001' }, ['decoy']],
    [{ answers: { ...answers, setting: 'Best SEO services' } }, ['spam-words']],
    [{ answers: { ...answers, name: 'see https://x.uk' } }, ['link-in-name']],
    [{ answers: { ...answers, how: 'go to cheap-pills.xyz/now' } }, ['link-in-name']],
    [{ answers: { ...answers, setting: 'Pаrk' } }, ['mixed-scripts']],
  ])('%j', (change, flags) => {
    expect(flagsOf({ ...calm, ...change })).toEqual(flags);
    expect(mustBeSetAside(flags)).toBe(flags.some((flag) => flag !== 'mixed-scripts'));
  });
  test.each([
    "St. Mary's C of E (VA) Primary School",
    'Scunthorpe Nursery',
    'Penistone Grammar',
    'Ysgol Gyfun Gŵyr',
    'Cockermouth School',
    'Essex Road Playgroup',
    'Middlesex Centre',
    'Zespół Szkół nr 5',
    'مدرسة النور',
    '北京学校',
    'The Cookery School at 10.com Lane',
    'Little Acorns (Ely) Ltd.',
    'SEND.org friends',
    'Co.Operative Academy',
    'Sussex Specialist College',
    'Dick Turpin Way Childminder',
    'A.N. Other & Co.',
    'Shitterton Playgroup',
    'Analytical Engine Club',
    'Cialisbury Lodge',
    'Casinova House',
    'No. 1 Pre-School',
    "Bob's Net/Work Club",
    'Info Shop (Peter St.)',
    'Titford Infants',
    'Assington Primary',
    'Sixth Form @ Deacon',
    'School 24/7',
    'Rehab and Hope C.I.C.',
    'U.T.C. Cambridge',
  ])('%s is a name like any other', (setting) => expect(flagsOf({ ...calm, answers: { ...answers, setting } })).toEqual([]));
});
