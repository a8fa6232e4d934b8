/** Faults for which an `.mdx` file cannot be read at all, in plain words. */
import { lostLetters } from './lost-letters.ts';

/** What has to be mended before anything else can be read; MDX itself would blame the wrong thing, or nothing. */
export function cannotBegin(source: string): { line: number; problem: string } | undefined {
  if (/^\uFEFF?---[ \t]*\r?\n/.test(source) && !/\n---[ \t]*(\r?\n|$)/.test(source))
    return { line: 1, problem: 'begins with "---", and the closing "---" is missing. Write it on a line of its own below the summary.' };
  return lostLetters(source);
}

/** A sentence for what MDX cannot parse. */
export function whyUnreadable(reason: string): string {
  if (/U\+201[89CD]/.test(reason)) return 'has a tag with curly quotes. Use straight quotes, as in picture="doctor".';
  return `cannot be read: ${reason.replace(/\.$/, '')}. Look for a tag that is not closed, or a "<" or "{" in the text.`;
}
