/** The command as a person runs it: asked at a terminal, or with a record; and nothing stays of what was stopped. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkContent } from '../../src/content-check/check.ts';
import { artworkSchema } from '../../src/gallery/artwork.schema.ts';
import { Stopped, Terminal } from '../../src/gallery/intake/terminal.ts';
import { ownContent, paper, secretsIn, telltaleJpeg, today, yamlOf } from './scans.ts';

const { root, dir, remove } = ownContent();
afterAll(remove);
const gallery = join(dir, 'gallery');
const scan = join(root, 'amy-zebrowski-year4.jpg');
const before = readdirSync(gallery);
beforeAll(async () => writeFileSync(scan, await telltaleJpeg(6)));
afterEach(() => readdirSync(gallery).forEach((name) => rmSync(join(gallery, name), { recursive: true })));

interface Ended {
  code: number | null;
  signal: string | null;
  said: string;
}

/** Runs the command. @param typed is typed at once, and then the input ends @param stopAt stops it with Ctrl+C when it has said this */
function command(words: string[], typed: readonly string[] = [], stopAt?: RegExp): Promise<Ended> {
  const env = { ...process.env, CONTENT_DIR: dir, TODAY: today, PAPER_DIR: join(root, 'paper') };
  const child = spawn(process.execPath, [join(process.cwd(), 'src/gallery.ts'), ...words], { env, cwd: root });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      said += String(text);
      if (stopAt?.test(said)) child.kill('SIGINT');
    });
  if (!stopAt) child.stdin.end(typed.map((line) => `${line}\n`).join(''));
  else child.stdin.write(typed.map((line) => `${line}\n`).join(''));
  return new Promise((done) => child.on('close', (code, signal) => done({ code, signal, said })));
}

/** Right answers to all questions. */
const answers: readonly (readonly [question: RegExp, ...typed: string[]])[] = [
  [/Is a name, a school or a class written/, '100,200,300,80', ''],
  [/Which value of the pledge/, 'listen'],
  [/Did a young person make it/, 'yes'],
  [/signed the consent form/, 'yes'],
  [/What did they agree to/, 'site, embeds, reuse'],
  [/When did they sign/, '2026-09-01'],
  [/By when do we ask them again/, '2027-09-01'],
  [/Where is the signed form kept/, 'Schools team, folder 12'],
  [/Under which licence/, '2'],
  [/names that are written/, 'Amy Zebrowski, Hope School'],
  [/What is the artwork called/, ''],
  [/What is seen, in 1 sentence/, 'A sheet of paper with 4 quarters in red, green, blue and yellow.'],
  [/What is seen, in full/, 'The sheet has 4 quarters, each in a colour of its own.', 'On it stands the word "Hear".', ''],
  [/Which words are written/, 'Hear', ''],
  [/A question to talk about/, 'Which colour do you see first?'],
  [/1 easy sentence/, 'The paper has 4 colours.'],
  [/easy sentences/, 'The paper is red and green at the top.'],
  [/Which picture stands beside it/, 'picture'],
  [/The next 1 or 2 sentences/, ''],
  [/An easy question/, 'Which colour do you like?'],
  [/In which year/, '2026'],
  [/What is it made of/, 'Crayon on paper'],
  [/How old are the artists/, '11-16'],
];
/** The typed lines, with others in the place of one answer. */
const typed = (question?: RegExp, ...others: string[]) =>
  answers.flatMap(([asked, ...lines]) => (question && asked.source === question.source ? others : lines));

