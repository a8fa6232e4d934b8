/** Work that keeps the whole processor busy, one piece after the other, so that everything else the server answers goes out between. */
import { setTimeout as wait } from 'node:timers/promises';

/** More wait already than can be done while somebody waits for it. */
export class TooMuchWork extends Error {}

/** In milliseconds: what other answers have between two pieces. */
const breath = 25;

/**
 * @param most how many pieces may wait, the one that is being done included
 * @returns runs a piece when its turn has come @throws TooMuchWork at once when too many wait
 */
export function oneByOne(most: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return async (work) => {
    if (waiting >= most) throw new TooMuchWork('Too many wait already.');
    waiting += 1;
    const mine = last.then(work);
    last = mine.then(
      () => wait(breath),
      () => wait(breath),
    );
    try {
      return await mine;
    } finally {
      waiting -= 1;
    }
  };
}
