/** The dated updates: topics below `content/progress/updates/`, newest first. */
import { allTopics, type Topic } from '../readings/topics.ts';
import type { UpdateFacts } from '../readings/topic.schema.ts';
import { byDate } from './part-dates.ts';

export type Update = Topic & { facts: UpdateFacts };

/** The part of a topic's id that all updates share. */
export const updatesFolder = 'progress/updates';

export const isUpdate = (topic: Topic): topic is Update => topic.id.startsWith(`${updatesFolder}/`) && topic.facts.on !== undefined;

/** Every update, the newest first. */
export async function allUpdates(): Promise<Update[]> {
  return [...(await allTopics()).values()].filter(isUpdate).sort((a, b) => byDate(b.facts.on, a.facts.on) || (a.id < b.id ? -1 : 1));
}

/** Whether an update is about a strand: it names it, or the whole plan that it belongs to. @param strand as `phase-one/local-offer`, or a plan */
export const isAbout = ({ facts }: Pick<Update, 'facts'>, strand: string): boolean =>
  facts.strands.some((named) => named === strand || strand.startsWith(`${named}/`) || named.startsWith(`${strand}/`));

/** The years that updates are dated in, the newest first. */
export const yearsOf = (updates: readonly Pick<Update, 'facts'>[]): string[] =>
  [...new Set(updates.map(({ facts }) => facts.on.slice(0, 4)))].sort().reverse();

/** The updates of a year. @param year as `2021` */
export const ofYear = <T extends Pick<Update, 'facts'>>(updates: readonly T[], year: string): T[] =>
  updates.filter(({ facts }) => facts.on.startsWith(year));
