/** All words of the real content, and of the made-up council's, hold to every rule; what may stay all the same has a written reason. */
import { relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sayProblem } from '../../src/content-check/check.ts';
import { readLibrary } from '../../src/content-check/library.ts';
import { checkWriting } from '../../src/content-check/writers-check.ts';
import { councilContent, project } from '../council/council.ts';
import { ourContent } from './our-area.ts';

describe.each([ourContent, councilContent].map((folder) => ({ name: relative(project, folder), folder })))('$name', ({ folder }) => {
  test('holds to every rule of the writer’s check', async () => {
    const { problems, cannotRead } = await checkWriting(folder);
    expect([...cannotRead, ...problems].map((problem) => sayProblem(problem, folder))).toEqual([]);
  });

  test('has a reason of its own for each exception', () => {
    const reasons = readLibrary(folder).exceptions.map(({ reason }) => reason);
    expect(reasons.filter((reason) => reason.split(' ').length < 4)).toEqual([]);
  });
});

test('the check has read every reading of every page', async () => {
  const { topics, pages } = await checkWriting(ourContent).then(({ library }) => library);
  expect(pages.map(({ file }) => file).sort()).toEqual([...topics.keys()].flatMap((id) => [`${id}/easy-read.mdx`, `${id}/standard.mdx`]).sort());
});