test('a person who answers every question has an artwork that holds to every rule', async () => {
  const { code, said } = await command(['add', scan], typed());
  expect(said).toMatch(/Added the artwork listen/);
  expect(code).toBe(0);
  for (const [question] of answers) expect(said).toMatch(question);
  expect(said).toMatch(/Painted over: 300 × 80 pixels, 100 from the left and 200 from the top/);
  expect(said).toContain(join(gallery, 'listen', 'picture.jpg'));
  expect(said).toMatch(/npm run check.*npm run dev[^]*Never put it into the project/);
  expect(readdirSync(gallery)).toEqual(['listen']);
  expect(readdirSync(join(gallery, 'listen')).sort()).toEqual(['artwork.yaml', 'picture.jpg']);
  const text = readFileSync(join(gallery, 'listen', 'artwork.yaml'), 'utf8');
  const artwork = artworkSchema.parse(parse(text));
  expect(artwork).toMatchObject({
    ...{ title: 'Listen', value: 'listen', standIn: false, made: 2026, material: 'Crayon on paper', ageGroup: { from: 11, to: 16 } },
    ...{ written: ['Hear'], licence: 'http://creativecommons.org/licenses/by-nc/4.0/', lastChecked: today },
    consent: { scope: ['site', 'embeds', 'reuse'], givenOn: '2026-09-01', reviewBy: '2027-09-01', form: 'Schools team, folder 12' },
  });
  expect(text, 'no name that was typed is kept').not.toMatch(/amy|zebrowski|hope/i);
  for (const file of ['artwork.yaml', 'picture.jpg']) expect(secretsIn(join(gallery, 'listen', file)), file).toEqual([]);
  expect(existsSync(scan), 'the scan stays where it is').toBe(true);
  const problems = (await checkContent(dir)).filter(({ file }) => file.startsWith('gallery/listen/'));
  expect(problems).toEqual([]);
});

test('a bad answer is told of and asked for again', async () => {
  const wrong: [RegExp, RegExp, ...string[]][] = [
    [/Is a name, a school or a class written/, /does not lie on the picture, which is 1600 × 2400/, '1500,0,200,200', '', ''],
    [/Which value of the pledge/, /no value "lisen" in the pledge. Near it: listen/, 'lisen', 'listen'],
    [/What did they agree to/, /Without "site" the artwork cannot be shown here/, 'embeds', 'site, reuse'],
    [/When did they sign/, /still to come/, '2027-01-01', '2026-09-01'],
    [/By when do we ask them again/, /That day is over: today is 2026-11-24/, '2026-10-01', '2027-09-01'],
    [
      /What is seen, in 1 sentence/,
      /It has 7 letters, and needs at least 30/,
      'A sheet',
      'A sheet of paper with 4 quarters in red, green, blue and yellow.',
    ],
    [/Which picture stands beside it/, /no picture "pictur". Near it: picture/, 'pictur', 'picture'],
    [/How old are the artists/, /at least 2 years between/, '11-12', '11-16'],
    [/When did they sign/, /no day of the calendar/, '31 June', '2026-09-01'],
  ];
  const lines = answers.flatMap(([asked, ...right]) => {
    const bad = wrong.filter(([question]) => question.source === asked.source);
    return bad.length === 0 ? right : [...bad.slice(0, -1).map(([, , first]) => first!), ...bad.at(-1)!.slice(2).map(String)];
  });
  const { code, said } = await command(['add', scan], lines);
  for (const [, sentence] of wrong) expect(said).toMatch(sentence);
  expect(said).toMatch(/Added the artwork listen/);
  expect(code).toBe(0);
});

test('a name in a text, and words that are not easy, are asked for again at the end', async () => {
  const lines = typed(/1 easy sentence/, 'Amy drew two colours, e.g. red.');
  const { said, code } = await command(['add', scan], [...lines, 'The paper has 4 colours.']);
  expect(said).toMatch(/Some answers need a change:[^]*easyAlt: it holds the name "Amy"[^]*easyAlt: "two" is a number/);
  expect(code).toBe(0);
  expect(readFileSync(join(gallery, 'listen', 'artwork.yaml'), 'utf8')).not.toMatch(/Amy/);
});

test('a licence does not stay when the consent is given anew without reuse', async () => {
  // A long number in the place of the form makes the consent be asked again.
  const lines = typed(/Where is the signed form kept/, 'Call 01234 567890');
  const again = ['yes', 'site', '2026-09-01', '2027-09-01', 'Schools team, folder 12'];
  const { said, code } = await command(['add', scan], [...lines, ...again]);
  expect(said).toMatch(/Some answers need a change:[^]*consent: it holds an e-mail address or a long number/);
  expect(code).toBe(0);
  expect(readFileSync(join(gallery, 'listen', 'artwork.yaml'), 'utf8')).not.toMatch(/licence:|reuse/);
});

