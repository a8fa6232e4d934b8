/** The writer's check: all promises about content files, and the wording rules that are too slow for every build. */
import { pageAdvice, sentenceAdvice } from '../easy-read/advice.ts';
import type { Finding } from '../easy-read/finding.ts';
import { retextFindings } from '../easy-read/retext.ts';
import { wordsOf } from '../easy-read/sentences.ts';
import { britishDictionary, spellingFindings } from '../easy-read/spelling.ts';
import { voiceFindings } from '../easy-read/voice.ts';
import { checkedLibrary } from './check.ts';
import { checkExceptions, sayFinding, tellFinding } from './findings.ts';
import { glossaryAdvice } from './glossary.ts';
import type { Library, Problem } from './library.ts';
import { unknownLists } from './wording-lists.ts';

export interface WritersReport {
  /** What has to be mended. */
  problems: Problem[];
  /** What makes a text harder to read and is not wrong in itself. */
  advice: Problem[];
  /** Why the check could not be made: a file or a list that cannot be read. */
  cannotRead: Problem[];
  /** What was read. */
  library: Library;
}

/**
 * @param dir the content folder
 * @param asked whether a file was asked for; the slower rules read no other
 * @returns what to mend, and advice, both in the order of files and lines
 */
export async function checkWriting(dir: string, asked: (file: string) => boolean = () => true): Promise<WritersReport> {
  const library = await checkedLibrary(dir);
  const dictionary = await britishDictionary();
  const names = knownNames(library);
  const { lists, passages, pages, report } = library;
  const advice: Problem[] = [];
  const advise = (file: string, finding: Finding, line?: number) =>
    advice.push({ file, problem: sayFinding(finding), rule: finding.rule, ...(line ? { line } : {}) });

  for (const { file, line, reading, text, known } of passages.filter((passage) => asked(passage.file))) {
    for (const finding of spellingFindings(text, dictionary, names, lists)) tellFinding(library, file, finding, line);
    for (const { finding, weight } of retextFindings(text, reading, known, lists))
      if (weight === 'fault') tellFinding(library, file, finding, line);
      else advise(file, finding, line);
    for (const finding of voiceFindings(text, lists))
      if (reading === 'easy-read') tellFinding(library, file, finding, line);
      else advise(file, finding, line);
    for (const finding of sentenceAdvice(text, reading, known, lists)) advise(file, finding, line);
  }
  for (const page of pages.filter(({ file }) => asked(file))) {
    const texts = page.sentences.map(({ text }) => text);
    for (const finding of pageAdvice(page.reading, texts, page.known)) advise(page.file, finding);
    if (page.reading === 'standard') for (const { line, finding } of glossaryAdvice(library, page)) advise(page.file, finding, line);
  }
  for (const file of unknownLists(library.find))
    report(file, 'is no list that the check knows. Mend its name, or take it away; CONTRIBUTING.md names the lists.');
  checkExceptions(library, asked);
  const chosen = (problems: readonly Problem[]) => inOrder(problems).filter(({ file }) => asked(file));
  return { problems: chosen(library.problems), advice: chosen(advice), cannotRead: cannotRead(library, asked), library };
}

/** Without its facts or its lists nothing can be said about any file; another file that cannot be read only matters where it was asked for. */
const cannotRead = ({ problems, offer, brokenLists }: Library, asked: (file: string) => boolean) =>
  problems.filter(
    ({ file, unreadable }) => (file === 'local-offer.yaml' && !offer) || brokenLists.includes(file) || (unreadable && asked(file)),
  );

/** Names and terms of this content, in lower case: they are spelled as their owners spell them. */
function knownNames({ names, words, sourceNames, offer }: Library): Set<string> {
  const all = [
    ...[...names, ...sourceNames],
    ...[...words.values()].flatMap((word) => (word ? [word.word, ...word.otherNames] : [])),
    ...(offer ? [offer.place, ...offer.areas.map(({ name }) => name), ...offer.official.map(({ name }) => name)] : []),
  ];
  return new Set(all.flatMap(wordsOf).flatMap((word) => [word.toLowerCase(), ...word.toLowerCase().split(/[-'’]/)]));
}

/** By file and line, each once. */
function inOrder(problems: readonly Problem[]): Problem[] {
  const once = new Map(problems.map((problem) => [`${problem.file}:${problem.line ?? 0}: ${problem.problem}`, problem]));
  return [...once.values()].sort((a, b) => a.file.localeCompare(b.file, 'en-GB') || (a.line ?? 0) - (b.line ?? 0));
}
