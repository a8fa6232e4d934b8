/**
 * Letters and figures of other alphabets, and rarer Latin ones, that are taken for a plain Latin letter. Chosen from the "confusables" data
 * of Unicode Technical Standard 39, version 17 (https://www.unicode.org/reports/tr39/, © Unicode, Inc., under the Unicode License): those
 * whose twin is a letter from a to z. Left out: signs, what compatibility folding (NFKC) already makes plain, alphabets written from right
 * to left, which show in a Latin name by turning its order round, and dead scripts. Put in beside: small letters whose capital is a twin
 * (Cyrillic ka, em, te), so that a name in capitals and the same in small letters stay one.
 */
const lookLike: Record<string, string> = {
  a: 'ɑаАαΑᎪᗅꓮ',
  ae: 'æӕ',
  b: 'ƄɓƃƀВЬҌѢΒⲂᏏᏴᑲᗷꓐꞴ',
  c: 'ᴄȼсСҫςⲥⲤꮯᏟꓚငƈ',
  d: 'ɗɖƌđԁԀᏧᎠᗞᗪꓒ',
  e: 'ɇеЕҽҿєЄΕεΣᎬꓰⴹ',
  f: 'ƒꬵꞙϜքᖴꓝ',
  g: 'ɡᶃɠǥցԌᏀꓖ',
  h: 'ɦħһНнҺҢңӇԊΗհⲎᏂᎻᏲᕼꓧ',
  i: 'ıɪɩɨіІꙇιΙɿꭵᎥӀӏⲒⲓǀƖ',
  j: 'ɉјЈϳᎫᒍꓙ',
  k: 'ƙĸкКқҚΚκⲔᏦᛕꓗ',
  l: 'łɫƚɭƗᏞᒪꓡ',
  m: 'мМΜϺⲘᎷᗰꓟɱ',
  n: 'ɳƞŋɲΝηոռⲚꓠпП',
  o: 'ᴏøɵоОөѳσοΟθօՕⲟⲞഠဝ〇०০੦૦௦౦೦൦๐໐၀០ዐଠოꓳꭴꮎⵔ',
  oe: 'œ',
  p: 'þƿƥрРρϸΡⲣᏢᑭꓑ',
  q: 'ʠԛԚգզ',
  r: 'ɼɽɍꭇгГᴦᎡᏒᖇꓣⲅ',
  s: 'ꜱƽʂѕЅՏꮪᏕᏚꓢട',
  t: 'ŧƭȶтТτΤⲦᎢꓔ',
  u: 'ᴜʋꞟʉυսՍᑌꓴꮜᏌ',
  v: 'ᴠνѵѴᏙꮩᐯꓦ',
  w: 'ɯᴡѡԝԜшաᏔᎳꮃꓪω',
  x: 'хХҳχΧⲬᕁᕽꓫ',
  y: 'ɣʏỿƴɏуУүҮγΥⲩⲨყᎩᎽꓬ',
  z: 'ᴢʐƶȥΖζᏃꮓꓜ',
};

/** A letter, and the plain Latin letters that it looks like. */
export const plainLetters: ReadonlyMap<string, string> = new Map(
  Object.entries(lookLike).flatMap(([plain, letters]) => [...letters].map((letter) => [letter, plain] as const)),
);
