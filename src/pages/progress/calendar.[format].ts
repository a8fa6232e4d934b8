/** `/progress/calendar.ics`: the days that are known in full. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { calendarOf, eventsOf } from '../../progress/calendar.ts';
import { allProgress } from '../../progress/progress.ts';
import { allUpdates } from '../../progress/updates.ts';
import { localOffer } from '../../readings/local-offer.ts';
import { wordsFor } from '../../readings/interface-words.ts';
import { withBase } from '../../readings/reading.ts';
import { allTopics } from '../../readings/topics.ts';

/** A council that tells of no progress has no such file. */
export const getStaticPaths = (async () =>
  (await allTopics()).has('progress') ? [{ params: { format: 'ics' } }] : []) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ site }) => {
  const { groups, strands } = allProgress();
  const checked = (await allTopics()).get('progress')?.facts.lastChecked ?? '1970-01-01';
  const events = eventsOf(await allUpdates(), [...groups, ...strands], checked);
  const at = (address: string) => new URL(withBase(address, import.meta.env.BASE_URL), site);
  return new Response(calendarOf(events, `${wordsFor('standard')('progressEvents')}: ${localOffer.name}`, at));
};
