/** `withdraw ARTWORK`: takes an artwork out of the content and out of everything that is kept between builds. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nearest } from '../../easy-read/nearest.ts';
import { cacheFolder, markOf } from '../derivatives.ts';
import { refuse } from './refusal.ts';
import { Terminal } from './terminal.ts';

/** @param dir the content folder @returns the names of all artworks in it, also of those that are not shown */
export function artworkNames(dir: string): string[] {
  const root = join(dir, 'gallery');
  return existsSync(root) ? readdirSync(root).filter((name) => existsSync(join(root, name, 'artwork.yaml'))) : [];
}

/**
 * @param name of the artwork: its folder
 * @param sure false asks the person to type the name again
 * @param forgetPaper takes away the pages that are kept for printing
 * @throws Refusal when there is none of the name, or when the person is not sure
 */
export async function withdraw(
  name: string,
  sure: boolean,
  dir: string,
  forgetPaper: () => void,
  say: (line: string) => void,
): Promise<void> {
  const names = artworkNames(dir);
  if (!names.includes(name))
    refuse(`There is no artwork "${name}". ${names.length > 0 ? `Near it: ${nearest(name, names).join(', ')}.` : 'The gallery is empty.'}`);
  if (!sure) await askAgain(name);
  forgetPictures(name, names, dir);
  rmSync('.cache/gallery-print', { recursive: true, force: true });
  // What Astro remembers of the content holds the words and the consent record.
  rmSync('.cache/astro', { recursive: true, force: true });
  forgetPaper();
  rmSync(join(dir, 'gallery', name), { recursive: true, force: true });
  for (const line of farewell(name)) say(line);
}

async function askAgain(name: string): Promise<void> {
  const terminal = new Terminal();
  try {
    terminal.say(`This deletes the artwork ${name}: its picture, its words and its consent record. Type its name again to go on.`);
    if ((await terminal.line()) !== name) refuse('That is another name. Nothing was deleted.');
  } finally {
    terminal.close();
  }
}

/** Keeps what was made of the other artworks and deletes all else: what was made of this one with older settings has another name. */
function forgetPictures(name: string, names: readonly string[], dir: string): void {
  const markOfArtwork = (one: string): string[] => {
    const picture = join(dir, 'gallery', one, 'picture.jpg');
    return existsSync(picture) ? [markOf(readFileSync(picture))] : [];
  };
  const kept = new Set(names.filter((one) => one !== name).flatMap(markOfArtwork));
  const gone = new Set(markOfArtwork(name).filter((mark) => !kept.has(mark)));
  const own = cacheFolder();
  const all = dirname(own);
  for (const content of existsSync(all) ? readdirSync(all) : [])
    for (const mark of readdirSync(join(all, content)))
      if (join(all, content) === own ? !kept.has(mark) : gone.has(mark)) rmSync(join(all, content, mark), { recursive: true, force: true });
}

const farewell = (name: string): string[] => [
  `The artwork ${name} is out of the content, and what was made of it here is deleted.`,
  '',
  'What you do now:',
  '  1. Run "npm run check": it names pages that still lead to it.',
  '  2. Build and publish the site ("npm run build"). Until then visitors see it. With the new site it is gone from pages, tiles,',
  '     files to print, search and lists for other sites; a display that runs the screen loses it when it is next online.',
  '     Make the pages for paper again with "npm run paper" when you offer them.',
  '  3. Delete the scan, and note the withdrawal on the signed form.',
  '',
  'What this cannot do:',
  '  - The history of the project in git still holds the picture. A programmer takes it out there with "git filter-repo",',
  '    and everybody who has a copy of the project gets a new one.',
  '  - Copies that other people or sites have made stay with them: ask them. Libraries that embed the gallery show the new one by themselves.',
  '  - Search engines keep pictures for a while. Ask each to remove the address /gallery/' + name + '/.',
];
