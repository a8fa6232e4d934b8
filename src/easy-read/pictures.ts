/** The picture dictionary, read once: a concept to the address and the proportions of its file. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { parse } from 'yaml';
import { contentDir } from '../readings/content-dir.ts';
import { nearest } from './nearest.ts';
import { publishedPicture, sizeWithin } from './picture-file.ts';
import { picturesSchema } from './pictures.schema.ts';

const folder = join(contentDir(), 'pictures');
export const dictionary = picturesSchema.parse(parse(readFileSync(join(folder, 'pictures.yaml'), 'utf8')));

const files = new Map(
  await Promise.all(
    Object.entries(dictionary.pictures).map(async ([concept, { file }]) => {
      const published = await publishedPicture(readFileSync(join(folder, file)), file);
      const mark = createHash('sha256').update(published.bytes).digest('hex').slice(0, 8);
      return [concept, { ...published, name: `${concept}.${mark}${extname(file)}` }] as const;
    }),
  ),
);

/** The files to publish, each under a name that changes with its bytes. */
export const pictureFiles = () => [...files.values()];

/** @throws Error when there is no such concept; the content check says so before a build gets here */
function fileOf(concept: string) {
  const file = files.get(concept);
  if (file) return file;
  const near = nearest(concept, [...files.keys()]).join(', ');
  throw new Error(`There is no picture "${concept}" in content/pictures/pictures.yaml. Near it: ${near}.`);
}

/**
 * @param concept a name of the dictionary
 * @returns the address of its picture from the root, without base
 */
export const pictureAddress = (concept: string): string => `/pictures/${fileOf(concept).name}`;

/**
 * @param concept a name of the dictionary
 * @param square the side of the square that it stands in, in CSS pixels
 * @returns its own width and height there
 */
export const pictureSize = (concept: string, square: number) => sizeWithin(square, fileOf(concept));
