/** The content check as a command: what it says last, and that it leaves the slow work to the build. */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
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
  const pixels = {
    create: { width: 1250, height: 1250, channels: 3, background: '#fff', noise: { type: 'gaussian', mean: 128, sigma: 30 } },
  } as const;
  content.write('gallery/a-long-bench/picture.jpg', await sharp(pixels).jpeg().toBuffer());
  const before = globSync('.cache/gallery/*/*', { cwd: project });
  expect(await checkContent(content.folder)).toEqual([]);
  expect(globSync('.cache/gallery/*/*', { cwd: project })).toEqual(before);
});
