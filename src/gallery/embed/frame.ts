/** The frame that other websites put around an embed page, and what they need to know of it. */
import { localOffer } from '../../readings/local-offer.ts';
import { withBase } from '../../readings/reading.ts';
import { allTopics, titleOf } from '../../readings/topics.ts';
import { artworkAddress, pictureAddress } from '../addresses.ts';
import { artworkName } from '../artwork-name.ts';
import type { ArtworkEntry } from '../artworks.ts';
import { derivativesOf, type PictureFile } from '../derivatives.ts';
import { artworkFolder } from '../records.ts';
import { embedAddress, frameScriptAddress } from './addresses.ts';

export const siteName = `${localOffer.name}, ${localOffer.place}`;
/** The width of a frame that can choose, in pixels. */
export const frameWidth = 600;

export interface Frame {
  /** Of the embed page, whole. */
  src: string;
  /** What a screen reader calls the frame. */
  title: string;
  /** What it needs when it is `frameWidth` wide, in pixels. A frame of the whole gallery scrolls. */
  height: number;
  /** The page that it is taken from, whole. */
  page: string;
  /** A picture for where no frame can be: 800 pixels wide at most. */
  picture: PictureFile & { address: string; alt: string };
  /** The script for automatic height, whole. */
  script: string;
}

/** @returns a whole address @param site where the site stands, as `Astro.site` @param address from the root, without base */
export const wholeAddress = (address: string, site: URL | undefined) => new URL(withBase(address, import.meta.env.BASE_URL), site).href;

/**
 * @param artwork what the frame shows; undefined: the whole gallery
 * @param first the artwork whose picture stands for it
 * @param site where the site stands, as `Astro.site`
 */
export async function frameOf(artwork: ArtworkEntry | undefined, first: ArtworkEntry, site: URL | undefined): Promise<Frame> {
  const gallery = (await allTopics()).get('gallery');
  const name = artwork ? await artworkName(artwork, 'standard') : gallery && titleOf(gallery, 'standard');
  const { pictures, width, height } = await derivativesOf(artworkFolder(first.id));
  const picture = pictures.find(({ file }) => file === '800.jpg')!;
  return {
    src: wholeAddress(embedAddress(artwork), site),
    title: [name, siteName].filter(Boolean).join(' – '),
    height: artwork ? Math.round((frameWidth * height) / width) + 220 : 640,
    page: wholeAddress(artwork ? artworkAddress(artwork.id) : (gallery?.address ?? '/'), site),
    picture: { ...picture, address: wholeAddress(pictureAddress(first.id, picture.file), site), alt: first.data.alt },
    script: wholeAddress(frameScriptAddress, site),
  };
}