test('whoever has no consent, or stops, has added nothing', async () => {
  const none = await command(['add', scan], typed(/signed the consent form/, 'no').slice(0, 5));
  expect(none.said).toMatch(/it cannot be added yet. Ask the family first/);
  const ended = await command(['add', scan], typed().slice(0, 9));
  expect(ended.said).toMatch(/Stopped. Nothing was changed/);
  expect(ended.code).toBe(130);
  const stopped = await command(['add', scan], typed().slice(0, 12), /What is the artwork called/);
  expect([stopped.code, stopped.signal]).toEqual([130, null]);
  expect(readdirSync(gallery)).toEqual(before);
});

test('Ctrl+C at a terminal stops the question', async () => {
  const [input, output] = [new PassThrough(), Object.assign(new PassThrough(), { isTTY: true, columns: 80 })];
  const terminal = new Terminal(input, output);
  const answer = terminal.line();
  input.write('\x03');
  await expect(answer).rejects.toBeInstanceOf(Stopped);
  terminal.close();
});

test('with a record nothing is asked, and a second artwork of a value has a number', async () => {
  const record = join(root, 'record.yaml');
  writeFileSync(record, yamlOf());
  expect((await command(['add', scan, '--record', record, '--mask', '10,20,300,40'])).said).toMatch(
    /Added the artwork listen\.[^]*Painted over: 300 × 40/,
  );
  const same = await command(['add', scan, '--record', record]);
  expect(same.said).toMatch(/record.yaml:2 is called "Four quarters", as another artwork of the same value is/);
  writeFileSync(record, yamlOf({ title: 'A second sheet' }));
  expect((await command(['add', scan, '--record', record])).said).toMatch(/Added the artwork listen-2\./);
  expect((await command(['check'])).said).toMatch(/^2 artworks: each is as it should be\.\n$/);
  writeFileSync(record, yamlOf({ alt: 'Two birds, e.g. a robin, sit there and do sing a song.' }));
  const hard = await command(['add', scan, '--record', record, '--slug', 'birds']);
  expect(hard.said).toMatch(/record.yaml:3 .*e\.g\./);
  expect(hard.code).toBe(1);
  expect(readdirSync(gallery)).toEqual(['listen', 'listen-2']);
});

test('the command can open scans, and no drawings at all, even where the first look were fooled', () => {
  const code = `
    import sharp from 'sharp';
    import { loadOnlyScans } from './src/gallery/intake/scan.ts';
    const pixel = { create: { width: 9, height: 9, channels: 3, background: 'red' } };
    const made = await Promise.all(['jpeg', 'png', 'tiff', 'webp', 'gif'].map((format) => sharp(pixel).toFormat(format).toBuffer()));
    made.push(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'));
    const opened = async () => (await Promise.all(made.map((bytes) => sharp(bytes).stats().then(() => 1, () => 0)))).join('');
    const before = await opened();
    loadOnlyScans();
    console.log(before, await opened());`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8' });
  expect(stdout.trim()).toBe('111111 111100');
});

test('a drawing that calls itself a picture, and a scan of 48 million pixels in little memory', async () => {
  const drawing = join(root, 'drawing.jpg');
  writeFileSync(drawing, '<svg xmlns="http://www.w3.org/2000/svg" width="3000" height="3000"/>');
  expect(await command(['add', drawing])).toMatchObject({
    code: 1,
    said: expect.stringMatching(/^drawing.jpg is a drawing \(SVG\), not a scan[^\n]*\n$/),
  });
  const large = join(root, 'large.tif');
  writeFileSync(large, await paper(6000, 8000).tiff({ compression: 'lzw' }).toBuffer());
  const record = join(root, 'large.yaml');
  writeFileSync(record, yamlOf({ mask: [[100, 100, 900, 300]] }));
  // Linux keeps the most that a process ever had in memory in its status; the command says it itself before it ends.
  const probe = join(root, 'probe.mjs');
  writeFileSync(probe, "process.on('exit', () => console.log(`most memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`));");
  const env = { ...process.env, CONTENT_DIR: dir, TODAY: today };
  const child = spawn(process.execPath, ['--import', probe, 'src/gallery.ts', 'add', large, '--record', record], { env });
  let said = '';
  child.stdout.on('data', (text) => (said += String(text)));
  await new Promise((done) => child.on('close', done));
  expect(said).toMatch(/Added the artwork listen/);
  const [, most] = /most memory (\d+) MB/.exec(said) ?? [];
  expect(Number(most)).toBeGreaterThan(50);
  expect(Number(most)).toBeLessThan(800);
});
