/** The picture dictionary and the cut shapes: every file is there, one idea has one picture, and none holds a script. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishedPicture } from '../easy-read/picture-file.ts';
import { picturesInCode, statusPictures, recordPictures } from '../easy-read/pictures-in-code.ts';
import type { Library } from './library.ts';

const list = 'pictures/pictures.yaml';
/** Scripts in any spelling, other files, and what drawing programs write about their owners. */
export const notOnlyAPicture =
  /<[\w-]*:|<(?:script|style|a|animate\w*|set|image|foreignObject|metadata|iframe)\b|\son\w+\s*=|&#|<!|@import|url\((?!["']?#)|(?:href|src)\s*=\s*["'](?!#)/i;
/** A picture that is longer than this stands as a thin strip beside its words. */
const mostProportion = 2;
const moreThanAShape = /<(?!\/?(?:svg|path)\b)|\son\w+=|style=|href|<script/i;

export async function checkPictures(library: Library) {
  const { dir, pictures, records, find, report, lineOf } = library;
  const ideaOf = new Map<string, string>();
  for (const [concept, { file, set, original = file }] of Object.entries(pictures?.pictures ?? {})) {
    const path = join(dir, 'pictures', file);
    if (!existsSync(path))
      report(
        list,
        `names the file "${file}" for "${concept}", which is not in content/pictures/. Put it there, or mend the name.`,
        lineOf(list, 'pictures', concept, 'file'),
      );
    else {
      const problem = await whyNotShown(path);
      if (problem) report(list, `names the file "${file}" for "${concept}", which ${problem}`, lineOf(list, 'pictures', concept, 'file'));
    }
    if (!(set in pictures!.sets))
      report(
        list,
        `says that "${concept}" is of the set "${set}", which is not listed under "sets". Add the set with its licence.`,
        lineOf(list, 'pictures', concept, 'set'),
      );
    const other = ideaOf.get(original);
    if (other && set !== 'ours')
      report(
        list,
        `uses one picture for two ideas, "${other}" and "${concept}". Choose another picture for one of them.`,
        lineOf(list, 'pictures', concept),
      );
    ideaOf.set(original, concept);
  }
  const hasStatus = records.size > 0;
  for (const concept of [
    ...Object.values(picturesInCode),
    ...(hasStatus ? [...Object.values(statusPictures), ...Object.values(recordPictures)] : []),
  ])
    if (pictures && !(concept in pictures.pictures))
      report(list, `has no picture "${concept}", which pages of the site itself show. Add a picture under that name.`);
  for (const file of find('pictures/*.svg'))
    if (notOnlyAPicture.test(readFileSync(join(dir, file), 'utf8')))
      report(
        file,
        'holds more than a picture: a script, a link, or notes of the drawing program. Save it as "plain" or "optimised" SVG, or choose another.',
      );
  for (const file of find('shapes/*.svg')) {
    const svg = readFileSync(join(dir, file), 'utf8').replace(/<\?xml[^>]*>/, '');
    if (moreThanAShape.test(svg) || !/viewBox="/.test(svg))
      report(file, 'holds more than a cut shape. Keep one <svg viewBox="…"> with <path d="…"/> in it, and nothing else.');
  }
}

/** Why a picture cannot stand in an Idea; undefined when it can. */
async function whyNotShown(path: string): Promise<string | undefined> {
  try {
    const { width, height } = await publishedPicture(readFileSync(path), path);
    const shape = width > height ? 'wide' : 'tall';
    return Math.max(width / height, height / width) > mostProportion
      ? `is too ${shape} to stand beside words. Cut it so that it is nearly square.`
      : undefined;
  } catch {
    return 'cannot be read as a picture. Save it again as SVG, PNG, JPEG or WebP.';
  }
}
