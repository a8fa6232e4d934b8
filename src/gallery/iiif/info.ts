/** The description of an image with its tiles. Pure. */
import { imageService } from '../addresses.ts';
import { manifestAddress } from './addresses.ts';
import type { ArtworkFacts, SiteFacts } from './facts.ts';
import { inEnglish } from './language.ts';

/**
 * @returns `info.json` of IIIF Image 3 at level 0 (https://iiif.io/api/image/3.0/#5-image-information): files alone, so viewers may ask
 * for just these tiles and sizes
 */
export const infoOf = ({ id, title, rights, width, height, tiles }: ArtworkFacts, { at }: SiteFacts) => ({
  '@context': 'http://iiif.io/api/image/3/context.json',
  id: at(imageService(id)),
  type: 'ImageService3',
  protocol: 'http://iiif.io/api/image',
  profile: 'level0',
  width,
  height,
  maxWidth: tiles.maxWidth,
  maxHeight: tiles.maxHeight,
  sizes: tiles.sizes,
  tiles: [{ width: tiles.tileSize, height: tiles.tileSize, scaleFactors: tiles.scaleFactors }],
  rights,
  partOf: [{ id: at(manifestAddress(id)), type: 'Manifest', label: inEnglish(title) }],
});
