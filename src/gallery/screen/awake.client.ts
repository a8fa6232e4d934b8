/** Keeps a display from going dark while posters change, where the browser can. */
let lock: WakeLockSentinel | undefined;
let wanted = false;

async function ask(): Promise<void> {
  if (!('wakeLock' in navigator) || document.visibilityState !== 'visible' || (lock && !lock.released)) return;
  try {
    lock = await navigator.wakeLock.request('screen');
    if (!wanted) await lock.release();
  } catch {
    // The battery is low, or somebody has forbidden it: then the display goes dark as it does for all other pages.
  }
}

/** @param on whether the display is to stay on from now */
export function stayAwake(on: boolean): void {
  if (on === wanted) return;
  wanted = on;
  if (on) void ask();
  else void lock?.release();
}

// A browser lets go of it whenever the page is not to be seen.
document.addEventListener('visibilitychange', () => wanted && void ask());
