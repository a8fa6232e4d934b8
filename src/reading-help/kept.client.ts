/** The one entry of this site on the reader's device. */
import { choices, othersIn, savedFrom, storeKey, textOf, type Saved } from './settings.ts';

/** What is chosen now: as the device keeps it or, where the browser closes its store, as this page shows it. */
export function chosen(): Saved {
  try {
    return savedFrom(localStorage.getItem(storeKey));
  } catch {
    return savedFrom(JSON.stringify(document.documentElement.dataset));
  }
}

/**
 * Keeps choices, and puts them on <html>. With nothing chosen nothing is kept.
 * @param withOthers whether the speed and the voice of reading aloud stay too
 * @returns whether the device keeps them; if not, they last for this page
 */
export function keep(saved: Saved, withOthers: boolean): boolean {
  for (const { name } of choices) {
    const value = saved[name];
    if (value === undefined) document.documentElement.removeAttribute(`data-${name}`);
    else document.documentElement.setAttribute(`data-${name}`, value);
  }
  try {
    const text = textOf(saved, withOthers ? othersIn(localStorage.getItem(storeKey)) : {});
    if (text === undefined) localStorage.removeItem(storeKey);
    else localStorage.setItem(storeKey, text);
    return true;
  } catch {
    return false;
  }
}
