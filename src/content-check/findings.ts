/** Tells an author what a wording rule found, unless a written exception says why the words may stay. */
import type { Finding } from '../easy-read/finding.ts';
import type { Library } from './library.ts';
import { exceptionsFile } from './wording-lists.ts';

/** A finding as a sentence. */
export const sayFinding = ({ words, mend }: Finding) => (words === 'the page' ? `the page ${mend}` : `"${words}" ${mend}`);

/** Whether an exception has the file, the rule and the words of a finding; it counts as used then. */
export function isExcepted({ exceptions }: Library, file: string, { rule, words }: Finding): boolean {
  const found = exceptions.filter(
    (exception) => exception.file === file && exception.rule === rule && words.toLowerCase().includes(exception.words.toLowerCase()),
  );
  for (const exception of found) exception.used = true;
  return found.length > 0;
}

export function tellFinding(library: Library, file: string, finding: Finding, line?: number): void {
  if (!isExcepted(library, file, finding)) library.report(file, sayFinding(finding), line, { rule: finding.rule });
}

/**
 * Exceptions that except nothing any more. Only a run of every rule can know.
 * @param asked which files the rules have read
 */
export function checkExceptions({ exceptions, report }: Library, asked: (file: string) => boolean): void {
  for (const { file, rule, words, line, used } of exceptions)
    if (!used && asked(file))
      report(
        exceptionsFile,
        `excepts "${words}" in ${file} from the rule "${rule}", and the rule finds nothing there any more. Take the exception out.`,
        line,
      );
}
