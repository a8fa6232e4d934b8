/** Shows on the page what is being said: the sentence, and the word where the voice tells. The elements stay as they are. */

/** The browser marks ranges by itself, but in old ones; there the whole block gets a class. */
const highlights = typeof Highlight === 'function' && 'highlights' in CSS ? CSS.highlights : undefined;
const marks = { sentence: 'read-sentence', word: 'read-word' } as const;
let markedBlock: HTMLElement | undefined;

function mark(name: string, range: Range | undefined, priority: number) {
  if (!range) return void highlights?.delete(name);
  const highlight = new Highlight(range);
  highlight.priority = priority;
  highlights?.set(name, highlight);
}

/** Marks the sentence, or takes all marks away. @param element what holds it, for browsers that cannot mark ranges */
export function markSentence(range: Range | undefined, element?: HTMLElement): void {
  markWord(undefined);
  if (highlights) return mark(marks.sentence, range, 1);
  markedBlock?.classList.remove('read-block');
  markedBlock = range && element;
  markedBlock?.classList.add('read-block');
}

export function markWord(range: Range | undefined): void {
  if (highlights) mark(marks.word, range, 2);
}

/** Whether the page is moved along with the voice: not where the person has gone to another place in it by keyboard. */
let follows = true;
addEventListener('focusin', ({ target }) => {
  if (target instanceof Element && target.closest('main')) follows = false;
});

/** Moves along with the voice again: a person has begun to listen, or has pressed something in the bar. */
export function follow(): void {
  follows = true;
}

/**
 * Brings the sentence into view, only where it is outside of it and the person has not gone elsewhere.
 * @param below how much of the window's foot is covered, in pixels
 */
export function bringIntoView(range: Range, below: number): void {
  if (!follows) return;
  const { top, bottom } = range.getBoundingClientRect();
  const foot = innerHeight - below;
  if (top >= 0 && bottom <= foot) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  // A long sentence in a small window begins near its top.
  const above = Math.max(Math.min(foot / 4, foot - (bottom - top)), 8);
  scrollBy({ top: top - above, behavior: calm ? 'instant' : 'smooth' });
}
