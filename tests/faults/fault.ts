/** One fault in a copy of the made-up council's content, and what its author must be told: the file, the line, and what to write. */
import { expect, test } from 'vitest';
import { checkContent, type Problem } from '../../src/content-check/check.ts';
import { ContentCopy } from '../council/council.ts';

export interface Fault {
  /** What the author did, as the name of the test. */
  name: string;
  make: (content: ContentCopy) => void;
  /** The file that must be named, from the content folder. */
  file: string;
  /** Words that stand on the line that must be named; none for a fault that is on no line. */
  on?: string;
  /** What the sentence must say is wrong. */
  says: RegExp;
  /** What it must say to do. */
  write: RegExp;
  /** What else is rightly said because of the same fault. */
  also?: RegExp;
}

/** What a program says to a programmer. */
const jargon = /\bundefined\b|\bNaN\b|\[object|[Ee]xpected \w+, received|Invalid (input|string|option)|^\s*at .*:\d+:\d+/m;

const lineOf = (text: string, words: string) => {
  const index = text.split('\n').findIndex((line) => line.includes(words));
  if (index < 0) throw new Error(`The broken file does not hold "${words}". Mend the test.`);
  return index + 1;
};

const shown = (problems: Problem[]) =>
  problems.map(({ file, line, problem }) => `${file}${line ? `:${line}` : ''} ${problem}`).join('\n') || 'no problem at all';

/** A check that throws leaves an author with a stack trace, so that is a failure of its own. */
async function problemsOf(folder: string): Promise<Problem[]> {
  try {
    return await Promise.resolve(checkContent(folder));
  } catch (error) {
    return expect.fail(`The check threw where it should have answered with a sentence: ${(error as Error).stack ?? String(error)}`);
  }
}

export function testFaults(faults: Fault[]): void {
  for (const { name, make, file, on, says, write, also } of faults)
    test(name, async () => {
      using content = new ContentCopy();
      make(content);
      const problems = await problemsOf(content.folder);
      const all = shown(problems);
      const told = problems.find((problem) => problem.file === file && says.test(problem.problem));
      expect(told, `${file} should be named, with a sentence like ${says}. What was said:\n${all}`).toBeDefined();
      expect(told!.problem, 'it should say what to write').toMatch(write);
      if (on !== undefined) expect(told!.line, `it should name the line that holds "${on}": ${all}`).toBe(lineOf(content.read(file), on));
      const others = problems.filter((problem) => problem !== told && !also?.test(problem.problem));
      expect(shown(others), 'one fault is told once, and nothing that is right is blamed').toBe('no problem at all');
      expect(all).not.toMatch(jargon);
    });
}
