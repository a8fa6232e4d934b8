/** An artwork in the words of schema.org, for search engines. It names no person: a child's name is never known here. Pure. */
import { mayEmbed, mayReuse } from './consent.ts';
import type { Artwork } from './artwork.schema.ts';

interface About {
  artwork: Artwork;
  name: string;
  /** What is seen, in the words of the reading. */
  alt: string;
  credit: string;
  value: string | undefined;
  /** Absolute addresses. */
  page: string;
  gallery: string;
  /** The picture that a search engine may show, with its size in pixels. */
  picture: { address: string; width: number; height: number };
}

/**
 * @returns the data of a `VisualArtwork` (https://schema.org/VisualArtwork) as JSON that can stand in a page. The picture is left out
 * where the consent does not allow other sites to show it: a search engine is one.
 */
export function visualArtwork({ artwork, name, alt, credit, value, page, gallery, picture }: About): string {
  const { address, width, height } = picture;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'VisualArtwork',
    '@id': page,
    name,
    url: page,
    description: alt,
    inLanguage: 'en-GB',
    creditText: credit,
    artMedium: artwork.material,
    dateCreated: artwork.made === undefined ? undefined : String(artwork.made),
    about: value,
    license: mayReuse(artwork) ? artwork.licence : undefined,
    image: mayEmbed(artwork) ? { '@type': 'ImageObject', contentUrl: address, width, height, creditText: credit } : undefined,
    isPartOf: { '@type': 'CollectionPage', url: gallery },
  };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
