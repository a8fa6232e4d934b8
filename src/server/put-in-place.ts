/** Folders that belong together, replaced together. */
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';

/**
 * Puts new folders in the place of old ones, one after the other: all of them, or none when one cannot be moved.
 * @param moves from where, to where; what does not exist leaves nothing in its place
 * @throws the error of the system, when all is as it was
 */
export async function putInPlace(moves: readonly (readonly [from: string, to: string])[]): Promise<void> {
  const old = (to: string) => `${to}.old`;
  const undo: (() => Promise<void>)[] = [];
  const move = async (from: string, to: string) => {
    await rename(from, to);
    undo.unshift(() => rename(to, from));
  };
  for (const [, to] of moves) await rm(old(to), { recursive: true, force: true });
  try {
    for (const [from, to] of moves) {
      if (existsSync(to)) await move(to, old(to));
      if (existsSync(from)) await move(from, to);
    }
  } catch (error) {
    for (const back of undo) await back();
    throw error;
  }
  for (const [, to] of moves) await rm(old(to), { recursive: true, force: true });
}
