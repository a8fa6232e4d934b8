/** The picture dictionary, read once: a concept to the address of its file. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { parse } from 'yaml';
import { contentDir } from '../readings/content-dir.ts';
import { picturesSchema } from './pictures.schema.ts';

const folder = join(contentDir(), 'pictures');
export const dictionary = picturesSchema.parse(parse(readFileSync(join(folder, 'pictures.yaml'), 'utf8')));

const files = new Map(
  Object.entries(dictionary.pictures).map(([concept, { file }]) => {
    const bytes = readFileSync(join(folder, file));
    const mark = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
    return [concept, { name: `${concept}.${mark}${extname(file)}`, bytes }];
  }),
);

/** The files to publish, each under a name that changes with its bytes. */
export const pictureFiles = () => [...files.values()];

/**
 * @param concept a name of the dictionary
 * @returns the address of its picture from the root, without base
 * @throws Error when there is no such concept; the content check says so before a build gets here
 */
export function pictureAddress(concept: string): string {
  const file = files.get(concept);
  if (!file) throw new Error(`There is no picture "${concept}" in content/pictures/pictures.yaml.`);
  return `/pictures/${file.name}`;
}
