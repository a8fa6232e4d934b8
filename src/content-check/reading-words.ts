/** The words of a reading: sentences, hard words, the length of an Idea and of the page. */
import { dirname } from 'node:path';
import { limits } from '../easy-read/limits.ts';
import { pageFindings } from '../easy-read/page-rules.ts';
import { placedSentences, totalWords } from '../easy-read/sentences.ts';
import type { MdxSource } from '../readings/mdx-source.ts';
import type { Reading } from '../readings/reading.ts';
import { tellFinding } from './findings.ts';
import { checkGlossary, explainedOn, wordOf } from './glossary.ts';
import type { Library } from './library.ts';
import { checkTemplate } from './template.ts';
import { checkPassages } from './texts.ts';

/** What stands in no sentence of its own: headings, and the titles of panels and stages. */
const labelsOf = ({ headings, tags }: MdxSource) => [
  ...headings,
  ...tags.flatMap(({ attributes, line }) =>
    [attributes.title, attributes.when].flatMap((text) => (typeof text === 'string' ? [{ line, text }] : [])),
  ),
];

export function checkReadingWords(library: Library, file: string, reading: Reading, source: MdxSource) {
  const { report, offer, names } = library;
  const known = [...names, ...explainedOn(library, source)];
  const { summary } = source.frontMatter;
  const summaryBlock = { line: source.frontMatterLine(['summary']) ?? 1, text: typeof summary === 'string' ? summary : '' };
  const labels = labelsOf(source);
  for (const { text, line } of [...source.blocks, ...source.frontMatterTexts, ...labels]) checkTemplate(report, file, text, line);
  if (reading === 'easy-read') checkIdeas(library, file, source);
  const running = [...source.blocks, summaryBlock].flatMap(placedSentences);
  const texts = running.map(({ text }) => text);
  const total = totalWords(texts);
  const { fewestWords } = limits.standard;
  // A page that prints a record says the most of it there.
  const hasRecord = [library.records, library.plans].some((records) => records.has(dirname(file)));
  if (reading === 'standard' && total < fewestWords && !hasRecord)
    report(file, `has only ${total} words. A page of under ${fewestWords} is not worth a visit: say more, or put it on another page.`);
  const passages = [...running, ...labels.flatMap(placedSentences)].map((sentence) => ({ file, reading, known, ...sentence }));
  checkPassages(
    library,
    passages,
    passages.map(({ text }) => text),
  );
  if (!offer) return;
  library.pages.push({ file, reading, sentences: running, known });
  for (const finding of pageFindings(reading, texts, known)) tellFinding(library, file, finding);
  if (reading === 'standard') checkParagraphs(library, file, source);
  if (reading === 'easy-read') checkGlossary(library, file, source, titleOf(library, file, source));
}

/** What the page is called in easy read. */
const titleOf = ({ topics }: Library, file: string, { frontMatter: { title } }: MdxSource) =>
  `${topics.get(dirname(file))?.title ?? ''} ${typeof title === 'string' ? title : ''}`;

/** An Idea is one or two sentences; one that explains a word has one, since the meaning is printed as the second. */
function checkIdeas({ report }: Library, file: string, source: MdxSource) {
  for (const { name, text, line, links } of source.tags) {
    if (name !== 'Idea') continue;
    const count = placedSentences({ line, text }).length;
    if (count > 2) report(file, `has an Idea of ${count} sentences. An Idea is one or two: make two Ideas.`, line);
    else if (count > 1 && links.some((to) => wordOf(to)))
      report(
        file,
        'has an Idea with a hard word and a second sentence. The meaning of the word is printed there: give the sentence an Idea of its own.',
        line,
      );
  }
}

/** A standard paragraph says one thing; three sentences are enough for it. */
function checkParagraphs(library: Library, file: string, { blocks }: MdxSource) {
  for (const block of blocks) {
    const [first, ...others] = placedSentences(block);
    if (!first || others.length < limits.standard.sentences) continue;
    const mend = `begins a paragraph of ${others.length + 1} sentences. Make two of it: ${limits.standard.sentences} sentences are the most.`;
    tellFinding(library, file, { rule: 'paragraph', words: first.text, mend }, first.line);
  }
}
