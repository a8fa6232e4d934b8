/**
 * A council puts its own picture set in place of ours by replacing one folder: photographs of all shapes, with what a camera writes into them.
 * Over 150 lines: one list of promises, each short.
 */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkContent } from '../../src/content-check/check.ts';
import { buildSite, type Build } from '../council/build.ts';
import { ContentCopy, councilContent, temporaryFolder } from '../council/council.ts';
import { filesIn, pagesIn, readableText, type BuiltPage } from './built-site.ts';

interface Entry {
  means: string;
  file: string;
}
const oldFolder = join(councilContent, 'pictures');
const old = parse(readFileSync(join(oldFolder, 'pictures.yaml'), 'utf8')) as {
  sets: Record<string, { name: string; author: string; link: string; licenceLink: string }>;
  pictures: Record<string, Entry>;
};
const concepts = Object.keys(old.pictures);
const secret = 'Meadow Lane School';
const set = { name: 'Photographs of Westmere', author: 'The young people of Westmere', licence: 'Westmere picture licence' };
const kinds = ['jpg', 'png', 'webp'] as const;
const shapes = [
  [600, 400],
  [400, 600],
  [500, 500],
] as const;
const kindOf = (at: number) => kinds[at % kinds.length]!;
const shapeOf = (at: number) => shapes[Math.floor(at / kinds.length) % shapes.length]!;
const fileOf = (concept: string, at: number) => `photograph-${at}-of-${concept}.${kindOf(at)}`;

/** A photograph that no other is equal to, with a place in it. */
function photograph(at: number): Promise<Buffer> {
  const [width, height] = shapeOf(at);
  return sharp({ create: { width, height, channels: 3, background: { r: (at * 37) % 256, g: (at * 91) % 256, b: 120 } } })
    .withExif({ IFD0: { ImageDescription: secret, Artist: secret }, IFD3: { GPSLatitude: '52/1 34/1 0/1', GPSLatitudeRef: 'N' } })
    .toFormat(kindOf(at) === 'jpg' ? 'jpeg' : (kindOf(at) as 'png' | 'webp'))
    .toBuffer();
}

/** Replaces the one folder, and nothing else. */
async function withPhotographs(content: ContentCopy): Promise<void> {
  content.remove('pictures');
  const entries = concepts.map(
    (concept, at) => `  ${concept}:\n    means: ${old.pictures[concept]!.means}\n    file: ${fileOf(concept, at)}\n    shows: a photograph\n    set: photographs`,
  );
  const { name, author, licence } = set;
  const links = 'link: https://photographs.example.org/\n    licenceLink: https://photographs.example.org/licence';
  content.write(
    'pictures/pictures.yaml',
    `sets:\n  photographs:\n    name: ${name}\n    author: ${author}\n    licence: ${licence}\n    ${links}\npictures:\n${entries.join('\n')}\n`,
  );
  for (const [at, concept] of concepts.entries()) content.write(`pictures/${fileOf(concept, at)}`, await photograph(at));
}

const temporary = temporaryFolder();
const folder = join(temporary, 'site');
const content = new ContentCopy();
let build: Build;
let pages: BuiltPage[] = [];
beforeAll(async () => {
  await withPhotographs(content);
  build = await buildSite({ CONTENT_DIR: content.folder, OUT_DIR: folder, SITE_URL: 'https://westmere.example.org' });
  pages = build.code === 0 ? pagesIn(folder) : [];
}, 180_000);
afterAll(() => {
  content[Symbol.dispose]();
  rmSync(temporary, { recursive: true, force: true });
});

const shown = () =>
  pages.flatMap(({ address, $ }) =>
    $('img[data-picture]')
      .toArray()
      .map(({ attribs }) => ({ address, concept: attribs['data-picture']!, file: attribs.src!.slice(1), attribs })),
  );

test('it builds, and shows pictures', () => {
  expect(build.code, build.output).toBe(0);
  expect(new Set(shown().map(({ concept }) => concept)).size, 'pictures that are shown').toBeGreaterThan(9);
});

test('every Idea, and every picture in code, is a photograph of the same name', () => {
  const wrong = shown().filter(({ concept, file }) => {
    const kind = kindOf(concepts.indexOf(concept));
    return !file.startsWith(`pictures/${concept}.`) || !file.endsWith(`.${kind}`);
  });
  expect(wrong).toEqual([]);
  const ideas = pages.flatMap(({ $ }) => $('[data-idea]').toArray().map((idea) => $(idea).find('img[data-picture]').length));
  expect(ideas.length).toBeGreaterThan(20);
  expect(new Set(ideas)).toEqual(new Set([1]));
});

