/**
 * Checks all of `content/` before a build, so that an author reads one plain list of what to mend:
 * the file, the line or field, and what to write. Run alone: `node src/content.check.ts [file …]`.
 * It is over 150 lines because it is the one list of all promises about source files.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { globSync } from 'node:fs';
import { parse as parseYaml } from 'yaml';
import type { z } from 'astro/zod';
import { easyReadFindings, pageFindings, sentencesOf, standardFindings, wordsOf } from './easy-read/wording.ts';
import { limits } from './easy-read/wording.ts';
import { picturesInCode, statusPictures } from './easy-read/pictures-in-code.ts';
import { nearest } from './easy-read/nearest.ts';
import { picturesSchema, type Pictures } from './easy-read/pictures.schema.ts';
import { artworkSchema, type Artwork } from './gallery/artwork.schema.ts';
import { derivativesOf } from './gallery/derivatives.ts';
import { contentDir } from './readings/content-dir.ts';
import { localOfferSchema, type LocalOffer } from './readings/local-offer.schema.ts';
import { readMdx, type MdxSource } from './readings/mdx-source.ts';
import { plainProblems } from './readings/plain-problems.ts';
import { easyReadSchema, sourceSchema, standardSchema, strandSchema, topicSchema, type TopicFacts } from './readings/topic.schema.ts';
import { wordSchema, type Word } from './words/word.schema.ts';

export interface Problem {
  file: string;
  line?: number;
  problem: string;
}

const tagsOf = { standard: ['Do', 'Note', 'Stage', 'Fact'], 'easy-read': ['Idea', 'Fact'] } as const;
const ownAddresses = ['/a-z/', '/search/'];

/**
 * @param dir the content folder
 * @returns all that an author must mend, in the order of the files; empty when all is well
 */
