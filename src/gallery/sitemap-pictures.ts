/** The pictures of artworks in the sitemap, for search engines (https://www.sitemaps.org with Google's image extension). */
import { artworkAddress, pictureAddress } from './addresses.ts';
import { mayEmbed } from './consent.ts';
import { shownRecords } from './records.ts';
import { placeOf, withBase } from '../readings/reading.ts';

/**
 * @param base where the site stands on its host, with slashes at both ends
 * @returns what adds its picture to the entry of an artwork's page, in either reading, where the consent allows others to show it
 */
export function withArtworkPicture(base: string) {
  const pictures = new Map(
    shownRecords()
      .shown.filter(({ data }) => mayEmbed(data))
      .map(({ id }) => [artworkAddress(id), pictureAddress(id, '1800.jpg')]),
  );
  return <Item extends { url: string }>(item: Item): Item & { img?: { url: string }[] } => {
    const picture = pictures.get(placeOf(new URL(item.url).pathname, base).address);
    return picture ? { ...item, img: [{ url: new URL(withBase(picture, base), item.url).href }] } : item;
  };
}
