/** The answer for programs that turn an address into a frame, as WordPress and Moodle do: oEmbed 1.0, oembed.com, as static files. */
import type { ArtworkEntry } from '../artworks.ts';
import { bareFrame } from './codes.ts';
import { embeddedArtworks } from './embedded.ts';
import { frameOf, frameWidth, siteName, wholeAddress } from './frame.ts';

/** How long a program should keep the answer, in seconds: a day, so that an artwork that is taken down is soon asked for no more. */
const cacheAge = 86_400;

/**
 * @param artwork the artwork; undefined: the whole gallery
 * @param site where the site stands, as `Astro.site`
 * @returns the answer; undefined when no artwork may be shown elsewhere
 */
export async function oembedOf(artwork: ArtworkEntry | undefined, site: URL | undefined) {
  const first = artwork ?? (await embeddedArtworks())[0];
  if (!first) return undefined;
  const frame = await frameOf(artwork, first, site);
  return {
    version: '1.0',
    type: 'rich',
    title: frame.title,
    provider_name: siteName,
    provider_url: wholeAddress('/', site),
    cache_age: cacheAge,
    width: frameWidth,
    height: frame.height,
    html: bareFrame(frame, frameWidth),
    thumbnail_url: frame.picture.address,
    thumbnail_width: frame.picture.width,
    thumbnail_height: frame.picture.height,
  };
}
