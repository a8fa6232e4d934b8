/** `/progress/data.json`: plans, records, states and updates for other programs. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { getCollection } from 'astro:content';
import { progressData } from '../../progress/data.ts';
import { allProgress } from '../../progress/progress.ts';
import { allUpdates } from '../../progress/updates.ts';
import { localOffer } from '../../readings/local-offer.ts';
import { href } from '../../readings/reading.ts';
import { allTopics, summaryOf, titleOf } from '../../readings/topics.ts';
import { readToday } from '../../settings.ts';

/** A council that tells of no progress has no such file. */
export const getStaticPaths = (async () =>
  (await allTopics()).has('progress') ? [{ params: { format: 'json' } }] : []) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ site }) => {
  const both = <T>(of: (reading: 'standard' | 'easy-read') => T) => ({ standard: of('standard'), easyRead: of('easy-read') });
  const updates = (await allUpdates()).map((update) => ({
    ...{ id: update.id.replace(/^progress\//, ''), address: update.address, facts: update.facts },
    title: both((reading) => titleOf(update, reading)),
    summary: both((reading) => summaryOf(update, reading)),
  }));
  const data = progressData(allProgress(), updates, {
    ...{ name: localOffer.name, asOf: readToday() },
    at: (address, reading) => new URL(href(address, reading, import.meta.env.BASE_URL), site).href,
    sources: Object.fromEntries((await getCollection('sources')).map((entry) => [entry.id, entry.data])),
  });
  return new Response(`${JSON.stringify(data, undefined, 1)}\n`);
};
