/**
 * The reading ruler: two lines over the page with room for the words between them, so that a reader keeps their place. It
 * goes where the mouse, the finger or the focus goes. Arrow keys scroll the page under it, as they always do; only where the
 * page can scroll no further do they move the ruler itself. It never takes a press, and it is not there for listeners.
 */
import styles from './ruler.css?inline';

let strip: HTMLElement | undefined;

/** @param middle where on the screen its middle shall be, in pixels from the top */
function moveTo(middle: number) {
  const half = strip!.offsetHeight / 2;
  const top = Math.min(Math.max(middle, half), innerHeight - half) - half;
  strip!.style.setProperty('translate', `0 ${Math.round(top)}px`);
}

const middleNow = () => strip!.getBoundingClientRect().top + strip!.offsetHeight / 2;

function onKey({ key, target, altKey, ctrlKey, metaKey }: KeyboardEvent) {
  const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  const busy = altKey || ctrlKey || metaKey || (target as Element).closest('input, select, textarea, [contenteditable]');
  if (step === 0 || busy) return;
  const { scrollTop, clientHeight, scrollHeight } = document.documentElement;
  const atEnd = step > 0 ? scrollTop + clientHeight >= scrollHeight - 1 : scrollTop <= 0;
  if (atEnd) moveTo(middleNow() + step * Number.parseFloat(getComputedStyle(document.body).lineHeight));
}

function onFocus({ target }: FocusEvent) {
  if (!(target instanceof Element) || !target.matches(':focus-visible')) return;
  const { top, height } = target.getBoundingClientRect();
  if (height > 0 && height < innerHeight) moveTo(top + height / 2);
}

const onPointer = ({ clientY }: PointerEvent) => moveTo(clientY);

/** Shows the ruler or takes it away. */
export function showRuler(wanted: boolean): void {
  if (wanted === Boolean(strip)) return;
  if (!wanted) {
    removeEventListener('pointermove', onPointer);
    removeEventListener('pointerdown', onPointer);
    removeEventListener('focusin', onFocus);
    removeEventListener('keydown', onKey);
    strip!.remove();
    strip = undefined;
    return;
  }
  strip = document.createElement('div');
  strip.className = 'reading-ruler';
  strip.ariaHidden = 'true';
  dress();
  document.body.append(strip);
  moveTo(innerHeight / 2);
  addEventListener('pointermove', onPointer, { passive: true });
  addEventListener('pointerdown', onPointer, { passive: true });
  addEventListener('focusin', onFocus);
  addEventListener('keydown', onKey);
}

let sheet: CSSStyleSheet | undefined;
function dress() {
  if (sheet) return;
  sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
