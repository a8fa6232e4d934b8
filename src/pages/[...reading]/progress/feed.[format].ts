/** The updates of one reading as a feed: `feed.atom`, `feed.rss` and `feed.json`. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { feedOf, mostInFeed } from '../../../progress/feed.ts';
import { wordsOfUpdates } from '../../../progress/rendered-updates.ts';
import { allUpdates } from '../../../progress/updates.ts';
import { readingParam, readings, type Reading } from '../../../readings/reading.ts';
import { allTopics } from '../../../readings/topics.ts';

const formats = ['atom', 'rss', 'json'] as const;
type Format = (typeof formats)[number];

export const getStaticPaths = (async () => {
  if (!(await allTopics()).has('progress')) return [];
  return readings.flatMap((reading) =>
    formats.map((format) => ({ params: { reading: readingParam(reading), format }, props: { reading, format } })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ reading: Reading; format: Format }> = async ({ props: { reading, format }, site }) => {
  const updates = (await allUpdates()).slice(0, mostInFeed);
  const feed = feedOf(updates, await wordsOfUpdates(updates, reading), { reading, site: site!, base: import.meta.env.BASE_URL });
  return new Response(format === 'atom' ? feed.atom1() : format === 'rss' ? feed.rss2() : feed.json1());
};
