/** The title of a page as its easy reading shows it: its own easy title, or that of the topic. */
import { easyReadFindings } from '../easy-read/easy-read-rules.ts';
import { limits } from '../easy-read/limits.ts';
import { wordsOf } from '../easy-read/sentences.ts';
import type { MdxSource } from '../readings/mdx-source.ts';
import { isExcepted, sayFinding, tellFinding } from './findings.ts';
import type { Library } from './library.ts';

const { titleWords } = limits.easyRead;

/** Titles lead to a page that explains their words, so the words of the glossary are known in them. */
const knownInTitles = ({ names, words }: Library) => [
  ...names,
  ...[...words.values()].flatMap((word) => (word ? [word.word, ...word.otherNames] : [])),
];

/** @param id the folder of the topic; @param source its easy reading */
export function checkEasyTitle(library: Library, id: string, source: MdxSource) {
  const { topics, offer, report, lineOf, lists, passages } = library;
  const own = source.frontMatter.title;
  const title = typeof own === 'string' ? own : topics.get(id)?.title;
  if (!offer || !title) return;
  const known = knownInTitles(library);
  const findings = easyReadFindings(title, known, lists);
  const count = wordsOf(title).length;
  if (count > titleWords) findings.push({ rule: 'length', words: title, mend: `has ${count} words. A title has ${titleWords} at most.` });
  const [easy, facts] = [`${id}/easy-read.mdx`, `${id}/topic.yaml`];
  const line = title === own ? source.frontMatterLine(['title']) : lineOf(facts, 'title');
  passages.push({ file: title === own ? easy : facts, line, reading: 'easy-read', text: title, known });
  for (const finding of findings)
    if (title === own) tellFinding(library, easy, finding, line);
    else if (!isExcepted(library, facts, finding))
      report(facts, `has a title that easy read shows too: ${sayFinding(finding)} Or give it an easier \`title\` in easy-read.mdx.`, line, {
        rule: finding.rule,
      });
}
