/** Names every collection; what each holds is said by the schema of its room. */
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { artworkSchema } from './gallery/artwork.schema.ts';
import { contentDir } from './readings/content-dir.ts';
import { easyReadSchema, sourceSchema, standardSchema, topicSchema, updateSchema } from './readings/topic.schema.ts';
import { wordSchema } from './words/word.schema.ts';

const base = contentDir();
const folder = ({ entry }: { entry: string }) => entry.replace(/\/[^/]+$/, '');
const file = ({ entry }: { entry: string }) => entry.replace(/^.*\/|\.yaml$/g, '');

/** A topic is its folder, so its facts and its two readings share one id. */
const inTopics = (pattern: string) => glob({ base, pattern, generateId: folder });

export const collections = {
  topics: defineCollection({ loader: inTopics('**/topic.yaml'), schema: updateSchema.or(topicSchema) }),
  standard: defineCollection({ loader: inTopics('**/standard.mdx'), schema: standardSchema }),
  easyRead: defineCollection({ loader: inTopics('**/easy-read.mdx'), schema: easyReadSchema }),
  words: defineCollection({ loader: glob({ base, pattern: ['words/*.yaml', '!words/topic.yaml'], generateId: file }), schema: wordSchema }),
  artworks: defineCollection({
    loader: glob({ base, pattern: 'gallery/*/artwork.yaml', generateId: ({ entry }) => entry.split('/')[1]! }),
    schema: artworkSchema,
  }),
  sources: defineCollection({ loader: glob({ base, pattern: 'sources/*.yaml', generateId: file }), schema: sourceSchema }),
};
