/** One reading of a topic: its front matter, tags, links and headings; its words are checked beside. */
import { dirname } from 'node:path';
import type { Reading } from '../readings/reading.ts';
import type { MdxSource, Tag } from '../readings/mdx-source.ts';
import { placedProblems } from '../readings/plain-problems.ts';
import { easyReadSchema, standardSchema } from '../readings/topic.schema.ts';
import { checkChecked } from './checked.ts';
import { near, type Library } from './library.ts';
import { mdxOf } from './mdx-files.ts';
import { checkPicture } from './references.ts';
import { checkReadingWords } from './reading-words.ts';
import { checkEasyTitle } from './titles.ts';

const tagsOf: Record<Reading, readonly string[]> = { standard: ['Do', 'Note', 'Stage', 'Fact'], 'easy-read': ['Idea', 'Fact'] };

export function checkReading(library: Library, file: string, reading: Reading) {
  const { report } = library;
  const source = mdxOf(library, file);
  if (!source) return;
  for (const { line, problem } of source.problems) report(file, problem, line, source.readable ? {} : { unreadable: true });
  if (!source.readable) return;
  for (const { path, problem } of placedProblems(reading === 'standard' ? standardSchema : easyReadSchema, source.frontMatter))
    report(file, problem, source.frontMatterLine(path));
  if (reading === 'easy-read') checkChecked(library, file, source);
  for (const tag of source.tags) checkTag(library, file, reading, tag);
  if (reading === 'easy-read')
    for (const { text, line } of source.loose)
      report(
        file,
        `has words outside an Idea: "${text.slice(0, 60)}". Easy read is headings and Ideas: put them in <Idea picture="…">.`,
        line,
      );
  checkLinks(library, file, source);
  checkHeadings(library, file, source);
  if (reading === 'easy-read') checkEasyTitle(library, dirname(file), source);
  checkReadingWords(library, file, reading, source);
}

function checkTag(library: Library, file: string, reading: Reading, { name, attributes, text, line }: Tag) {
  const { offer, report } = library;
  if (!tagsOf[reading].includes(name)) {
    const known = tagsOf[reading].map((tag) => `<${tag}>`).join(', ');
    if (/^[A-Z]/.test(name)) report(file, `uses the tag <${name}>, which this reading does not have. It has: ${known}.`, line);
    return;
  }
  if (name === 'Idea') {
    if (typeof attributes.picture === 'string') checkPicture(library, file, attributes.picture, line);
    else report(file, 'has an Idea without a picture. Write <Idea picture="…"> with a name from content/pictures/pictures.yaml.', line);
    if (!text.trim()) report(file, 'has an Idea without words. Write one or two short sentences in it.', line);
  }
  if (name === 'Fact' && offer) {
    const known = Object.keys(offer.contact).map((field) => `contact.${field}`);
    const asked = String(attributes.name ?? '');
    if (!known.includes(asked))
      report(file, `asks for the fact "${asked}", which content/local-offer.yaml does not hold. It holds: ${known.join(', ')}.`, line);
  }
  if (name === 'Do' && !attributes.title) report(file, 'has a Do without a title. Write <Do title="What you can do">.', line);
  if (name === 'Stage' && (!attributes.when || !attributes.title))
    report(file, 'has a Stage without "when" or "title". Write <Stage when="Year 9" title="…">.', line);
}

function checkLinks({ addresses, report }: Library, file: string, source: MdxSource) {
  const explained = new Set<string>();
  for (const { text, to, line } of source.links) {
    if (!text.trim()) report(file, 'has a link without words. Say where it leads.', line);
    if (/^(click )?(here|this|more|read more|link)$/i.test(text.trim()))
      report(file, `has a link that only says "${text}". Say where it leads.`, line);
    if (!to.startsWith('/')) {
      if (!/^(https:\/\/|http:\/\/|mailto:|tel:|#)/.test(to))
        report(file, `has a link to "${to}". Begin a link to this site with "/", and one to another site with "https://".`, line);
      continue;
    }
    const address = to.replace(/#.*$/, '');
    if (address.startsWith('/easy-read/'))
      report(file, `links to "${address}". Leave out /easy-read: links stay in the reader's own reading by themselves.`, line);
    else if (!addresses.has(address)) report(file, `links to "${address}", which does not exist. ${near(address, addresses)}`, line);
    const word = /^\/words\/([^/]+)\/$/.exec(address)?.[1];
    if (!word) continue;
    if (explained.has(word)) report(file, `explains "${word}" twice. Link a hard word at its first use only.`, line);
    explained.add(word);
  }
}

function checkHeadings({ report }: Library, file: string, source: MdxSource) {
  let above = 1;
  for (const { depth, text, line } of source.headings) {
    if (depth === 1) report(file, 'has a heading with one "#". The title is the only one: begin with "##".', line);
    else if (depth > above + 1)
      report(file, `jumps from a heading of level ${above} to level ${depth}. Use "${'#'.repeat(above + 1)}".`, line);
    if (!text.trim()) report(file, 'has a heading without words.', line);
    above = depth;
  }
}
