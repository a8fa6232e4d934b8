/** What a record must say before an artwork is added; and the checks and the withdrawal of what is there. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cacheFolder, derivativesOf } from '../../src/gallery/derivatives.ts';
import { runCommand } from '../../src/gallery/intake/command.ts';
import { nameIn, partsOfNames } from '../../src/gallery/intake/names-in-texts.ts';
import { ownContent, paper, record, telltaleJpeg, today, yamlOf } from './scans.ts';

const { root, dir, remove } = ownContent();
afterAll(remove);
const gallery = join(dir, 'gallery');
const scan = join(root, 'scan.png');
beforeAll(async () => writeFileSync(scan, await paper(2400, 1600).png().toBuffer()));
beforeEach(() => readdirSync(gallery).forEach((name) => rmSync(join(gallery, name), { recursive: true })));

async function run(words: string[], on = today): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const code = await runCommand(words, { dir, today: on, checkWords: async () => [], forgetPaper: () => {}, say, complain: say });
  return { code, said: lines.join('\n') };
}
function add(changes: Record<string, unknown>, ...more: string[]) {
  const file = join(root, 'record.yaml');
  writeFileSync(file, yamlOf(changes));
  return run(['add', scan, '--record', file, ...more]);
}
const { consent } = record;

describe('a record', () => {
  test.each([
    ['no value', { value: undefined }, /needs the field "value". Write the value of the pledge/],
    ['an unknown value', { value: 'lissen' }, /There is no value "lissen" in the pledge. Near it: listen/],
    ['no alt text', { alt: undefined }, /needs the field "alt". Write what is seen, in 30 to 150 characters/],
    ['a short alt text', { alt: 'A sheet' }, /record.yaml:3 has too little in the field "alt": at least 30 letters/],
    ['a long alt text', { alt: 'A sheet '.repeat(30) }, /has too much in the field "alt": at most 150 letters/],
    ['no description', { description: undefined }, /needs the field "description"/],
    ['no words that are written', { written: undefined }, /needs the field "written".*\[\] when there are none/],
    ['no question', { question: undefined }, /needs the field "question"/],
    [
      'no easy words',
      { easyAlt: undefined, easyDescription: undefined, easyQuestion: undefined },
      /"easyAlt"[^]*"easyDescription"[^]*"easyQuestion"/,
    ],
    ['no consent', { consent: undefined }, /has no consent record. Ask the family first/],
    ['a consent for other uses', { consent: { ...consent, scope: ['embeds'] } }, /a consent without "site"/],
    [
      'a consent without its form',
      { consent: { ...consent, form: undefined } },
      /needs the field "consent.form". Write where the signed form is kept/,
    ],
    ['a consent that is to come', { consent: { ...consent, givenOn: '2027-01-01' } }, /signed on 2027-01-01, which is still to come/],
    [
      'a consent that is over',
      { consent: { ...consent, reviewBy: '2026-11-24' } },
      /a consent that ended on 2026-11-24. Ask the family again/,
    ],
    [
      'an address in the consent',
      { consent: { ...consent, form: 'Ask a.z@example.org' } },
      /holds an e-mail address or a long number in "form"/,
    ],
    ['a licence that nobody gave', { licence: 'http://creativecommons.org/licenses/by/4.0/' }, /the family did not agree to "reuse"/],
    ['one age', { ageGroup: { from: 11, to: 12 } }, /at least 2 years between/],
    ['a field of its own', { artist: 'Amy' }, /has the field "artist", which is not known here/],
    [
      'a name in the alt text',
      { names: ['Amy Zebrowski'], alt: 'A sheet of paper by zebrowski with 4 quarters in it.' },
      /holds the name "Zebrowski" in "alt"/,
    ],
    [
      'a name in the description',
      { names: ['Zoë'], description: ['Here Zoe drew 4 quarters. On it stands the word "Hear".'] },
      /holds the name "Zoë" in "description"/,
    ],
    [
      'a name on the picture',
      { names: ['Amy'], written: ['Hear', 'amy 9'], description: ['It says "Hear" and "amy 9".'] },
      /in "written". Paint it over/,
    ],
    [
      'a name in the place of the form',
      { names: ['Zebrowski'], consent: { ...consent, form: 'Folder Zebrowski' } },
      /in "form". No name is published/,
    ],
    ['a mask outside', { mask: [[2300, 0, 200, 50]] }, /does not lie on the picture, which is 2400 × 1600/],
    ['a mask of three numbers', { mask: [[1, 2, 3]] }, /boxes to paint over/],
  ])('with %s is refused with a plain sentence', async (_what, changes, sentence) => {
    const { code, said } = await add(changes);
    expect(said).toMatch(sentence);
    expect(code).toBe(1);
    expect(readdirSync(gallery)).toEqual([]);
  });

  test('that is no YAML, or is not there, is refused', async () => {
    const file = join(root, 'broken.yaml');
    writeFileSync(file, 'value: listen\nalt: "A sheet\nquestion: b\n');
    expect((await run(['add', scan, '--record', file])).said).toMatch(/broken.yaml:2 has a quote that is not closed/);
    expect((await run(['add', scan, '--record', join(root, 'none.yaml')])).said).toMatch(/There is no file .*none.yaml/);
  });

  test('may name the folder, and no name that is taken, reserved or a person', async () => {
    expect((await add({}, '--slug', 'Four Quarters')).said).toMatch(/cannot be an address.*as "four-quarters"/);
    expect((await add({}, '--slug', 'embed')).said).toMatch(/is the name of a page of the gallery itself/);
    expect((await add({ names: ['Amy'] }, '--slug', 'amy-4')).said).toMatch(/holds the name "Amy" in "slug"/);
    expect((await add({ slug: 'four-quarters' })).said).toMatch(/Added the artwork four-quarters/);
    expect((await add({ slug: 'four-quarters' })).said).toMatch(/There is an artwork four-quarters already/);
  });

  test('of a stand-in needs no consent', async () => {
    expect((await add({ standIn: true, consent: null })).said).toMatch(/Added the artwork listen/);
  });
});

test('a word of the file name of the scan that stands in a text is pointed out', async () => {
  const named = join(root, 'marchetti-listen-4.png');
  writeFileSync(named, readFileSync(scan));
  const file = join(root, 'named.yaml');
  writeFileSync(file, yamlOf({ alt: 'A sheet of paper by Marchetti with 4 quarters in it.' }));
  const { said } = await run(['add', named, '--record', file]);
  expect(said).toMatch(/Added the artwork listen/);
  expect(said).toMatch(/Note: "marchetti" stands in the name of the scan and in the texts/);
});

test('an everyday word that is a name too is only found where it is written like a name', () => {
  const parts = partsOfNames(['Rose Marchetti', 'Li']);
  expect(nameIn('A rose stands in a glass. Roses are red.', parts)).toBeUndefined();
  expect(nameIn('Here is a picture that Rose drew.', parts)).toBe('Rose');
  expect(nameIn('The word MARCHETTI is red.', parts)).toBe('Marchetti');
  expect(nameIn('Marchetti’s house, and listening.', parts)).toBe('Marchetti');
  expect(nameIn('They listen to a line.', parts)).toBeUndefined();
});

describe('check', () => {
  test('names all that is wrong in a folder, and ends with 1', async () => {
    await add({});
    expect(await run(['check'])).toEqual({ code: 0, said: '1 artwork: each is as it should be.' });
    const folder = join(gallery, 'listen');
    writeFileSync(join(folder, 'amy-scan.tif'), 'II*');
    writeFileSync(join(folder, 'colouring.svg'), '<svg/>');
    writeFileSync(join(folder, 'picture.jpg'), await telltaleJpeg());
    writeFileSync(join(gallery, 'scan.tif'), 'II*');
    mkdirSync(join(gallery, 'empty'));
    mkdirSync(join(gallery, '.new-1'));
    const { code, said } = await run(['check']);
    expect(code).toBe(1);
    for (const sentence of [
      /gallery\/listen\/amy-scan.tif does not belong here/,
      /gallery\/listen\/colouring.svg is there, and artwork.yaml does not name it/,
      /gallery\/listen\/picture.jpg holds EXIF/,
      /gallery\/listen\/picture.jpg holds IPTC/,
      /gallery\/listen\/picture.jpg holds a comment/,
      /gallery\/scan.tif does not belong here/,
      /gallery\/empty holds no artwork.yaml/,
      /gallery\/.new-1 was left by an "add" that was cut off/,
      /\d+ things to mend/,
    ])
      expect(said).toMatch(sentence);
  });

  test('tells of a consent that ends soon, and of one that has ended', async () => {
    await add({});
    expect(await run(['check'], '2027-07-01')).toMatchObject({ code: 0 });
    const soon = await run(['check'], '2027-08-01');
    expect(soon).toMatchObject({
      code: 0,
      said: expect.stringMatching(/^Soon: gallery\/listen\/artwork.yaml has a consent that ends on 2027-09-01/),
    });
    expect(await run(['check'], '2027-09-02')).toMatchObject({
      code: 1,
      said: expect.stringMatching(/ended on 2027-09-01, so it is not shown/),
    });
  });

  test('says which line of a record is wrong', async () => {
    await add({});
    const file = join(gallery, 'listen', 'artwork.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^alt: .*$/m, 'alt: short'));
    const line = readFileSync(file, 'utf8').split('\n').indexOf('alt: short') + 1;
    expect((await run(['check'])).said).toContain(`gallery/listen/artwork.yaml:${line} has too little in the field "alt"`);
  });
});

describe('withdraw', () => {
  /** Runs the command in a folder of its own, so that only its caches are touched. */
  const withdraw = (words: string[], input = '') =>
    spawnSync(process.execPath, [join(process.cwd(), 'src/gallery.ts'), 'withdraw', ...words], {
      ...{ cwd: root, input, encoding: 'utf8' },
      env: { ...process.env, CONTENT_DIR: dir, TODAY: today, PAPER_DIR: join(root, 'paper') },
    });

  test('takes the artwork and all that is kept of it, and nothing of the others', async () => {
    await add({});
    await add({ title: 'Another', value: 'aim-high', mask: [[1000, 700, 300, 300]] });
    const content = process.env.CONTENT_DIR;
    process.env.CONTENT_DIR = dir;
    const cache = join(root, cacheFolder());
    if (content === undefined) delete process.env.CONTENT_DIR;
    else process.env.CONTENT_DIR = content;
    const mine = await derivativesOf(join(gallery, 'listen'), cache);
    const other = await derivativesOf(join(gallery, 'aim-high'), cache);
    const old = join(cache, 'made-with-older-settings');
    for (const folder of [old, join(root, '.cache/gallery-print/a'), join(root, 'paper')]) mkdirSync(folder, { recursive: true });
    const kept = [join(root, '.cache/gallery-print/a/1.pdf'), join(root, 'paper', `${'0'.repeat(24)}-2.pdf`)];
    for (const file of kept) writeFileSync(file, '%PDF');

    const wrong = withdraw(['lisen']);
    expect([wrong.status, wrong.stderr]).toEqual([1, expect.stringMatching(/^There is no artwork "lisen". Near it: listen, aim-high.\n$/)]);
    const unsure = withdraw(['listen'], 'listn\n');
    expect([unsure.status, unsure.stderr]).toEqual([1, expect.stringMatching(/That is another name. Nothing was deleted/)]);
    expect(withdraw(['../pledge', '--yes']).status).toBe(1);
    expect(existsSync(join(gallery, 'listen', 'picture.jpg'))).toBe(true);

    const { status, stdout } = withdraw(['listen'], 'listen\n');
    expect(status).toBe(0);
    expect(stdout).toMatch(/This deletes the artwork listen[^]*git filter-repo[^]*Search engines/);
    expect(readdirSync(gallery)).toEqual(['aim-high']);
    for (const gone of [mine.folder, old, ...kept]) expect(existsSync(gone), gone).toBe(false);
    expect(existsSync(join(other.folder, 'ok.json'))).toBe(true);
    expect(withdraw(['aim-high', '--yes']).status).toBe(0);
    expect(readdirSync(gallery)).toEqual([]);
    expect(existsSync(other.folder)).toBe(false);
  });
});

test('commands that are not known or not whole are answered with a sentence', async () => {
  expect((await run([])).said).toMatch(/npm run gallery -- add SCAN/);
  expect((await run(['help'])).code).toBe(0);
  for (const [words, sentence] of [
    [['ad', 'x'], /There is no command "ad"/],
    [['add'], /Name the scan/],
    [['withdraw'], /Name the artwork/],
    [['add', 'a b.tif', 'c.tif'], /one name too many: "c.tif"/],
    [['add', '--colour', 'x'], /The option --colour is not known/],
    [['add', scan, '--record'], /The option --record is not known, or needs a value/],
    [['add', scan, '--mask', '1,2,3'], /"1,2,3" is no box/],
  ] as const) {
    const { code, said } = await run([...words]);
    expect(said).toMatch(sentence);
    expect(code).toBe(1);
  }
});
