/** The public list out of the register, read at most every few seconds however many people look at it. */
import type { PublicList, Register } from '../register/register.ts';

/** How old the list may be that a reader sees, in milliseconds. A register that is away is asked again sooner. */
const mostAge = 5000;
const awayAge = 1000;

/**
 * @param now a clock, for tests
 * @returns asks for the list; everybody who asks while it is read waits for the same answer, its failure too
 */
export function recentList(register: Pick<Register, 'publicList'>, now: () => number = Date.now): () => Promise<PublicList> {
  let kept: { list: Promise<PublicList>; until: number } | undefined;
  return () => {
    if (kept && now() < kept.until) return kept.list;
    const list = register.publicList();
    // Not counted from the answer: the list is as old as the question.
    const own = { list, until: now() + mostAge };
    kept = own;
    list.catch(() => (own.until = Math.min(own.until, now() + awayAge)));
    return list;
  };
}
