/**
 * What a screen of posters does next, as a pure machine: it is given what happens and when, and says which poster is shown, whether it
 * plays, and when to ask again. It follows the rules of a carousel (W3C's Authoring Practices): it stands still while somebody looks
 * closer, by focus or pointer. Times are milliseconds of one clock that only goes forward.
 */

/** As long as this a poster stays at the least, and unless the address says otherwise: in seconds. */
export const leastSeconds = 10;
export const usualSeconds = 20;
const mostSeconds = 600;
/** Whoever came to the screen has gone when nothing was touched for this long. */
export const idleAfter = 90_000;

type Holder = 'focus' | 'pointer';
export interface Steps {
  readonly count: number;
  /** Which poster is shown, from 0. */
  readonly at: number;
  /** What the Play button has been set to. */
  readonly playing: boolean;
  /** How it began, and begins again when everybody has gone. */
  readonly plays: boolean;
  readonly seconds: number;
  /** By what it stands still though it is set to play. */
  readonly held: readonly Holder[];
  readonly shownAt: number;
  readonly inputAt: number;
  /** A newer build is ready to be loaded. */
  readonly fresh: boolean;
  /** The page should be loaded again now. */
  readonly reload: boolean;
}

export type Happening =
  | { kind: 'toggle' | 'touch' | 'input' | 'shown' | 'reduce' | 'fresh' | 'time' }
  | { kind: 'step'; by: 1 | -1 }
  | { kind: 'hold' | 'release'; by: Holder };

/**
 * What the address asks for.
 * @param search as `?play&seconds=30`; seconds that are no whole number are as if they were not there, others stay between the limits
 */
export function asked(search: string): { play: boolean; seconds: number } {
  const wishes = new URLSearchParams(search);
  const seconds = wishes.get('seconds') ?? '';
  return {
    play: wishes.has('play') && !/^(0|no|off|false)$/i.test(wishes.get('play')!),
    seconds: /^\d{1,6}$/.test(seconds) ? Math.min(Math.max(Number(seconds), leastSeconds), mostSeconds) : usualSeconds,
  };
}

/** @param plays whether it begins by itself @param now the time @returns the screen as it begins: the first poster */
export const begin = (count: number, plays: boolean, seconds: number, now: number): Steps => ({
  ...{ count, at: 0, playing: plays, plays, seconds, held: [], shownAt: now, inputAt: now, fresh: false, reload: false },
});

/** Whether posters change by themselves now. */
export const runs = ({ playing, held, count }: Steps): boolean => playing && held.length === 0 && count > 1;

/** @returns when something is due, or undefined when nothing will be until somebody comes */
export function dueAt(steps: Steps): number | undefined {
  if (runs(steps)) return steps.shownAt + steps.seconds * 1000;
  const asItBegan = steps.at === 0 && steps.held.length === 0 && (steps.playing || !steps.plays) && !steps.fresh;
  return asItBegan ? undefined : steps.inputAt + idleAfter;
}

const move = (steps: Steps, by: number): number => (steps.count === 0 ? 0 : (steps.at + by + steps.count) % steps.count);

/** What is due: the next poster, or the beginning. A newer build waits for this moment, when nobody is in the middle of a poster. */
function due(steps: Steps, now: number): Steps {
  if (now < (dueAt(steps) ?? Infinity)) return steps;
  if (steps.fresh) return { ...steps, reload: true };
  if (runs(steps)) return { ...steps, at: move(steps, 1), shownAt: now };
  // A screen that was set to play is never left standing: a pointer that nobody moves any more does not hold it.
  return { ...steps, at: 0, playing: steps.playing || steps.plays, held: [], shownAt: now, inputAt: now };
}

/** @returns the screen after what happened; the one that was given stays as it is */
export function after(steps: Steps, happening: Happening, now: number): Steps {
  const touched = { ...steps, inputAt: now };
  switch (happening.kind) {
    case 'toggle':
      return { ...touched, playing: !steps.playing, held: [], shownAt: now };
    case 'step':
      return { ...touched, at: move(steps, happening.by), playing: false, shownAt: now };
    case 'touch':
      return { ...touched, playing: false };
    case 'hold':
      return { ...touched, held: [...steps.held.filter((one) => one !== happening.by), happening.by] };
    case 'release':
      if (!steps.held.includes(happening.by)) return touched;
      // It gets its whole time again: nobody who looked away for a moment loses it.
      return { ...touched, held: steps.held.filter((one) => one !== happening.by), shownAt: now };
    case 'input':
      return touched;
    case 'shown':
      return { ...steps, shownAt: now };
    case 'reduce':
      return { ...steps, playing: false, plays: false };
    case 'fresh':
      return { ...steps, fresh: true };
    case 'time':
      return due(steps, now);
  }
}
