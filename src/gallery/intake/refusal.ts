/** What this command says to a person. */
import { relative } from 'node:path';

/** A no: one plain sentence on what is wrong, and one on what to do. It is never a fault of the program. */
export class Refusal extends Error {}

/** @throws Refusal with the sentence */
export function refuse(sentence: string): never {
  throw new Refusal(sentence);
}

/** "a", "a and b", "a, b and c". */
export const inWords = (parts: readonly string[]): string =>
  parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : (parts[0] ?? '');

/** @returns a path as a person knows it: short in the project's own folder, whole elsewhere */
export function shown(path: string): string {
  const short = relative(process.cwd(), path);
  return short.startsWith('..') ? path : short || path;
}
