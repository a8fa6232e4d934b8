/** A new site and the pages that the service fills in take the place of the old ones together, or not at all. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { buildSite } from '../../src/server/build.ts';
import { putInPlace } from '../../src/server/put-in-place.ts';

const temporary = mkdtempSync(join(tmpdir(), 'build-'));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

let count = 0;
/** A folder of folders, each with its own name in a file. */
function folders(...names: string[]): string {
  const folder = join(temporary, String((count += 1)));
  for (const name of names) {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, 'a.html'), name);
  }
  return folder;
}
const inside = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name, 'a.html'), 'utf8')]));
/** A build that writes what it should. */
const writes =
  (templates = true) =>
  async (folder: string) => {
    for (const one of templates ? [folder, `${folder}.service`] : [folder]) {
      mkdirSync(one);
      writeFileSync(join(one, 'a.html'), 'new');
    }
    return 'built' as const;
  };

test('a build that is whole replaces both folders and leaves nothing else', async () => {
  const folder = folders('dist', 'dist.service');
  expect(await buildSite(join(folder, 'dist'), { run: writes() })).toBe('built');
  expect(inside(folder)).toEqual({ dist: 'new', 'dist.service': 'new' });
});

test('the first build has nothing to replace, and is compared with nothing', async () => {
  const folder = folders('other');
  const check = () => 'No.';
  expect(await buildSite(join(folder, 'dist'), { run: writes(), check })).toBe('built');
  expect(inside(folder)).toMatchObject({ dist: 'new', 'dist.service': 'new' });
});

test('a site without a form leaves no old form behind', async () => {
  const folder = folders('dist', 'dist.service');
  await buildSite(join(folder, 'dist'), { run: writes(false) });
  expect(inside(folder)).toEqual({ dist: 'new' });
});

test('a build that fails, even half done, leaves both as they were', async () => {
  const folder = folders('dist', 'dist.service');
  const run = async (next: string) => {
    await writes()(next);
    return 'failed' as const;
  };
  expect(await buildSite(join(folder, 'dist'), { run })).toBe('failed');
  expect(inside(folder)).toEqual({ dist: 'dist', 'dist.service': 'dist.service' });
});

test('a refused site is not put in place: the check sees both, and its sentence comes back', async () => {
  const folder = folders('dist', 'dist.service');
  const check = (old: string, next: string) =>
    `${readFileSync(join(old, 'a.html'), 'utf8')} is not ${readFileSync(join(next, 'a.html'), 'utf8')}.`;
  expect(await buildSite(join(folder, 'dist'), { run: writes(), check })).toEqual({ refused: 'dist is not new.' });
  expect(inside(folder)).toEqual({ dist: 'dist', 'dist.service': 'dist.service' });
});

test('what is left of a build that was killed does not get into the next one', async () => {
  const folder = folders('dist', 'dist.next', 'dist.next.service', 'dist.old', 'dist.service.old');
  await buildSite(join(folder, 'dist'), { run: writes() });
  expect(inside(folder)).toEqual({ dist: 'new', 'dist.service': 'new' });
});

test('when the second folder cannot be moved, the first one goes back', async () => {
  const folder = folders('a', 'a.new', 'b.new');
  const move = putInPlace([
    [join(folder, 'a.new'), join(folder, 'a')],
    [join(folder, 'b.new'), join(folder, 'missing', 'b')],
  ]);
  await expect(move).rejects.toThrow(/ENOENT/);
  expect(inside(folder)).toEqual({ a: 'a', 'a.new': 'a.new', 'b.new': 'b.new' });
  expect(existsSync(join(folder, 'a.old'))).toBe(false);
});
