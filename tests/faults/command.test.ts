/** The content check as a command: what it says last, and that it leaves the slow work to the build. */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import sharp from 'sharp';
import { checkContent } from '../../src/content-check/check.ts';
import { ContentCopy, project } from '../council/council.ts';

/** The last line of the command, run on a content folder. */
const lastLine = (folder: string) => {
  const { stdout } = spawnSync(process.execPath, [join(project, 'src/content.check.ts')], {
    cwd: project,
    env: { ...process.env, CONTENT_DIR: folder },
    encoding: 'utf8',
  });
  return stdout.trim().split('\n').at(-1);
};

test('one thing to mend is one thing, and two are things', () => {
  using content = new ContentCopy();
  expect(lastLine(content.folder)).toBe('The content holds to every rule.');
  content.change('our-plan/topic.yaml', 'picture: plan', 'picture: plann');
  expect(lastLine(content.folder)).toBe('1 thing to mend in the content.');
  content.change('about/topic.yaml', 'picture: town', 'picture: toun');
  expect(lastLine(content.folder)).toBe('2 things to mend in the content.');
}, 30_000);

test('a new artwork is read, and its files are left to the build', async () => {
  using content = new ContentCopy();
  const pixels = { raw: { width: 100, height: 100, channels: 3 } } as const;
  content.change('gallery/a-long-bench/artwork.yaml', 'picture: picture.svg', 'picture: picture.png');
  content.write('gallery/a-long-bench/picture.png', await sharp(randomBytes(30_000), pixels).png().toBuffer());
  using log = vi.spyOn(console, 'log');
  expect(await checkContent(content.folder)).toEqual([]);
  expect(log).not.toHaveBeenCalledWith(expect.stringMatching(/Preparing the artwork/));
});
