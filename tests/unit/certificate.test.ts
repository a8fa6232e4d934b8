/** The certificate: one tagged page that any setting can print, whatever its name. */
import { getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { certificatePdf, type Certificate } from '../../src/pledge/signed/certificate.ts';

const values = ['Welcome everyone', 'Celebrate success', 'Trust each other', 'Aim high', 'Create opportunities'];
const certificate: Certificate = {
  name: 'Oak Tree School',
  kindName: 'Primary school',
  area: 'Northshire',
  date: '2026-11-23',
  siteName: 'SEND Local Offer',
  place: 'Northshire',
  values,
  address: 'https://www.example.org/pledge/signed/bcdfghjk/',
  words: {
    title: 'SEND pledge certificate',
    signed: 'has signed the SEND pledge',
    values: 'We promise to live by these values',
    writeName: 'Write the name of your setting on the line.',
    listed: 'See us on the list:',
  },
};

interface Node {
  role?: string;
  children?: Node[];
  type?: string;
}

async function read(bytes: Uint8Array) {
  const raw = Buffer.from(bytes).toString('latin1');
  const pdf = await getDocumentProxy(bytes.slice());
  const page = await pdf.getPage(1);
  const { items } = await page.getTextContent();
  return {
    raw,
    pages: pdf.numPages,
    size: page.view.slice(2).map(Math.round),
    text: items
      .map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''))
      .join('')
      .replace(/\s+/g, ' '),
    items: items.filter((item) => 'transform' in item),
    info: (await pdf.getMetadata()).info as Record<string, unknown>,
    xmp: (await pdf.getMetadata()).metadata,
    tree: (await page.getStructTree()) as Node,
    links: (await page.getAnnotations()) as { url?: string; contentsObj?: { str: string } }[],
  };
}
const made = async (name: string) => read(await certificatePdf({ ...certificate, name }));
const roles = (node: Node): string[] => [...(node.role ? [node.role] : []), ...(node.children ?? []).flatMap(roles)];

describe('a screen reader', () => {
  test('meets a tagged document with a language, a title and a heading, then a list of the values', async () => {
    const { raw, info, tree, pages } = await made('Oak Tree School');
    expect(pages).toBe(1);
    expect(info).toMatchObject({ Language: 'en-GB', Title: 'Oak Tree School: SEND pledge certificate' });
    for (const mark of ['/Marked true', '/StructTreeRoot', '/DisplayDocTitle true', '/Tabs /S', '<pdfuaid:part>1</pdfuaid:part>'])
      expect(raw).toContain(mark);
    const found = roles(tree).filter((role) => role !== 'Root');
    expect(found.filter((role) => role === 'H1')).toHaveLength(1);
    expect(found.filter((role) => role === 'LI')).toHaveLength(values.length);
    expect(found.slice(0, 3)).toEqual(['Document', 'P', 'H1']);
    expect(found.slice(-2)).toEqual(['P', 'Link']);
  });

  test('hears where the link leads', async () => {
    const { links } = await made('Oak Tree School');
    expect(links).toHaveLength(1);
    expect(links[0]).toMatchObject({
      url: certificate.address,
      contentsObj: { str: 'See us on the list: www.example.org/pledge/signed/bcdfghjk/' },
    });
  });

  test('hears an Arabic name in its reading order', async () => {
    const { raw } = await made('مدرسة النور (Noor)');
    // In UTF-16, with a backslash before each byte that is a bracket or a backslash.
    const inPdf = Buffer.from('\ufeffمدرسة النور (Noor)', 'utf16le')
      .swap16()
      .toString('latin1')
      .replace(/[()\\]/g, '\\$&');
    const spoken = raw.split('\n').filter((line) => line.includes('/ActualText'));
    expect(spoken).toEqual([`/ActualText (${inPdf})`]);
  });
});

