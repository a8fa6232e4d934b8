/** The names that search knows, in one reading: fetched when a person begins to search. */
import type { APIRoute } from 'astro';
import { readingParam, readings, type Reading } from '../../../readings/reading.ts';
import { allTopics, titleOf } from '../../../readings/topics.ts';
import { namesFor } from '../../../search/names.ts';
import { allWords } from '../../../words/words.ts';

export const getStaticPaths = () => readings.map((reading) => ({ params: { reading: readingParam(reading) }, props: { reading } }));

export const GET: APIRoute<{ reading: Reading }> = async ({ props: { reading } }) => {
  const topics = [...(await allTopics()).values()].map((topic) => [titleOf(topic, reading), ...topic.facts.otherNames]);
  return Response.json(namesFor(await allWords(), topics.flat(), reading));
};
