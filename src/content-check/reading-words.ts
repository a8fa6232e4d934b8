/** The words of a reading: sentences, hard words, the length of an Idea and of the page. */
import { easyReadFindings, limits, pageFindings, sentencesOf, standardFindings, wordsOf } from '../easy-read/wording.ts';
import type { MdxSource } from '../readings/mdx-source.ts';
import type { Reading } from '../readings/reading.ts';
import type { Library } from './library.ts';

const wordAddress = /^\/words\/([^/]+)\/$/;

/** The words that a page explains: what it links to in the glossary, and the names that everyone here knows. */
function knownTo({ names, words }: Library, source: MdxSource): string[] {
  const explained = source.links.flatMap(({ text, to }) => {
    const slug = wordAddress.exec(to)?.[1];
    return slug === undefined ? [] : [text, words.get(slug)?.word ?? text];
  });
  return [...names, ...explained];
}

export function checkReadingWords(library: Library, file: string, reading: Reading, source: MdxSource) {
  const { report } = library;
  const known = knownTo(library, source);
  const sentences: string[] = [];
  for (const { text, line } of [...source.blocks, { line: 1, text: String(source.frontMatter.summary ?? '') }]) {
    if (/\bwrite here\b/i.test(text)) report(file, 'still says "Write here". Replace the words of the template with your own.', line);
    for (const sentence of sentencesOf(text)) {
      sentences.push(sentence);
      for (const { words, mend } of reading === 'easy-read' ? easyReadFindings(sentence, known) : standardFindings(sentence))
        report(file, `"${words}" ${mend}`, line);
    }
  }
  if (reading === 'easy-read') checkIdeas(library, file, source);
  for (const { words, mend } of pageFindings(reading, sentences, known)) report(file, `${words} ${mend}`);
  const total = sentences.reduce((sum, sentence) => sum + wordsOf(sentence).length, 0);
  const { fewestWords } = limits.standard;
  if (reading === 'standard' && total < fewestWords)
    report(file, `has only ${total} words. A page of under ${fewestWords} is not worth a visit: say more, or put it on another page.`);
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
