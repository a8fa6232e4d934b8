/**
 * Reads the page, or one Idea, aloud. `read-aloud-wanted.client.ts` fetches it when somebody comes to a button. Nothing is read that
 * nobody asked for, and all of it ends when the page is left.
 */
import says from 'virtual:says';
import { bringIntoView, follow, markSentence, markWord } from './read-aloud-marks.client.ts';
import { rangeOf, saidOf, sentencesIn, wordRangeOf, type Sentence } from './read-aloud-sentences.client.ts';
import type { Shown } from './read-aloud-shown.client.ts';
import * as voices from './read-aloud-voice.client.ts';
import { createPlayer, type Player, type State, type Trouble } from './speech-player.ts';
import { sayer } from './speech-saying.ts';

const { synth } = voices;
/** Two presses within this time, in milliseconds, are one: many people press twice. */
const onePress = 700;

let sentences: Sentence[] = [];
let starter: HTMLButtonElement | undefined;
let pressed = { button: undefined as HTMLButtonElement | undefined, at: -onePress };
let say: ReturnType<typeof sayer> | undefined;
let player: Player | undefined;
let shown: Shown | undefined;
/** Where the sentence stands that is read. */
let place: Range | undefined;
let coming: Promise<Shown> | undefined;
/** Counts presses and stops: who waited for a voice through another of them waits no more. */
let waiting = 0;

const isDouble = () => performance.now() - pressed.at < onePress;

/** Fetches what is shown. Where it cannot come nothing may be read: there would be no button to stop it. */
const showing = () =>
  (coming ??= import('./read-aloud-shown.client.ts').then(
    ({ show }) =>
      (shown = show({
        goOnOrPause() {
          // The second half of a double press of Enter, which finds the focus here.
          if (isDouble()) return;
          if (player?.state === 'speaking') player.pause();
          else player?.goOn();
        },
        step: (by) => player?.step(by),
        speed(by) {
          if (voices.changeSpeed(by)) player?.again();
          shown!.bar.tell(shown!.say('speed').replace('#', String(voices.speedNow() + 1)));
          showChoices();
        },
        stop,
        chooseVoice(address) {
          voices.chooseVoice(address);
          player?.again();
        },
        allowOnline(allowed) {
          voices.allowOnline(allowed);
          showChoices();
          player?.again();
        },
        resized: seePlace,
      })),
    (error: unknown) => {
      coming = undefined;
      stop();
      throw error;
    },
  ));
const whenShown = (act: (all: Shown) => void) => void showing().then(act, () => undefined);

function showChoices() {
  const { local, online } = voices.offered();
  shown?.bar.limit(voices.speedNow() === 0, voices.isFastest());
  shown?.bar.voices(
    [...local, ...online].map(({ name, voiceURI, localService }) => ({ name, address: voiceURI, online: !localService })),
    voices.voiceNow()?.voiceURI,
    voices.onlineAllowed(),
  );
}

function onState(state: State) {
  if (!shown) return;
  // Where the bar goes, the focus goes back to where the reading began.
  const returns = state === 'still' && shown.bar.holdsFocus();
  shown.bar.show(state);
  if (state === 'speaking') shown.bar.tell('');
  if (returns) starter?.focus({ preventScroll: true });
}

function onTrouble(trouble: Trouble) {
  const instead = trouble === 'network' && voices.leaveOnline();
  if (instead) player!.goOn();
  whenShown(({ bar, say: words }) => {
    bar.tell(words(instead ? 'toDevice' : trouble));
    showChoices();
  });
}

const thePlayer = () =>
  (player ??= createPlayer(synth!, (words) => new SpeechSynthesisUtterance(words), {
    settings: () => ({ voice: voices.voiceNow()!, rate: voices.rateNow() }),
    onSentence(index) {
      const sentence = index === undefined ? undefined : sentences[index];
      place = sentence && rangeOf(sentence);
      markSentence(place, sentence?.block.element);
      seePlace();
    },
    onWord: (index, at) => markWord(wordRangeOf(sentences[index]!, at)),
    onState,
    onTrouble,
  }));

const seePlace = () => void (place && bringIntoView(place, shown?.bar.height() ?? 0));

/** Begins to read what the button stands for. From the press to here nothing may wait: see Safari. */
function begin(button: HTMLButtonElement) {
  const beside = (button.closest('[data-idea]') ?? button).nextElementSibling;
  if (beside?.matches('.read-aloud-says')) beside.remove();
  starter = button;
  follow();
  sentences = sentencesIn(button.closest<HTMLElement>('[data-idea]') ?? document.querySelector('main')!, (say ??= sayer(says)));
  thePlayer().start(sentences.map(saidOf));
  const mine = waiting;
  whenShown(({ bar }) => {
    showChoices();
    if (mine !== waiting) return;
    bar.show(player!.state);
    bar.focus();
    // The bar may have come over it.
    seePlace();
  });
}

function tellNoVoice(button: HTMLButtonElement) {
  whenShown(({ say: words, tellBeside }) => {
    if (voices.offered().online.length === 0) return tellBeside(button, words('none'));
    const use = Object.assign(document.createElement('button'), { type: 'button', textContent: words('useOnline') });
    use.addEventListener('click', () => {
      voices.allowOnline(true);
      begin(button);
    });
    tellBeside(button, words('onlineOnly'), use);
  });
}

/** A press of a button that reads aloud. Those that come after this script has come are heard here. */
export function press(button: HTMLButtonElement) {
  if (pressed.button === button && isDouble()) return;
  pressed = { button, at: performance.now() };
  if (voices.voiceNow()) {
    waiting += 1;
    return begin(button);
  }
  stop();
  if (!synth || voices.anyVoice()) return tellNoVoice(button);
  const mine = waiting;
  whenShown(({ say: words, tellBeside }) => {
    if (mine === waiting && !voices.anyVoice()) tellBeside(button, words('wait'));
  });
  // Says nothing, and tells Safari that a person pressed, so that the voice may begin when it has come.
  synth.speak(new SpeechSynthesisUtterance(''));
  void voices.voicesCome().then(() => {
    if (mine !== waiting) return;
    if (voices.voiceNow()) begin(button);
    else tellNoVoice(button);
  });
}

function stop() {
  waiting += 1;
  player?.stop();
}

document.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element)) return;
  const button = target.closest<HTMLButtonElement>('button[data-read-aloud]');
  if (button) press(button);
  else if (target.closest('[data-reading-switch]')) stop();
  else if (target.closest('.read-aloud-bar')) {
    follow();
    seePlace();
  }
});
// On the window, so that a panel or a meaning that Escape closes is asked first: one press ends one thing.
addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.defaultPrevented) stop();
});
addEventListener('pagehide', stop);
synth?.addEventListener?.('voiceschanged', () => {
  if (player && player.state !== 'still') showChoices();
});