test('each keeps its proportions, so that nothing moves while it loads', async () => {
  const files = new Map(await Promise.all([...new Set(shown().map(({ file }) => file))].map(async (file) => [file, await sharp(join(folder, file)).metadata()] as const)));
  const wrong = shown().filter(({ file, attribs }) => {
    const { width, height } = files.get(file)!;
    return Math.abs(Number(attribs.width) / Number(attribs.height) - width / height) > 0.03;
  });
  expect(wrong).toEqual([]);
  expect(new Set([...files.values()].map(({ width, height }) => Math.sign(width - height)))).toEqual(new Set([1, 0, -1]));
});

test('no published file says where a photograph was taken or who is on it', async () => {
  expect((await photograph(0)).includes(secret), 'the photographs say it before').toBe(true);
  expect(filesIn(folder).filter((file) => readableText(join(folder, file)).includes(secret))).toEqual([]);
  const pictures = filesIn(folder).filter((file) => file.startsWith('pictures/'));
  expect(pictures).toHaveLength(concepts.length);
  for (const file of pictures) expect((await sharp(join(folder, file)).metadata()).exif, file).toBeUndefined();
});

describe('nothing of the set that stood there before remains', () => {
  const texts = () => filesIn(folder).map((file) => ({ file, text: readableText(join(folder, file)) }));
  const drawings = readdirSync(oldFolder).filter((file) => file.endsWith('.svg'));
  const traces = [
    ...drawings.map((file) => [file, /<svg[^>]*>(.+)<\/svg>/s.exec(readFileSync(join(oldFolder, file), 'utf8'))![1]!.trim()] as const),
    ...Object.values(old.sets).flatMap(({ name, author, link, licenceLink }) => [name, author, link, licenceLink].map((trace) => [trace, trace] as const)),
  ];

  test('no drawing, credit or licence in any file', () => {
    expect(Math.min(...traces.map(([, trace]) => trace.length)), 'each can be recognised').toBeGreaterThan(10);
    const all = texts();
    const found = traces.flatMap(([name, trace]) => all.filter(({ text }) => text.includes(trace)).map(({ file }) => `${file} holds ${name}`));
    expect(found).toEqual([]);
  });

  test('no address of a drawing in any page, script, search index or manifest', () =>
    expect(texts().filter(({ text }) => /pictures\/[\w-]+\.[0-9a-f]{8}\.svg/.test(text)).map(({ file }) => file)).toEqual([]));
});

test('the page of all pictures credits the set, with its licence, and shows each picture', () => {
  const { $ } = pages.find(({ address }) => address === '/authors/pictures/')!;
  const credits = $('.credits').text().replace(/\s+/g, ' ');
  for (const words of Object.values(set)) expect(credits).toContain(words);
  expect($('.credits a[rel~=license]').attr('href')).toBe('https://photographs.example.org/licence');
  expect($('main li[id] code').map((_, code) => $(code).text()).get().sort()).toEqual([...concepts].sort());
});

describe('a set that lacks something is told so before it is built', () => {
  const problemsAfter = async (change: (copy: ContentCopy) => void | Promise<void>) => {
    using copy = new ContentCopy();
    await withPhotographs(copy);
    const before = new Set((await checkContent(copy.folder)).map(({ problem }) => problem));
    await change(copy);
    return (await checkContent(copy.folder)).filter(({ problem }) => !before.has(problem));
  };
  const list = 'pictures/pictures.yaml';
  const at = concepts.indexOf('town');
  const file = fileOf('town', at);

  test('a picture under another name: each page that asks for it is named, with the three nearest names', async () => {
    const problems = await problemsAfter((copy) => copy.change(list, '  town:\n', '  towns:\n'));
    const told = problems.filter(({ problem }) => problem.includes('names the picture "town"'));
    expect(told.length).toBeGreaterThan(0);
    for (const { problem, line } of told) {
      expect(problem).toMatch(/which is not in content\/pictures\/pictures\.yaml\. Near it: towns, [a-z-]+, [a-z-]+\.$/);
      expect(line).toBeGreaterThan(0);
    }
  });

  test('a file that is missing', async () => {
    const problems = await problemsAfter((copy) => copy.remove(`pictures/${file}`));
    expect(problems.map(({ problem }) => problem)).toEqual([expect.stringMatching(new RegExp(`"${file}" for "town", which is not in`))]);
  });

  test('a file of which half was lost', async () => {
    const whole = await photograph(at);
    const problems = await problemsAfter((copy) => copy.write(`pictures/${file}`, whole.subarray(0, whole.length / 2)));
    expect(problems.map(({ problem }) => problem)).toEqual([expect.stringMatching(/"town", which cannot be read as a picture\. Save it again/)]);
  });

  test('a photograph that is far too wide', async () => {
    const wide = await sharp({ create: { width: 900, height: 100, channels: 3, background: '#345' } }).png().toBuffer();
    const problems = await problemsAfter((copy) => copy.write(`pictures/${file}`, wide));
    expect(problems.map(({ problem }) => problem)).toEqual([expect.stringMatching(/"town", which is too wide to stand beside words\. Cut it/)]);
  });
});
