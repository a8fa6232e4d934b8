/**
 * What reading aloud shows: the bar, words beside a button, and the look of both and of the marks. It is fetched at the first
 * press; the voice begins before it, because Safari lets it begin only straight in the press.
 */
import type { Reading } from '../readings/reading.ts';
import { createBar, type Bar, type BarActions } from './read-aloud-bar.client.ts';
import { readAloudWordsFor } from './read-aloud-words.ts';
import styles from './read-aloud.css?inline';

const say = readAloudWordsFor(document.documentElement.dataset.reading as Reading);

export interface Shown {
  bar: Bar;
  say: typeof say;
  /** Says something beside a button, where the person looks; `more` is a way out where there is one. */
  tellBeside(button: HTMLButtonElement, words: string, ...more: Node[]): void;
}

/** Makes all of it, once a page. */
export function show(actions: BarActions): Shown {
  // Through a sheet that is there, for all media: the page's policy allows no new style element.
  const sheet = [...document.styleSheets].find(({ media }) => media.length === 0);
  sheet?.insertRule(`@media all{${styles}}`, sheet.cssRules.length);
  return { bar: createBar(say, actions), say, tellBeside };
}

function tellBeside(button: HTMLButtonElement, words: string, ...more: Node[]) {
  const place = button.closest('[data-idea]') ?? button;
  let status = place.nextElementSibling;
  if (!status?.matches('.read-aloud-says')) {
    status = document.createElement('div');
    status.className = 'read-aloud-says';
    status.setAttribute('role', 'status');
    place.after(status);
  }
  const told = status;
  // A screen reader says what comes into a place that it knows.
  requestAnimationFrame(() => told.replaceChildren(words, ...more));
}
