/** What the real content, and that of the made-up council, promise before a site is built of them. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkContent, sayProblem } from '../../src/content-check/check.ts';
import { picturesSchema } from '../../src/easy-read/pictures.schema.ts';
import { localOfferSchema } from '../../src/readings/local-offer.schema.ts';
import { councilContent, project } from '../council/council.ts';
import { ourContent, topicsOf } from './our-area.ts';
import { picturesNamedInCode } from './pictures-in-code.ts';

describe.each([ourContent, councilContent].map((folder) => ({ name: relative(project, folder), folder })))('$name', ({ folder }) => {
  const readYaml = (file: string) => parse(readFileSync(join(folder, file), 'utf8')) as unknown;
  const offer = localOfferSchema.parse(readYaml('local-offer.yaml'));
  const { pictures } = picturesSchema.parse(readYaml('pictures/pictures.yaml'));
  const topics = topicsOf(folder);
  const mdx = globSync('**/*.mdx', { cwd: folder });

  test('holds to every rule', async () => {
    const problems = await Promise.resolve(checkContent(folder));
    expect(problems.map((problem) => sayProblem(problem, folder))).toEqual([]);
  });

  test('has each topic in two readings, and no reading without its topic', () => {
    const readings = topics.flatMap((id) => [`${id}/easy-read.mdx`, `${id}/standard.mdx`]);
    expect(mdx.map((file) => file.replaceAll('\\', '/')).sort()).toEqual(readings.sort());
  });

  test('has a home page, and leads only to topics that exist', () => {
    const named = ['home', ...offer.menu, ...offer.foot, offer.helpNow.page];
    expect(named.filter((id) => !topics.includes(id))).toEqual([]);
  });

  test('has the picture of every Idea that is no author’s', () => {
    const named = [...offer.easyReadHelp, ...offer.helpNow.ways].map(({ picture }) => picture);
    const status = globSync('progress/*/*/topic.yaml', { cwd: folder }).some((file) => /^status:/m.test(readFileSync(join(folder, file), 'utf8')));
    const needed = [...named, ...picturesNamedInCode({ status })];
    expect(needed.filter((name) => !(name in pictures))).toEqual([]);
  });

  test('has a name in both readings for each blank', () => {
    const blanks = Object.entries(offer.contact).filter(([, value]) => value === null).map(([name]) => `contact.${name}`);
    expect(blanks.filter((name) => !offer.blankNames[name]?.standard.trim() || !offer.blankNames[name]?.easyRead.trim())).toEqual([]);
  });

  test('has no name for a blank that does not exist', () => {
    expect(Object.keys(offer.blankNames).filter((name) => !(name.replace('contact.', '') in offer.contact))).toEqual([]);
  });

  test('names each official Local Offer by one of its areas', () => {
    const areas = new Set(offer.areas.map(({ id }) => id));
    expect(offer.official.filter(({ area }) => !areas.has(area)).map(({ name }) => name)).toEqual([]);
  });

  test('has each way to get help with its number in its words, so that it can be pressed', () => {
    const numberless = offer.helpNow.ways.filter(({ how, easyHow, telephone }) => !how.includes(telephone) || !easyHow.includes(telephone));
    expect(numberless.map(({ id }) => id)).toEqual([]);
  });

  test('has every picture file in its dictionary, so that its credit is known', () => {
    const files = globSync('pictures/*.{svg,png,jpg,webp}', { cwd: folder }).map((file) => file.replace(/^.*[\\/]/, ''));
    const listed = new Set(Object.values(pictures).map(({ file }) => file));
    expect(files.filter((file) => !listed.has(file))).toEqual([]);
    expect([...listed].filter((file) => !existsSync(join(folder, 'pictures', file)))).toEqual([]);
  });
});
