/** The picture that stands beside a link to a topic when people share it. */
import type { APIRoute } from 'astro';
import { localOffer } from '../../readings/local-offer.ts';
import { shapeMarkup } from '../../readings/shapes.ts';
import { allTopics, hueOf, shapeOf, type Topic } from '../../readings/topics.ts';
import { socialPicture } from '../../layouts/social-picture.ts';

export async function getStaticPaths() {
  const topics = await allTopics();
  return [...topics.values()].map((topic) => ({
    params: { topic: topic.id },
    props: { topic, hue: hueOf(topics, topic), shape: shapeOf(topics, topic) },
  }));
}

export const GET: APIRoute = async ({ props }) => {
  const { topic, hue, shape } = props as { topic: Topic; hue: number | undefined; shape: string | undefined };
  const png = await socialPicture({
    title: topic.facts.title,
    site: `${localOffer.name}, ${localOffer.place}`,
    hue,
    shape: shape ? shapeMarkup(shape) : undefined,
  });
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};
