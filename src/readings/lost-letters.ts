/** A file that was not saved as UTF-8 has lost letters, which no other check could explain. */

/** Where the first lost letter stands, and what to do; undefined when all letters are there. */
export function lostLetters(text: string): { line: number; problem: string } | undefined {
  const at = text.search(/[\uFFFD\0]/);
  if (at < 0) return undefined;
  return { line: text.slice(0, at).split('\n').length, problem: 'holds letters that cannot be read, shown as "\uFFFD". Save it as UTF-8.' };
}
