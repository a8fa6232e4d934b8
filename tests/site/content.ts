/** What the site was built of, for checks that compare the two: `CONTENT_DIR`, or `content/`. Schemas have been checked before a build. */
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { contentDir } from '../../src/readings/content-dir.ts';
import type { TopicFacts } from '../../src/readings/topic.schema.ts';
import type { Word } from '../../src/words/word.schema.ts';

export { localOffer } from '../../src/readings/local-offer.ts';
export { dictionary } from '../../src/easy-read/pictures.ts';

const read = (file: string) => parse(readFileSync(join(contentDir(), file), 'utf8')) as unknown;
const find = (pattern: string) => globSync(pattern, { cwd: contentDir() }).sort();

/** Every topic's facts by its address in standard. */
export const topics = new Map(
  find('**/topic.yaml').map((file) => [dirname(file) === 'home' ? '/' : `/${dirname(file)}/`, read(file) as TopicFacts]),
);
/** Every hard word by its slug. */
export const words = new Map(
  find('words/*.yaml')
    .filter((file) => basename(file) !== 'topic.yaml')
    .map((file) => [basename(file, '.yaml'), read(file) as Word]),
);
export const artworks = find('gallery/*/artwork.yaml').map((file) => basename(dirname(file)));
/** The names of the sources: they are names, whatever words they are made of. */
export const sourceTitles = find('sources/*.yaml').map((file) => (read(file) as { title: string }).title);

/** Every page that the content asks for, by its address in standard. */
export const addressesOfContent = [
  ...topics.keys(),
  ...[...words.keys()].map((slug) => `/words/${slug}/`),
  ...artworks.map((slug) => `/gallery/${slug}/`),
  '/a-z/',
  '/search/',
  ...(topics.has('/reading-help/') ? [] : ['/reading-help/']),
];
