/** `/progress/data.schema.json`: what stands in `data.json`, as JSON Schema. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { dataJsonSchema } from '../../progress/data.schema.ts';
import { allTopics } from '../../readings/topics.ts';
import { withBase } from '../../readings/reading.ts';

/** A council that tells of no progress has no such file. */
export const getStaticPaths = (async () =>
  (await allTopics()).has('progress') ? [{ params: { format: 'json' } }] : []) satisfies GetStaticPaths;

export const GET: APIRoute = ({ site }) => {
  const address = new URL(withBase('/progress/data.schema.json', import.meta.env.BASE_URL), site).href;
  return new Response(`${JSON.stringify(dataJsonSchema(address), undefined, 1)}\n`);
};
