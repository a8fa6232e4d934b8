/** What was printed once is kept, and only what is still asked for; a damaged picture leaves nothing behind. */
import { globSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { PictureUnusable } from '../../src/gallery/original.ts';
import { bytesOf, keepOnly, sizeOf } from '../../src/gallery/print/kept.ts';
import { planPrints, type Plan, type ToPrint } from '../../src/gallery/print/plan.ts';
import { factsOf, pictureOf, place, site } from './print-artworks.ts';

const root = mkdtempSync(join(tmpdir(), 'kept-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let count = 0;
const fresh = () => join(root, `${(count += 1)}`);
const filesIn = (folder: string) => globSync('*', { cwd: folder }).sort();
const plan = (toPrint: ToPrint[], folder: string) => planPrints(toPrint, site, '2026-11-20', folder);

async function makeAll({ prints }: Plan, folder: string): Promise<Buffer[]> {
  const all: Buffer[] = [];
  for (const { name, make } of prints) all.push(Buffer.from(name ? await bytesOf(name, make, folder) : await make()));
  return all;
}

test('the same artworks give the same bytes, wherever and whenever they are made', async () => {
  const picture = await pictureOf(1300, 1700, '#885500');
  const [one, two] = [fresh(), fresh()];
  const first = await makeAll(await plan([place(one, factsOf('listen', 1), picture)], join(one, 'kept')), join(one, 'kept'));
  const second = await makeAll(await plan([place(two, factsOf('listen', 1), picture)], join(two, 'kept')), join(two, 'kept'));
  expect(first.length).toBe(5);
  first.forEach((bytes, index) => expect(bytes.equals(second[index]!), `${index}`).toBe(true));
  expect(filesIn(join(one, 'kept'))).toEqual(filesIn(join(two, 'kept')));
});

test('what is unchanged is not made again; a new picture, a new word and a new address are', async () => {
  const folder = fresh();
  const kept = join(folder, 'kept');
  const artwork = place(folder, factsOf('listen', 1), await pictureOf(1300, 1700, '#885500'));
  const first = await plan([artwork], kept);
  await makeAll(first, kept);
  const old = new Date('2020-01-01');
  for (const file of filesIn(kept)) utimesSync(join(kept, file), old, old);
  const again = await plan([artwork], kept);
  await makeAll(again, kept);
  expect([...again.names]).toEqual([...first.names]);
  for (const file of filesIn(kept)) expect(statSync(join(kept, file)).mtimeMs, file).toBe(old.getTime());

  const nameOf = ({ prints }: Plan) => prints.find(({ kind }) => kind === 'poster')!.name;
  writeFileSync(join(artwork.folder, 'picture.jpg'), await pictureOf(1300, 1700, '#005588'));
  expect(nameOf(await plan([artwork], kept))).not.toBe(nameOf(first));
  const changed = [{ alt: 'Something else is seen.' }, { credit: 'A young person' }, { address: 'https://other.example.org/' }];
  for (const more of changed) {
    const { prints } = await plan([{ ...artwork, facts: factsOf('listen', 1, more) }], kept);
    for (const { name } of prints.filter(({ kind }) => kind !== 'certificate')) expect(first.names.has(name!)).toBe(false);
  }
});

test('a picture that is cut short stops the build with a sentence, and nothing is kept of it', async () => {
  const folder = fresh();
  const kept = join(folder, 'kept');
  const whole = await pictureOf(1300, 1700, '#885500');
  const artwork = place(folder, factsOf('listen', 1), whole.subarray(0, Math.floor(whole.length * 0.6)));
  const { prints } = await plan([artwork], kept);
  for (const { name, make } of prints.filter(({ kind }) => kind !== 'certificate')) {
    const failed = await bytesOf(name!, make, kept).catch((error: Error) => error);
    expect(failed).toBeInstanceOf(PictureUnusable);
    expect((failed as Error).message).toMatch(/^The picture of the artwork listen cannot be printed: .+\. Make it again from the scan/);
  }
  expect(filesIn(kept)).toEqual([]);
});

test('an artwork without its picture stops the build with a sentence', async () => {
  const folder = fresh();
  const artwork = place(folder, factsOf('listen', 1), await pictureOf(1300, 1700, '#885500'));
  rmSync(join(artwork.folder, 'picture.jpg'));
  await expect(plan([artwork], join(folder, 'kept'))).rejects.toThrow('The artwork listen has no picture.jpg.');
});

test('of an artwork that is withdrawn nothing stays', async () => {
  const folder = fresh();
  const kept = join(folder, 'kept');
  const stays = place(folder, factsOf('stays', 0), await pictureOf(1300, 1700, '#885500'));
  const goes = place(folder, factsOf('goes', 1), await pictureOf(1300, 1700, '#005588'));
  const both = await plan([stays, goes], kept);
  await makeAll(both, kept);
  const one = await plan([stays], kept);
  await makeAll(one, kept);
  await keepOnly(one.names, kept);
  expect(filesIn(kept)).toEqual([...one.names].sort());
  const words = filesIn(kept).map((file) => readFileSync(join(kept, file)).toString('latin1'));
  expect(words.some((text) => text.includes('gallery/goes/'))).toBe(false);
  expect(words.some((text) => text.includes('gallery/stays/'))).toBe(true);
});

test('a half-written file of an hour ago is thrown away, one that is being written is not', async () => {
  const kept = fresh();
  await bytesOf('a.pdf', () => Promise.resolve(Buffer.from('whole')), kept);
  for (const name of ['a.pdf.old', 'a.pdf.new']) writeFileSync(join(kept, name), 'half');
  const before = new Date(Date.now() - 2 * 60 * 60 * 1000);
  utimesSync(join(kept, 'a.pdf.old'), before, before);
  await keepOnly(new Set(['a.pdf']), kept);
  expect(filesIn(kept)).toEqual(['a.pdf', 'a.pdf.new']);
});

test('the size of a file is that of its bytes, also when it is made for that', async () => {
  const kept = fresh();
  const make = () => Promise.resolve(Buffer.from('twelve bytes'));
  expect([await sizeOf('b.pdf', make, kept), await sizeOf('b.pdf', () => Promise.reject(new Error('made twice')), kept)]).toEqual([12, 12]);
});
