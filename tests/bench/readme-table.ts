/** A bench writes its own table into the README, so that nobody copies a figure by hand. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const file = join(import.meta.dirname, '../../README.md');

/** @returns a text with what stands between the two marks of a part replaced @throws when the marks are not there */
export function withTable(text: string, part: string, table: string): string {
  const [start, end] = [`<!-- bench:${part} -->`, `<!-- /bench:${part} -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md has no place for this table. Write ${start} and ${end} where it belongs.`);
  return `${text.slice(0, from + start.length)}\n\n${table.trim()}\n\n${text.slice(to)}`;
}

/** @param rows the first is the heading @returns a table in Markdown */
export const tableOf = ([head, ...rows]: readonly (readonly (string | number)[])[]): string =>
  [head!, head!.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** Puts a table into the README. @param part the name of the bench */
export function writeTable(part: string, table: string): void {
  writeFileSync(file, withTable(readFileSync(file, 'utf8'), part, table));
}

/** When, and with what, in one line. */
export const measuredBy = (...more: string[]): string =>
  `Measured on ${new Date().toISOString().slice(0, 10)} with Node ${process.versions.node}${more.map((one) => `, ${one}`).join('')}.`;

/** @returns the middle one */
export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
