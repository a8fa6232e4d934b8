/** All topics with their two readings, read and paired once. */
import { getCollection, type CollectionEntry } from 'astro:content';
import type { TopicFacts } from './topic.schema.ts';
import type { Reading } from './reading.ts';

export interface Topic {
  /** Its folder in `content/`, as `pledge/listen`. */
  id: string;
  /** Its address from the root in the standard reading. */
  address: string;
  facts: TopicFacts;
  standard: CollectionEntry<'standard'>;
  easyRead: CollectionEntry<'easyRead'>;
}

export const addressOf = (id: string) => (id === 'home' ? '/' : `/${id}/`);

let paired: Promise<Map<string, Topic>> | undefined;

/** Every topic by its id, in the order that its facts give. The content check has made sure that no reading is missing. */
export function allTopics(): Promise<Map<string, Topic>> {
  if (import.meta.env.DEV) return pair();
  return (paired ??= pair());
}

async function pair(): Promise<Map<string, Topic>> {
  const [facts, standard, easyRead] = await Promise.all([getCollection('topics'), getCollection('standard'), getCollection('easyRead')]);
  const standardById = new Map(standard.map((entry) => [entry.id, entry]));
  const easyReadById = new Map(easyRead.map((entry) => [entry.id, entry]));
  const topics = facts
    .map((entry) => ({
      id: entry.id,
      address: addressOf(entry.id),
      facts: entry.data as TopicFacts,
      standard: standardById.get(entry.id),
      easyRead: easyReadById.get(entry.id),
    }))
    .filter((topic): topic is Topic => Boolean(topic.standard && topic.easyRead))
    .sort((a, b) => a.facts.order - b.facts.order || a.id.localeCompare(b.id));
  return new Map(topics.map((topic) => [topic.id, topic]));
}

export const titleOf = (topic: Topic, reading: Reading) =>
  reading === 'easy-read' ? (topic.easyRead.data.title ?? topic.facts.title) : topic.facts.title;
export const summaryOf = (topic: Topic, reading: Reading) =>
  reading === 'easy-read' ? topic.easyRead.data.summary : topic.standard.data.summary;

/** The topics that a list names, in its order; one that does not exist is left out, and the content check has said so. */
export const topicsNamed = (topics: Map<string, Topic>, ids: readonly string[]) =>
  ids.map((id) => topics.get(id)).filter((topic) => topic !== undefined);

/** The topics one step below one, in order. */
export const childrenOf = (topics: Map<string, Topic>, id: string) =>
  [...topics.values()].filter((topic) => topic.id.startsWith(`${id}/`) && !topic.id.slice(id.length + 1).includes('/'));

/** Pages below the pledge that are no values: the form, and who has signed. */
const notValues = ['pledge/sign', 'pledge/signed'];

/** The values of the pledge, in order. */
export const valuesOf = (topics: Map<string, Topic>) => childrenOf(topics, 'pledge').filter(({ id }) => !notValues.includes(id));

/** The topics above one, from its section down; neither itself nor home. */
export function pathTo(topics: Map<string, Topic>, id: string): Topic[] {
  const parts = id.split('/').slice(0, -1);
  return parts.map((_, index) => topics.get(parts.slice(0, index + 1).join('/'))).filter((topic) => topic !== undefined);
}

/** The nearest colour above a topic: its own, or that of the section it stands in. */
export const hueOf = (topics: Map<string, Topic>, topic: Topic) =>
  topic.facts.colour ?? pathTo(topics, topic.id).findLast((above) => above.facts.colour !== undefined)?.facts.colour;

export const shapeOf = (topics: Map<string, Topic>, topic: Topic) =>
  topic.facts.shape ?? pathTo(topics, topic.id).findLast((above) => above.facts.shape)?.facts.shape;
