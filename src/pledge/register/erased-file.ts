/**
 * `DATA_DIR/erased.jsonl`: what was erased, one line each, kept outside the store. A restored store is older than the erasures since,
 * and these must hold all the same. A line says the reference, the public id and when; nothing of a person.
 */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'astro/zod';
import { isReference } from '../form/reference.ts';
import type { Tombstone } from './register.ts';

const line = z.object({ reference: z.string().refine(isReference), id: z.string().nullable(), at: z.string() });

/** @returns the path of the record */
export const erasedFile = (dataDir: string): string => join(dataDir, 'erased.jsonl');

/**
 * @param file a record of erasures; one that is not there is empty
 * @returns its tombstones, and the numbers of lines that cannot be read, as one that a loss of power cut off
 */
export function readErased(file: string): { tombstones: Tombstone[]; unreadable: number[] } {
  const tombstones: Tombstone[] = [];
  const unreadable: number[] = [];
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  for (const [index, text] of lines.entries()) {
    if (text.trim() === '') continue;
    try {
      tombstones.push({ ...line.parse(JSON.parse(text)), who: 'the record of erasures' });
    } catch {
      unreadable.push(index + 1);
    }
  }
  return { tombstones, unreadable };
}

/**
 * Adds what is not in the record yet. Resolves when it is on the disk.
 * @param tombstones all that the register has: one that was erased by another way, as on the staff pages, is added too
 * @throws the system's error when it cannot be written
 */
export function keepErased(dataDir: string, tombstones: readonly Tombstone[]): void {
  const file = erasedFile(dataDir);
  const there = new Set(readErased(file).tombstones.map(({ reference }) => reference));
  const missing = tombstones.filter(({ reference }) => !there.has(reference));
  if (missing.length === 0) return;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // A line that was cut off must not swallow the next one.
  const cutOff = existsSync(file) && !/(^|\n)$/.test(readFileSync(file, 'utf8'));
  const text = missing.map(({ reference, id, at }) => `${JSON.stringify({ reference, id, at })}\n`).join('');
  const handle = openSync(file, 'a', 0o600);
  try {
    writeSync(handle, `${cutOff ? '\n' : ''}${text}`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
