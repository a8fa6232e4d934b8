/** The bar at the foot of the window while something is read: pause, back, slower, the voice. It is made when it is first needed. */
import type { readAloudWordsFor } from './read-aloud-words.ts';
import type { State } from './speech-player.ts';

export interface BarActions {
  goOnOrPause(): void;
  step(by: -1 | 1): void;
  /** One step slower (-1) or faster (1). @returns whether there is a further step that way, each way */
  speed(by: -1 | 1): void;
  stop(): void;
  chooseVoice(address: string): void;
  allowOnline(allowed: boolean): void;
  /** The bar covers more or less of the window than before. */
  resized(): void;
}

export interface VoiceChoice {
  name: string;
  address: string;
  online: boolean;
}

export interface Bar {
  show(state: State): void;
  /** Says one sentence, politely. */
  tell(words: string): void;
  /** Which of slower and faster can go no further. */
  limit(slowest: boolean, fastest: boolean): void;
  voices(choices: readonly VoiceChoice[], chosen: string | undefined, onlineAllowed: boolean): void;
  focus(): void;
  holdsFocus(): boolean;
  height(): number;
}

type Maker = <K extends keyof HTMLElementTagNameMap>(
  name: K,
  more?: Partial<HTMLElementTagNameMap[K]>,
  ...children: (Node | string)[]
) => HTMLElementTagNameMap[K];
const make: Maker = (name, more = {}, ...children) => {
  const element = Object.assign(document.createElement(name), more);
  element.append(...children);
  return element;
};

export function createBar(say: ReturnType<typeof readAloudWordsFor>, act: BarActions): Bar {
  const key = (words: string, onclick: () => void) => make('button', { type: 'button', onclick }, words);
  const first = key(say('pause'), act.goOnOrPause);
  first.className = 'read-aloud-first';
  const stop = key(say('stop'), act.stop);
  const slower = key(say('slower'), () => act.speed(-1));
  const faster = key(say('faster'), () => act.speed(1));
  const keys = make('div', { className: 'read-aloud-keys' });
  keys.append(
    first,
    stop,
    key(say('back'), () => act.step(-1)),
    key(say('next'), () => act.step(1)),
    slower,
    faster,
  );

  const select = make('select', { onchange: () => act.chooseVoice(select.value) });
  const allow = make('input', { type: 'checkbox', onchange: () => act.allowOnline(allow.checked) });
  const why = make('p', { id: 'read-aloud-why' }, say('onlineWhy'));
  allow.setAttribute('aria-describedby', why.id);
  const online = make('div', {}, make('label', {}, allow, say('onlineAllow')), why);
  const voices = make('details', {}, make('summary', {}, say('voice')), make('label', {}, say('chooseVoice'), select), online);
  const status = make('p');
  status.setAttribute('role', 'status');

  keys.append(voices);
  const bar = make('section', { className: 'read-aloud-bar' }, keys, status);
  bar.setAttribute('aria-label', say('bar'));

  // What has the focus is never behind the bar, and the end of the page can be scrolled above it.
  const room = () => {
    const height = bar.isConnected ? `${bar.offsetHeight}px` : '';
    document.documentElement.style.scrollPaddingBlockEnd = height;
    document.body.style.paddingBlockEnd = height;
  };
  if (typeof ResizeObserver === 'function')
    new ResizeObserver(() => {
      room();
      act.resized();
    }).observe(bar);
  // In a small window a key may stand half outside of what the bar shows, and the choice of a voice opens outside of it.
  const wholly = (element: Element) => element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  bar.addEventListener('focusin', ({ target }) => wholly(target as Element));
  voices.ontoggle = () => voices.open && wholly(voices);

  return {
    show(state) {
      if (state === 'still') bar.remove();
      else if (!bar.isConnected) document.body.append(bar);
      room();
      first.textContent = say(state === 'speaking' ? 'pause' : state === 'ended' ? 'again' : 'goOn');
      stop.textContent = say(state === 'ended' ? 'close' : 'stop');
    },
    tell: (words) => void (status.textContent = words),
    limit(slowest, fastest) {
      slower.setAttribute('aria-disabled', String(slowest));
      faster.setAttribute('aria-disabled', String(fastest));
    },
    voices(choices, chosen, onlineAllowed) {
      select.replaceChildren(
        ...choices.map(({ name, address, online: sends }) =>
          make(
            'option',
            { value: address, disabled: sends && !onlineAllowed, selected: address === chosen },
            sends ? `${name} (${say('online')})` : name,
          ),
        ),
      );
      allow.checked = onlineAllowed;
      online.hidden = !choices.some((choice) => choice.online);
      // Who allowed an online voice can take it back, also where there is no other.
      voices.hidden = choices.length < 2 && !choices.some((choice) => choice.online);
    },
    focus: () => first.focus({ preventScroll: true }),
    holdsFocus: () => bar.contains(document.activeElement),
    height: () => (bar.isConnected ? bar.offsetHeight : 0),
  };
}
