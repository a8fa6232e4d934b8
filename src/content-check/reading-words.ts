/** The words of a reading: sentences, hard words, the length of an Idea and of the page. */
import { easyReadFindings, limits, pageFindings, sentencesOf, standardFindings, wordsOf } from '../easy-read/wording.ts';
import type { MdxSource } from '../readings/mdx-source.ts';
import type { Reading } from '../readings/reading.ts';
import type { Library } from './library.ts';
import { checkTemplate } from './template.ts';

const wordAddress = /^\/words\/([^/]+)\/$/;

/** The words that a page explains: what it links to in the glossary, and the names that everyone here knows. */
function knownTo({ names, words }: Library, source: MdxSource): string[] {
  const explained = source.links.flatMap(({ text, to }) => {
    const slug = wordAddress.exec(to)?.[1];
    return slug === undefined ? [] : [text, words.get(slug)?.word ?? text];
  });
  return [...names, ...explained];
}

/** What stands in no sentence of its own: headings, and the titles of panels and stages. */
const labelsOf = ({ headings, tags }: MdxSource) => [
  ...headings,
  ...tags.flatMap(({ attributes, line }) =>
    [attributes.title, attributes.when].flatMap((text) => (typeof text === 'string' ? [{ line, text }] : [])),
  ),
];

export function checkReadingWords(library: Library, file: string, reading: Reading, source: MdxSource) {
  const { report, offer } = library;
  const known = knownTo(library, source);
  const { summary } = source.frontMatter;
  const summaryBlock = { line: source.frontMatterLine(['summary']), text: typeof summary === 'string' ? summary : '' };
  const running = [...source.blocks, summaryBlock];
  const labels = labelsOf(source);
  const template = [...source.blocks, ...source.frontMatterTexts, ...labels];
  for (const { text, line } of template) checkTemplate(report, file, text, line);
  if (reading === 'easy-read') checkIdeas(library, file, source);
  const sentences = running.flatMap(({ text }) => sentencesOf(text));
  const total = sentences.reduce((sum, sentence) => sum + wordsOf(sentence).length, 0);
  const { fewestWords } = limits.standard;
  if (reading === 'standard' && total < fewestWords)
    report(file, `has only ${total} words. A page of under ${fewestWords} is not worth a visit: say more, or put it on another page.`);
  // Without the names of the place, every one of them would be told of as a hard word.
  if (!offer) return;
  for (const { text, line } of [...running, ...labels])
    for (const sentence of sentencesOf(text))
      for (const { words, mend } of reading === 'easy-read' ? easyReadFindings(sentence, known) : standardFindings(sentence))
        report(file, `"${words}" ${mend}`, line);
  for (const { words, mend } of pageFindings(reading, sentences, known)) report(file, `${words} ${mend}`);
}

/** An Idea is one or two sentences; one that explains a word has one, since the meaning is printed as the second. */
function checkIdeas({ report }: Library, file: string, source: MdxSource) {
  for (const { name, text, line, links } of source.tags) {
    if (name !== 'Idea') continue;
    const count = sentencesOf(text).length;
    if (count > 2) report(file, `has an Idea of ${count} sentences. An Idea is one or two: make two Ideas.`, line);
    else if (count > 1 && links.some((to) => wordAddress.test(to)))
      report(
        file,
        'has an Idea with a hard word and a second sentence. The meaning of the word is printed there: give the sentence an Idea of its own.',
        line,
      );
  }
}
