/** The title of a page as its easy reading shows it: its own easy title, or that of the topic. */
import { easyReadFindings, wordsOf } from '../easy-read/wording.ts';
import type { MdxSource } from '../readings/mdx-source.ts';
import type { Library } from './library.ts';

const mostWords = 8;

/** Titles lead to a page that explains their words, so the words of the glossary are known in them. */
const knownInTitles = ({ names, words }: Library) => [
  ...names,
  ...[...words.values()].flatMap((word) => (word ? [word.word, ...word.otherNames] : [])),
];

/** @param id the folder of the topic; @param source its easy reading */
export function checkEasyTitle(library: Library, id: string, source: MdxSource) {
  const { topics, offer, report, lineOf } = library;
  const own = source.frontMatter.title;
  const title = typeof own === 'string' ? own : topics.get(id)?.title;
  if (!offer || !title) return;
  const findings = easyReadFindings(title, knownInTitles(library));
  const count = wordsOf(title).length;
  if (count > mostWords) findings.push({ words: title, mend: `has ${count} words. A title has ${mostWords} at most.` });
  for (const { words, mend } of findings)
    if (title === own) report(`${id}/easy-read.mdx`, `"${words}" ${mend}`, source.frontMatterLine(['title']));
    else
      report(
        `${id}/topic.yaml`,
        `has a title that easy read shows too: "${words}" ${mend} Or give it an easier \`title\` in easy-read.mdx.`,
        lineOf(`${id}/topic.yaml`, 'title'),
      );
}
