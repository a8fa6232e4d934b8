/** Puts a new artwork into the content, and says so. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Added } from './added.ts';
import { artworkFile } from './artwork-file.ts';
import { Refusal, shown } from './refusal.ts';

/** Written into a folder beside and then renamed: whole, or not at all. @returns the new folder */
export function keep({ slug, artwork, picture }: Added, dir: string): string {
  const fresh = join(dir, 'gallery', `.new-${randomUUID()}`);
  const folder = join(dir, 'gallery', slug);
  const tidy = () => rmSync(fresh, { recursive: true, force: true });
  process.once('exit', tidy);
  try {
    mkdirSync(fresh, { recursive: true });
    writeFileSync(join(fresh, 'picture.jpg'), picture.bytes);
    writeFileSync(join(fresh, 'artwork.yaml'), artworkFile(artwork));
    renameSync(fresh, folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!code) throw error;
    throw new Refusal(
      `${shown(folder)} could not be written (${code}). Look whether the disk is full and the folder yours, then try again.`,
    );
  } finally {
    tidy();
    process.off('exit', tidy);
  }
  return folder;
}

/** @returns what was made, where, and what to do next */
export function report({ slug, picture, mask }: Added, folder: string): string[] {
  const size = `${picture.width} × ${picture.height} pixels, ${Math.round(picture.bytes.length / 1024)} KB`;
  return [
    `\nAdded the artwork ${slug}.`,
    `  ${shown(join(folder, 'picture.jpg'))}  ${size}, without any metadata`,
    `  ${shown(join(folder, 'artwork.yaml'))}  its words and the consent`,
    ...mask.map(
      ([x, y, w, h]) => `Painted over: ${w} × ${h} pixels, ${x} from the left and ${y} from the top, and a small strip around it.`,
    ),
    `\nLook at the picture now: ${folder}/picture.jpg. ${mask.length > 0 ? 'Is all of the name gone?' : 'Does it show a name, a school or a face?'}`,
    'Next: "npm run check", then "npm run dev", and look at the page.',
    'The scan itself stays where it is. Never put it into the project: keep it with the signed form, or delete it.',
  ];
}