export async function checkContent(dir: string): Promise<Problem[]> {
  const problems: Problem[] = [];
  const report = (file: string, problem: string, line?: number) => problems.push({ file, problem, ...(line ? { line } : {}) });
  const find = (pattern: string) => globSync(pattern, { cwd: dir }).sort();

  /** Reads a YAML file by its contract; undefined when it does not hold to it. */
  function readYaml<T extends z.ZodType>(file: string, schema: T): z.infer<T> | undefined {
    if (!existsSync(join(dir, file))) {
      report(file, 'is missing. Every Local Offer needs this file; copy it from another one and change its words.');
      return undefined;
    }
    let value: unknown;
    try {
      value = parseYaml(readFileSync(join(dir, file), 'utf8'));
    } catch (error) {
      const place = (error as { linePos?: { line: number }[] }).linePos?.[0]?.line;
      report(
        file,
        `cannot be read: ${(error as Error).message.split('\n')[0]!.replace(/[.:]+$/, '')}. Put a text that holds a colon in quotes.`,
        place,
      );
      return undefined;
    }
    const found = plainProblems(schema, value);
    for (const problem of found) report(file, problem);
    return found.length > 0 ? undefined : (schema.parse(value) as z.infer<T>);
  }

  const offer = readYaml('local-offer.yaml', localOfferSchema) as LocalOffer | undefined;
  const pictures = readYaml('pictures/pictures.yaml', picturesSchema) as Pictures | undefined;
  const sources = new Set(find('sources/*.yaml').map((file) => (readYaml(file, sourceSchema), basename(file, '.yaml'))));
  const words = new Map<string, Word | undefined>(
    find('words/*.yaml')
      .filter((file) => basename(file) !== 'topic.yaml')
      .map((file) => [basename(file, '.yaml'), readYaml(file, wordSchema) as Word | undefined]),
  );
  const artworks = new Map<string, Artwork | undefined>(
    find('gallery/*/artwork.yaml').map((file) => [basename(dirname(file)), readYaml(file, artworkSchema) as Artwork | undefined]),
  );
  const topics = new Map<string, TopicFacts | undefined>(
    find('**/topic.yaml').map((file) => {
      const id = dirname(file);
      const isStrand = /^progress\/[^/]+\/[^/]+$/.test(id) && /^status:/m.test(readFileSync(join(dir, file), 'utf8'));
      return [id, readYaml(file, isStrand ? strandSchema : topicSchema) as TopicFacts | undefined];
    }),
  );
  const shapes = new Set(find('shapes/*.svg').map((file) => basename(file, '.svg')));
  const names = offer?.names ?? [];
  const addresses = new Set([
    '/',
    ...ownAddresses,
    ...[...topics.keys()].filter((id) => id !== 'home').map((id) => `/${id}/`),
    ...[...words.keys()].map((id) => `/words/${id}/`),
    ...[...artworks.keys()].map((id) => `/gallery/${id}/`),
  ]);

  checkPictures();
  checkLocalOffer();
  for (const file of find('shapes/*.svg')) checkShape(file);
  for (const [id, topic] of topics) checkTopic(id, topic);
  for (const file of find('**/{standard,easy-read}.mdx'))
    if (!topics.has(dirname(file))) report(file, 'has no topic.yaml beside it. Add one, or take the file away.');
  for (const [id, word] of words) if (word) checkWord(`words/${id}.yaml`, word);
  for (const [id, artwork] of artworks) if (artwork) await checkArtwork(id, artwork);
  return problems;

  function checkPicture(file: string, name: string, line?: number) {
    if (!pictures || name in pictures.pictures) return;
    report(
      file,
      `names the picture "${name}", which is not in content/pictures/pictures.yaml. Near it: ${nearest(name, Object.keys(pictures.pictures)).join(', ')}.`,
      line,
    );
  }

  function checkPictures() {
    const seen = new Map<string, string>();
    for (const [concept, picture] of Object.entries(pictures?.pictures ?? {})) {
      const file = 'pictures/pictures.yaml';
      if (!existsSync(join(dir, 'pictures', picture.file)))
        report(
          file,
          `names the file "${picture.file}" for "${concept}", which is not in content/pictures/. Put it there, or mend the name.`,
        );
      if (!(picture.set in (pictures?.sets ?? {})))
        report(
          file,
          `says that "${concept}" is of the set "${picture.set}", which is not listed under "sets". Add the set with its licence.`,
        );
      const other = seen.get(picture.original ?? picture.file);
      if (other && picture.set !== 'ours')
        report(file, `uses one picture for two ideas, "${other}" and "${concept}". Choose another picture for one of them.`);
      seen.set(picture.original ?? picture.file, concept);
    }
    const hasStatus = [...topics.values()].some((topic) => topic?.status !== undefined);
    for (const concept of [...Object.values(picturesInCode), ...(hasStatus ? Object.values(statusPictures) : [])])
      if (pictures && !(concept in pictures.pictures))
        report(
          'pictures/pictures.yaml',
          `has no picture "${concept}", which pages of the site itself show. Add a picture under that name.`,
        );
    for (const file of find('pictures/*.svg'))
      if (/<script|\son\w+\s*=|javascript:|<foreignObject/i.test(readFileSync(join(dir, file), 'utf8')))
        report(file, 'holds a script. A picture is only a picture: save it again from a drawing program, or choose another.');
  }

  /** What `local-offer.yaml` points at: pages, pictures, areas, and a name for each blank. */
  function checkLocalOffer() {
    const file = 'local-offer.yaml';
    if (!topics.has('home'))
      report('home/topic.yaml', 'is missing. Every Local Offer needs a home page: make the folder content/home/ with both readings.');
    if (!offer) return;
    const pages = { menu: offer.menu, foot: offer.foot, 'helpNow.page': [offer.helpNow.page] };
    for (const [field, ids] of Object.entries(pages))
      for (const id of ids)
        if (!topics.has(id))
          report(
            file,
            `names the page "${id}" in "${field}", and there is no content/${id}/. Near it: ${nearest(id, [...topics.keys()]).join(', ')}.`,
          );
    for (const { picture } of [...offer.helpNow.ways, ...offer.easyReadHelp]) checkPicture(file, picture);
    for (const { area, name } of offer.official)
      if (!offer.areas.some(({ id }) => id === area))
        report(file, `says that "${name}" is of the area "${area}", which is not listed under "areas". Add it, or mend its spelling.`);
    for (const [field, value] of Object.entries(offer.contact))
      if (value === null && !offer.blankNames[`contact.${field}`])
        report(
          file,
          `leaves "contact.${field}" blank without a name for the blank. Add "contact.${field}" under "blankNames", in both readings.`,
        );
  }

  function checkShape(file: string) {
    const svg = readFileSync(join(dir, file), 'utf8');
    if (/<(?!\/?(?:svg|path)\b)|\son\w+=|style=|href|<script/i.test(svg.replace(/<\?xml[^>]*>/, '')) || !/viewBox="/.test(svg))
      report(file, 'holds more than a cut shape. Keep one <svg viewBox="…"> with <path d="…"/> in it, and nothing else.');
  }

  function checkCitations(file: string, cited: { source: string }[]) {
    for (const { source } of cited)
      if (!sources.has(source))
        report(
          file,
          `names the source "${source}", and there is no content/sources/${source}.yaml. Near it: ${nearest(source, [...sources]).join(', ')}.`,
        );
  }

  function checkTopic(id: string, topic: TopicFacts | undefined) {
    const file = `${id}/topic.yaml`;
    for (const reading of ['standard', 'easy-read'] as const) {
      const path = `${id}/${reading}.mdx`;
      if (existsSync(join(dir, path))) checkReading(path, reading);
      else
        report(
          path,
          `is missing. Every topic has two readings: write ${reading === 'standard' ? 'the standard one' : 'the easy-read one'}.`,
        );
    }
    if (!topic) return;
    checkPicture(file, topic.picture);
    checkCitations(file, topic.sources);
    if (topic.statusSource) checkCitations(file, [topic.statusSource]);
    if (topic.shape && !shapes.has(topic.shape))
      report(
        file,
        `names the shape "${topic.shape}", and there is no content/shapes/${topic.shape}.svg. There are: ${nearest(topic.shape, [...shapes]).join(', ')}.`,
      );
    for (const other of topic.related)
      if (!topics.has(other))
        report(file, `names the related page "${other}", which does not exist. Near it: ${nearest(other, [...topics.keys()]).join(', ')}.`);
  }

  function checkReading(file: string, reading: 'standard' | 'easy-read') {
    const source = readMdx(readFileSync(join(dir, file), 'utf8'));
    for (const { line, problem } of source.problems) report(file, problem, line);
    if (!source.readable) return;
    for (const problem of plainProblems(reading === 'standard' ? standardSchema : easyReadSchema, source.frontMatter))
      report(file, problem, 1);
    if (source.frontMatter.checkedOn && !source.frontMatter.checkedBy)
      report(file, 'says when it was checked but not by which group. Write checkedBy too, or take checkedOn out.', 1);
    checkTags(file, reading, source);
    checkLinks(file, reading, source);
    checkHeadings(file, source);
    checkWording(file, reading, source);
  }

  function checkTags(file: string, reading: 'standard' | 'easy-read', source: MdxSource) {
    for (const tag of source.tags) {
      if (!(tagsOf[reading] as readonly string[]).includes(tag.name)) {
        if (/^[A-Z]/.test(tag.name))
          report(
            file,
            `uses the tag <${tag.name}>, which this reading does not have. It has: ${tagsOf[reading].map((name) => `<${name}>`).join(', ')}.`,
            tag.line,
          );
        continue;
      }
      if (tag.name === 'Idea') {
        if (typeof tag.attributes.picture !== 'string')
          report(
            file,
            'has an Idea without a picture. Write <Idea picture="…"> with a name from content/pictures/pictures.yaml.',
            tag.line,
          );
        else checkPicture(file, tag.attributes.picture, tag.line);
        if (!tag.text.trim()) report(file, 'has an Idea without words. Write one or two short sentences in it.', tag.line);
      }
      if (tag.name === 'Fact' && offer) {
        const name = String(tag.attributes.name ?? '');
        const [group, field] = name.split('.');
        if (group !== 'contact' || !field || !(field in offer.contact))
          report(
            file,
            `asks for the fact "${name}", which content/local-offer.yaml does not hold. It holds: ${Object.keys(offer.contact)
              .map((key) => `contact.${key}`)
              .join(', ')}.`,
            tag.line,
          );
      }
      if (tag.name === 'Stage' && (!tag.attributes.when || !tag.attributes.title))
        report(file, 'has a Stage without "when" or "title". Write <Stage when="Year 9" title="…">.', tag.line);
    }
    if (reading === 'easy-read')
      for (const block of source.loose)
        report(
          file,
          `has words outside an Idea: "${block.text.slice(0, 60)}". Easy read is headings and Ideas: put them in <Idea picture="…">.`,
          block.line,
        );
  }

  function checkLinks(file: string, reading: 'standard' | 'easy-read', source: MdxSource) {
    const linked = new Set<string>();
    for (const link of source.links) {
      if (!link.text.trim()) report(file, 'has a link without words. Say where it leads.', link.line);
      if (/^(click )?(here|this|more|read more|link)$/i.test(link.text.trim()))
        report(file, `has a link that only says "${link.text}". Say where it leads.`, link.line);
      if (!link.to.startsWith('/')) {
        if (!/^(https:\/\/|http:\/\/|mailto:|tel:|#)/.test(link.to))
          report(
            file,
            `has a link to "${link.to}". Begin a link to this site with "/", and one to another site with "https://".`,
            link.line,
          );
        continue;
      }
      const address = link.to.replace(/#.*$/, '');
      if (address.startsWith('/easy-read/'))
        report(file, `links to "${address}". Leave out /easy-read: links stay in the reader's own reading by themselves.`, link.line);
      else if (!addresses.has(address))
        report(file, `links to "${address}", which does not exist. Near it: ${nearest(address, [...addresses]).join(', ')}.`, link.line);
      const word = /^\/words\/([^/]+)\/$/.exec(address)?.[1];
      if (word && linked.has(word)) report(file, `explains "${word}" twice. Link a hard word at its first use only.`, link.line);
      if (word) linked.add(word);
      if (word && reading === 'easy-read' && !source.tags.some((tag) => tag.name === 'Idea' && tag.line <= link.line))
        report(file, `explains "${word}" outside an Idea.`, link.line);
    }
  }

  function checkHeadings(file: string, source: MdxSource) {
    let depth = 1;
    for (const heading of source.headings) {
      if (heading.depth === 1) report(file, 'has a heading with one "#". The title is the only one: begin with "##".', heading.line);
      else if (heading.depth > depth + 1)
        report(file, `jumps from a heading of level ${depth} to level ${heading.depth}. Use "${'#'.repeat(depth + 1)}".`, heading.line);
      if (!heading.text.trim()) report(file, 'has a heading without words.', heading.line);
      depth = heading.depth;
    }
  }

  /** The words that a page explains: what it links to in the glossary, and the names that everyone here knows. */
  function knownTo(source: MdxSource): string[] {
    const explained = source.links.flatMap((link) => {
      const slug = /^\/words\/([^/]+)\/$/.exec(link.to)?.[1];
      const word = slug ? words.get(slug) : undefined;
      return [link.text, ...(word ? [word.word] : [])].filter(() => slug !== undefined);
    });
    return [...names, ...explained];
  }

  function checkWording(file: string, reading: 'standard' | 'easy-read', source: MdxSource) {
    const known = knownTo(source);
    const sentences: string[] = [];
    const texts = [...source.blocks, { line: 1, text: String(source.frontMatter.summary ?? '') }];
    for (const block of texts) {
      if (/\bwrite here\b/i.test(block.text))
        report(file, 'still says "Write here". Replace the words of the template with your own.', block.line);
      const own = sentencesOf(block.text);
      sentences.push(...own);
      for (const sentence of own)
        for (const finding of reading === 'easy-read' ? easyReadFindings(sentence, known) : standardFindings(sentence))
          report(file, `"${finding.words}" ${finding.mend}`, block.line);
    }
    if (reading === 'easy-read')
      for (const tag of source.tags.filter(({ name }) => name === 'Idea')) {
        const count = sentencesOf(tag.text).length;
        const explains = source.links.some(
          (link) => link.to.startsWith('/words/') && tag.text.includes(link.text) && Math.abs(link.line - tag.line) <= 3,
        );
        if (count > 2) report(file, `has an Idea of ${count} sentences. An Idea is one or two: make two Ideas.`, tag.line);
        else if (explains && count > 1)
          report(
            file,
            'has an Idea with a hard word and a second sentence. The meaning of the word is printed there: give the sentence an Idea of its own.',
            tag.line,
          );
      }
    for (const finding of pageFindings(reading, sentences, known)) report(file, `${finding.words} ${finding.mend}`);
    const total = sentences.reduce((sum, sentence) => sum + wordsOf(sentence).length, 0);
    if (reading === 'standard' && total < limits.standard.fewestWords)
      report(
        file,
        `has only ${total} words. A page of under ${limits.standard.fewestWords} is not worth a visit: say more, or put it on another page.`,
      );
  }

  function checkWord(file: string, word: Word) {
    checkPicture(file, word.picture);
    checkCitations(file, word.sources);
    const known = [...names, word.word, ...word.otherNames];
    if (sentencesOf(word.easyMeaning).length !== 1) report(file, 'has an "easyMeaning" of more than one sentence. Write one.');
    checkEasy(file, [word.easyMeaning, word.easyExample ?? ''], known);
    for (const text of [word.meaning, word.example ?? ''])
      for (const sentence of sentencesOf(text))
        for (const finding of standardFindings(sentence)) report(file, `"${finding.words}" ${finding.mend}`);
  }

  async function checkArtwork(id: string, artwork: Artwork) {
    const file = `gallery/${id}/artwork.yaml`;
    const picture = join(dir, 'gallery', id, artwork.picture);
    if (!existsSync(picture))
      report(file, `names the picture "${artwork.picture}", which is not beside it. Put it there, or mend the name.`);
    else
      await derivativesOf(picture).catch((error: Error) =>
        report(
          file,
          `names the picture "${artwork.picture}", which cannot be read as a picture: ${String((error.cause as Error | undefined)?.message ?? error.message).split('\n')[0]}. Save it again as PNG, JPEG or SVG.`,
        ),
      );
    if (!topics.has(`pledge/${artwork.value}`))
      report(file, `names the value "${artwork.value}", and there is no content/pledge/${artwork.value}/.`);
    if (!artwork.standIn && !artwork.consent)
      report(
        file,
        'has no consent record. An artwork is shown only with the family\'s written consent: fill in "consent", or take the artwork away.',
      );
    checkCitations(file, artwork.sources);
    for (const idea of artwork.easyDescription) checkPicture(file, idea.picture);
    checkEasy(
      file,
      [artwork.easyAlt, artwork.easyQuestion, ...artwork.easyDescription.map(({ words: text }) => text)],
      [...names, artwork.title],
    );
    for (const text of [...artwork.description, artwork.question])
      for (const sentence of sentencesOf(text))
        for (const finding of standardFindings(sentence)) report(file, `"${finding.words}" ${finding.mend}`);
  }

  function checkEasy(file: string, texts: string[], known: string[]) {
    for (const text of texts)
      for (const sentence of sentencesOf(text))
        for (const finding of easyReadFindings(sentence, known)) report(file, `"${finding.words}" ${finding.mend}`);
  }
}

/** One line a problem, as an author reads it. */
export const sayProblem = ({ file, line, problem }: Problem, dir: string) =>
  `${relative(process.cwd(), join(dir, file))}${line ? `:${line}` : ''} ${problem}`;

if (import.meta.main) {
  const dir = contentDir();
  const asked = process.argv.slice(2).map((path) => relative(dir, resolve(path)));
  const problems = (await checkContent(dir)).filter(({ file }) => asked.length === 0 || asked.some((path) => file.startsWith(path)));
  for (const problem of problems) console.error(sayProblem(problem, dir));
  console.log(problems.length === 0 ? 'The content holds to every rule.' : `${problems.length} things to mend in the content.`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
