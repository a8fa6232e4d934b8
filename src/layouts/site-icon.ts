/** The icon of this Local Offer, from its own content. */
import { localOffer } from '../readings/local-offer.ts';
import { allTopics } from '../readings/topics.ts';
import { iconSvg } from './icon.ts';

export async function siteIcon(paper?: string): Promise<string> {
  const topics = await allTopics();
  const hues = localOffer.menu.map((id) => topics.get(id)?.facts.colour).filter((hue) => hue !== undefined);
  return iconSvg(topics.get('home')?.facts.shape, hues, paper);
}
