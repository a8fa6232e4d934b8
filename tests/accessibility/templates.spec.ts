/** Checks of templates look at an example of each kind: one that the content asks for and that is not found would be tried by nobody. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentDir } from '../../src/readings/content-dir.ts';
import { kinds, type Kind } from '../journeys/example-pages.ts';
import { expect, test } from '../journeys/site.ts';

/** Whether a file of the content is there, and holds something. */
const inContent = (pattern: string, text = /(?:)/) =>
  globSync(pattern, { cwd: contentDir() }).some((file) => text.test(readFileSync(join(contentDir(), file), 'utf8')));

const asked: Partial<Record<Kind, boolean>> = {
  helpNow: true,
  section: inContent('*/*/topic.yaml'),
  topic: inContent('*/*/topic.yaml'),
  themed: inContent('*/*/topic.yaml', /^colour:/m),
  timeline: inContent('**/standard.mdx', /^<Stage /m),
  table: inContent('**/standard.mdx', /^\|[ :|-]+\|$/m),
  strand: inContent('progress/*/*/record.yaml', /^statuses:/m),
  value: inContent('gallery/*/artwork.yaml'),
  gallery: inContent('gallery/topic.yaml'),
  artwork: inContent('gallery/*/artwork.yaml'),
  words: inContent('words/topic.yaml'),
  word: inContent('words/!(topic).yaml'),
};

test('every kind of page that the content asks for has an example', () => {
  const found = new Set(kinds.map(([kind]) => kind));
  const missing = (Object.keys(asked) as Kind[]).filter((kind) => asked[kind] && !found.has(kind));
  expect(missing, 'tests/journeys/example-pages.ts finds no such page: mend how it looks for it').toEqual([]);
});
