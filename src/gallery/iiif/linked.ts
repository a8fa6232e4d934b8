/** The properties with which IIIF resources lead elsewhere: pages, files, who shows them, smaller pictures. Pure. */
import { imageService } from '../addresses.ts';
import { inReading } from '../../readings/reading.ts';
import type { ArtworkFacts, FileFacts, SiteFacts } from './facts.ts';
import { labels } from './labels.ts';
import { english, inEnglish } from './language.ts';

const page = (id: string, label: string) => ({ id, type: 'Text', label: inEnglish(label), format: 'text/html', language: [english] });

/** The page of a thing in both readings. @param address of its standard reading, from the root, without base */
export const homepages = (address: string, title: string, { at }: SiteFacts) => [
  page(at(address), title),
  page(at(inReading(address, 'easy-read')), labels.easyPage.replace('{title}', title)),
];

/** Who shows it. */
export const providers = ({ name, at }: SiteFacts) => [
  { id: at('/'), type: 'Agent', label: inEnglish(name), homepage: [page(at('/'), name)] },
];

/** @returns the property `rendering`; left out when there is nothing, since IIIF knows no empty lists there */
export function renderings({ prints, audio }: { prints: readonly FileFacts[]; audio?: ArtworkFacts['audio'] }, { at }: SiteFacts) {
  const files = prints.map(({ address, type, format, label }) => ({ id: at(address), type, label: inEnglish(label), format }));
  const sounds = audio
    ? [{ id: at(audio.address), type: 'Sound', label: inEnglish(labels.audio), format: 'audio/mpeg', duration: audio.seconds }]
    : [];
  return files.length + sounds.length > 0 ? { rendering: [...sounds, ...files] } : {};
}

/** The image service, as a manifest names it. */
const serviceOf = (id: string, { at }: SiteFacts) => [{ id: at(imageService(id)), type: 'ImageService3', profile: 'level0' }];

/** A file of the image service in one of the sizes that it has. */
const imageOf = (id: string, name: string, { width, height }: { width: number; height: number }, site: SiteFacts) => ({
  id: site.at(`${imageService(id)}/full/${name}/0/default.jpg`),
  type: 'Image',
  format: 'image/jpeg',
  width,
  height,
  service: serviceOf(id, site),
});

/** The largest picture of an artwork that is one file, in its real size. */
export const largest = ({ id, tiles }: ArtworkFacts, site: SiteFacts) =>
  imageOf(id, 'max', { width: tiles.maxWidth, height: tiles.maxHeight }, site);

/** No side of a thumbnail is larger, in pixels: sharp on a dense screen, and a few tens of kilobytes. */
const thumbnailSide = 512;

/** Without a thumbnail of its own each viewer would guess an address, and ask for files that are not there. */
export function thumbnails({ id, tiles }: ArtworkFacts, site: SiteFacts) {
  const size = tiles.sizes.findLast(({ width, height }) => Math.max(width, height) <= thumbnailSide) ?? tiles.sizes[0]!;
  return [imageOf(id, `${size.width},${size.height}`, size, site)];
}
