/** The quiet box that holds what a hard word means, right after the words that it stands in. */
import type { Meanings } from './meanings.ts';
import styles from './meaning-box.css?inline';

/** A block of words, which a box follows; and what holds words with no block of their own, which a box ends. */
const words = 'p, h2, h3, h4';
const holders = 'li, td, th, dd, dt';

let meanings: Promise<Meanings> | undefined;
const boxes = new Map<HTMLButtonElement, HTMLElement>();

/**
 * Opens the meaning of a hard word, or closes it.
 * @param button the hard word
 * @param href the address of its page
 * @throws when its meaning cannot be fetched, or is not there; the caller then goes to the page
 */
export async function toggle(button: HTMLButtonElement, href: string): Promise<void> {
  if (close(button)) return;
  meanings ??= fetchMeanings(href);
  const { say, words } = await meanings;
  // A second press may have come while the meaning was on its way.
  if (boxes.has(button)) return;
  const found = words[button.dataset.word ?? ''];
  if (!found) throw new Error(`There is no meaning of "${button.dataset.word}".`);
  const [word, meaning] = found;

  const box = document.createElement('div');
  box.className = 'meaning-box';
  box.id = `meaning-${[...document.querySelectorAll('button[data-word]')].indexOf(button)}`;
  const told = document.createElement('p');
  told.setAttribute('role', 'status');
  const ways = document.createElement('p');
  ways.append(
    Object.assign(document.createElement('a'), { className: 'target', href, textContent: say.more.replace('{word}', word) }),
    Object.assign(document.createElement('button'), {
      ...{ className: 'target', type: 'button', textContent: say.close },
      onclick: () => leave(button),
    }),
  );
  // Two open boxes have two buttons, and whoever hears them must tell them apart.
  ways.lastElementChild!.append(Object.assign(document.createElement('span'), { className: 'hidden', textContent: `: ${word}` }));
  box.append(told, ways);
  dress();
  place(box, button);
  boxes.set(button, box);
  button.setAttribute('aria-controls', box.id);
  button.setAttribute('aria-expanded', 'true');
  // Listeners hear words that come into a box that is there; those of a box that comes with them may be passed over.
  await new Promise(requestAnimationFrame);
  const heading = `${word.charAt(0).toUpperCase()}${word.slice(1)}:`;
  told.append(Object.assign(document.createElement('b'), { textContent: heading }), ` ${meaning}`);
  // On a phone it may open below the screen, as if nothing had happened.
  box.scrollIntoView({ block: 'nearest' });
}

async function fetchMeanings(href: string): Promise<Meanings> {
  const answer = await fetch(new URL('../meanings.json', href));
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}.`);
  return (await answer.json()) as Meanings;
}

/** @returns whether there was a box to close */
function close(button: HTMLButtonElement): boolean {
  const box = boxes.get(button);
  box?.remove();
  button.setAttribute('aria-expanded', 'false');
  button.removeAttribute('aria-controls');
  return boxes.delete(button);
}

/** Closes a box and leads its reader back to the word. */
function leave(button: HTMLButtonElement): void {
  if (close(button)) button.focus();
}

/** Puts a box after the words that its button stands in; boxes of the same words keep the order of their buttons. */
function place(box: HTMLElement, button: HTMLButtonElement): void {
  const place = button.closest(`${words}, ${holders}`) ?? button;
  const others = [...boxes].filter(([other]) => place.contains(other));
  const isBefore = ([other]: [HTMLButtonElement, HTMLElement]) =>
    (other.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const before = others
    .filter(isBefore)
    .sort(([a], [b]) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))
    .at(-1);
  if (before) before[1].after(box);
  else if (!place.matches(holders)) place.after(box);
  else place.insertBefore(box, place.querySelector(':scope > :is(ul, ol, .meaning-box)'));
}

let dressed = false;
/** What is only needed once, and only by a reader who opens a box. */
function dress(): void {
  if (dressed) return;
  dressed = true;
  // Through the rules of a sheet of the page itself: its policy allows no new style element, and the sheet for paper is for paper alone.
  const sheet = [...document.styleSheets].find(({ media }) => media.length === 0);
  sheet?.insertRule(`@media all{${styles}}`, sheet.cssRules.length);
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const [button, box] of [...boxes]) {
      if (button !== event.target && !box.contains(event.target as Node)) continue;
      // One press does one thing: a page that is read aloud goes on.
      event.preventDefault();
      leave(button);
    }
  });
}
