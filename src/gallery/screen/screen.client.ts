/** The screen in a browser: what people do goes to `steps.ts`, and what it says is shown. */
import { stayAwake } from './awake.client.ts';
import { fullScreen } from './full-screen.client.ts';
import { goOnOffline } from './offline.client.ts';
import { postersOf } from './posters.client.ts';
import { after, asked, begin, dueAt, runs, type Happening } from './steps.ts';

const root = document.documentElement;
const main = document.querySelector('main')!;
const stage = document.querySelector<HTMLElement>('[data-stage]');
const play = document.querySelector<HTMLButtonElement>('[data-play]');
const still = matchMedia('(prefers-reduced-motion: reduce)');
const wishes = asked(location.search);
const posters = postersOf([...document.querySelectorAll<HTMLElement>('[data-artwork]')]);

let steps = begin(posters.addresses.length, wishes.play && !still.matches, wishes.seconds, performance.now());
let timer: ReturnType<typeof setTimeout> | undefined;

/** Loads the newer build. Who set it to play finds it playing. */
function loadAgain(): void {
  const address = new URL(location.href);
  if (steps.playing) address.searchParams.set('play', '');
  if (address.href === location.href) location.reload();
  else location.replace(address);
}

function happen(happening: Happening): void {
  const before = steps;
  steps = after(steps, happening, performance.now());
  if (steps.reload) return loadAgain();
  if (steps.at !== before.at) void posters.show(steps.at).then((seen) => seen && happen({ kind: 'shown' }));
  paint();
}

function paint(): void {
  if (play) play.textContent = (steps.playing ? play.dataset.pause : play.dataset.play)!;
  root.toggleAttribute('data-plays', runs(steps));
  // While it changes by itself nobody is told of it again and again.
  stage?.setAttribute('aria-live', runs(steps) ? 'off' : 'polite');
  stayAwake(steps.playing);
  // A display leads nobody away from itself: who touches it could not come back.
  const isDisplay = wishes.play || document.fullscreenElement !== null;
  root.toggleAttribute('data-display', isDisplay);
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-to]'))
    if (isDisplay) link.removeAttribute('href');
    else link.href = link.dataset.to!;
  clearTimeout(timer);
  const due = dueAt(steps);
  timer = due === undefined ? undefined : setTimeout(() => happen({ kind: 'time' }), Math.max(0, due - performance.now()) + 1);
}

const letsPlay = (target: EventTarget | null) => [null, play, document.body, root].some((one) => one === target);
/** The focus holds it, but on the Play button: there somebody has just let it play. @param target what has the focus now */
const heed = (target: EventTarget | null) => happen({ kind: letsPlay(target) ? 'release' : 'hold', by: 'focus' });

if (stage && play) {
  play.addEventListener('click', () => happen({ kind: 'toggle' }));
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-step]'))
    button.addEventListener('click', () => happen({ kind: 'step', by: button.dataset.step === '1' ? 1 : -1 }));
  fullScreen(document.querySelector<HTMLButtonElement>('[data-full]')!, paint);

  document.addEventListener('focusin', ({ target }) => heed(target));
  document.addEventListener('focusout', ({ relatedTarget }) => heed(relatedTarget));
  document.addEventListener('keydown', (event) => {
    heed(document.activeElement);
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') happen({ kind: 'step', by: event.key === 'ArrowRight' ? 1 : -1 });
  });

  let last = '';
  /** A browser tells of a pointer also when what lies below it changes: only one that moves is a person's. */
  const moved = ({ screenX, screenY }: PointerEvent) => last !== (last = `${screenX} ${screenY}`);
  main.addEventListener('pointermove', (event) => {
    if (event.pointerType === 'mouse' && moved(event)) happen({ kind: 'hold', by: 'pointer' });
  });
  main.addEventListener('pointerleave', (event) => {
    if (event.pointerType === 'mouse' && steps.held.includes('pointer')) happen({ kind: 'release', by: 'pointer' });
  });
  main.addEventListener('pointerdown', ({ pointerType }) => pointerType !== 'mouse' && happen({ kind: 'touch' }));
  document.addEventListener('pointerdown', () => happen({ kind: 'input' }));
  still.addEventListener('change', () => still.matches && happen({ kind: 'reduce' }));
  paint();
}

// Also without artworks: then what was kept of them goes away.
void goOnOffline(main.dataset.worker!, posters.addresses, () => happen({ kind: 'fresh' }));
