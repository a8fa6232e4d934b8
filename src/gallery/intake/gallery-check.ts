/** `check`: whether each artwork of the content may be shown, holds what it should, and nothing else. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isName } from '../../readings/names.ts';
import { placedProblems } from '../../readings/plain-problems.ts';
import { readYamlSource } from '../../readings/yaml-source.ts';
import { artworkSchema, type Artwork } from '../artwork.schema.ts';
import { isOver } from '../consent.ts';
import { masterProblems } from './master-check.ts';
import { reservedNames } from './record.schema.ts';
import { refuse } from './refusal.ts';

export interface GalleryFinding {
  /** From the content folder, as `gallery/listen/picture.jpg`. */
  file: string;
  line?: number;
  /** A sentence without its subject. */
  problem: string;
  /** Only to be known: it can be shown as it is. */
  soon?: true;
}

/** How many days before the end of a consent it is told of. */
const soonDays = 60;
const dayAfter = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** What stands beside the artworks, and is none. */
const besides = /^(topic\.yaml|standard\.mdx|easy-read\.mdx)$/;

/**
 * @param dir the content folder
 * @param today as 2026-11-24
 * @returns what is found, folder by folder, and how many artworks there are
 * @throws Refusal when there is no gallery
 */
export async function checkGallery(dir: string, today: string): Promise<{ findings: GalleryFinding[]; artworks: number }> {
  const root = join(dir, 'gallery');
  if (!existsSync(root)) refuse(`There is no folder ${root}. Run this command in the project's own folder, or set CONTENT_DIR.`);
  const findings: GalleryFinding[] = [];
  let artworks = 0;
  for (const name of readdirSync(root).sort()) {
    const say = (problem: string) => findings.push({ file: `gallery/${name}`, problem });
    if (!statSync(join(root, name)).isDirectory()) {
      if (!besides.test(name))
        say('does not belong here. An artwork is a folder that "npm run gallery -- add" makes. Delete this file; keep scans elsewhere.');
    } else if (name.startsWith('.new-')) say('was left by an "add" that was cut off. Delete the folder, and add the scan again.');
    else if (existsSync(join(root, name, 'artwork.yaml'))) {
      artworks += 1;
      if (!isName(name) || reservedNames.includes(name))
        say('has a name that cannot be an address. Use small letters, figures and hyphens.');
      findings.push(...(await checkFolder(dir, name, today)));
    } else if (!reservedNames.includes(name) && !existsSync(join(root, name, 'topic.yaml')))
      say('holds no artwork.yaml, so it is no artwork. Add it with "npm run gallery -- add", or delete the folder.');
  }
  return { findings, artworks };
}

async function checkFolder(dir: string, name: string, today: string): Promise<GalleryFinding[]> {
  const folder = join(dir, 'gallery', name);
  const file = `gallery/${name}/artwork.yaml`;
  const source = readYamlSource(readFileSync(join(folder, 'artwork.yaml'), 'utf8'));
  const record =
    source.problems.length > 0
      ? source.problems
      : placedProblems(artworkSchema, source.value).map(({ path, problem }) => ({ line: source.lineOf(path), problem }));
  const findings: GalleryFinding[] = record.map(({ line, problem }) => ({ file, problem, ...(line ? { line } : {}) }));
  const { data } = artworkSchema.safeParse(source.value);
  if (data) findings.push(...consentFindings(file, data, today));
  const picture = join(folder, 'picture.jpg');
  if (existsSync(picture))
    findings.push(...(await masterProblems(readFileSync(picture))).map((problem) => ({ file: `gallery/${name}/picture.jpg`, problem })));
  else findings.push({ file: `gallery/${name}`, problem: 'has no picture.jpg. Make it from the scan with "npm run gallery -- add".' });
  const right = new Set(['artwork.yaml', 'picture.jpg', data?.audio, data?.colouring]);
  for (const stray of (readdirSync(folder, { recursive: true }) as string[]).sort()) {
    if (right.has(stray)) continue;
    const named = ['audio.mp3', 'colouring.svg'].includes(stray);
    const mend = named
      ? 'is there, and artwork.yaml does not name it. Name it, or delete it.'
      : 'does not belong here. A scan or a copy tells who made it: keep it outside of the project.';
    findings.push({ file: `gallery/${name}/${stray}`, problem: mend });
  }
  for (const missing of [data?.audio, data?.colouring])
    if (missing && !existsSync(join(folder, missing)))
      findings.push({ file, problem: `names ${missing}, which is not beside it. Put it there, or take the line out.` });
  return findings;
}

function consentFindings(file: string, artwork: Artwork, today: string): GalleryFinding[] {
  const { standIn, consent } = artwork;
  if (!consent) return standIn ? [] : [{ file, problem: 'has no consent record, so it is not shown. Ask the family, or withdraw it.' }];
  if (!consent.scope.includes('site'))
    return [{ file, problem: 'has a consent without "site", so it is not shown. Ask the family, or withdraw it.' }];
  if (isOver(artwork, today))
    return [
      {
        file,
        problem: `has a consent that ended on ${consent.reviewBy}, so it is not shown. Ask the family again, then change "reviewBy", or withdraw it.`,
      },
    ];
  if (consent.reviewBy <= dayAfter(today, soonDays))
    return [{ file, soon: true, problem: `has a consent that ends on ${consent.reviewBy}. Ask the family again before that day.` }];
  return [];
}