describe('what is printed', () => {
  test('names the setting, the day, the kind, the area and each value, on one A4 page in the letters of the site', async () => {
    const { text, raw, size } = await made('Oak Tree School');
    for (const words of [
      'Oak Tree School',
      'has signed the SEND pledge',
      '23 November 2026',
      'Primary school, Northshire',
      'SEND Local Offer',
      ...values,
    ])
      expect(text).toContain(words);
    expect(size).toEqual([842, 595]);
    expect(raw.match(/\/Type \/FontDescriptor/g)?.length).toBeGreaterThanOrEqual(2);
    expect(raw.match(/\/FontFile2 /g)).toHaveLength(raw.match(/\/Type \/FontDescriptor/g)!.length);
    expect(raw).not.toMatch(/\/BaseFont \/Helvetica/);
  });

  test('the same facts give the same bytes, on any day', async () => {
    const [first, second] = [await certificatePdf(certificate), await certificatePdf({ ...certificate })];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
    const other = await certificatePdf({ ...certificate, date: '2026-11-24' });
    expect(Buffer.from(first).equals(Buffer.from(other))).toBe(false);
  });

  test.each([
    ['Polish, Welsh and Turkish letters', 'Żółw Ŵyl Çağ İlköğretim'],
    ['Cyrillic', 'Дитячий садок «Сонечко»'],
    ['Greek', 'Σχολείο Αθηνών'],
    ['Vietnamese', 'Trường Tiểu học Nguyễn'],
    ['Yoruba letters, which have no sign of their own', 'Ilé-ẹ̀kọ́ Ọ̀ṣun'],
    ['accents written as two characters', 'Cafe\u0301 Zo\u0308e'],
    ['markup and quotes', `<b>"Arts" & 'Crafts'</b> (a) \\ %PDF`],
  ])('a name with %s stands on it', async (_what, name) => {
    expect((await made(name)).text).toContain(name.normalize('NFC'));
  });

  test.each([
    ['150 letters in words', `${'Saint Wilfrid '.repeat(11)}`.trim().slice(0, 150)],
    ['one word of 150 letters', 'Wm'.repeat(75)],
    ['one word of 150 Cyrillic letters', 'Ж'.repeat(150)],
  ])('a name of %s is whole, on the page and above the values', async (_what, name) => {
    const { text, items, size, pages } = await made(name);
    expect(pages).toBe(1);
    expect(text.replace(/ /g, '')).toContain(name.replace(/ /g, ''));
    const lead = items.find((item) => item.str.startsWith('We promise'))!;
    const signed = items.find((item) => item.str.startsWith('has signed'))!;
    expect(signed.transform[5]).toBeGreaterThan(lead.transform[5] + 20);
    for (const { transform, width } of items) expect(transform[4] + width).toBeLessThanOrEqual(size[0]! - 30);
  });

  test.each([
    ['Chinese', '小学校'],
    ['Bengali', 'বাংলা স্কুল'],
    ['one letter that no font here has', 'Oak Tree 校'],
    ['nothing but emoji', '🌞🌞'],
    ['nothing', ''],
  ])('where the name is %s, it leaves a line to write it on, and says so', async (_what, name) => {
    const { text, info } = await made(name);
    expect(text).toContain('Write the name of your setting on the line.');
    expect(text).not.toMatch(/[\u0000\ufffd\u5b66]|Oak Tree/);
    expect(info.Title).toBe(`${name}: SEND pledge certificate`);
  });

  test('an emoji is left out, and the name is whole without it', async () => {
    const { text } = await made('Sunny 🌞👩🏽‍🏫 Nursery');
    expect(text).toContain('Sunny Nursery');
    expect(text).not.toContain('Write the name');
  });
});

test('markup in a name does not break the file’s own description', async () => {
  const { raw, info } = await made('Arts & <Crafts> ]]>');
  const xmp = /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(raw)?.[0] ?? '';
  expect(xmp).toContain('Arts &#38; &#60;Crafts&#62; ]]&#62;: SEND pledge certificate');
  expect(info.Title).toBe('Arts & <Crafts> ]]>: SEND pledge certificate');
});

test.each([1, 3, 10, 12])('%i values have a place each', async (count) => {
  const titles = Array.from({ length: count }, (_, index) => `Value number ${index + 1} of incomprehensibilities`);
  const { text, tree } = await read(await certificatePdf({ ...certificate, values: titles }));
  for (const title of titles) expect(text).toContain(title);
  expect(roles(tree).filter((role) => role === 'LI')).toHaveLength(count);
});
