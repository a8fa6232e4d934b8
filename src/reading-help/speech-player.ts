/**
 * Speaks one sentence after another and keeps its place, whatever the browser's voices do. Each browser breaks a promise of
 * the Web Speech API, so nothing here trusts it:
 * - Chrome's online voices fall silent after about 15 seconds without a word: long sentences go to them in parts;
 * - Safari may never say that it has ended, also when it loses the utterance: we keep it, and look ourselves;
 * - Android takes a pause for an end, Windows never goes on: our pause is an end, and we remember the sentence;
 * - all may swallow what is spoken straight after a cancel: what does not begin is said once more.
 * Over 150 lines: one small machine, whose states are easier to follow in one place.
 */
import { partsOf } from './speech-sentences.ts';
import type { Span } from './speech-saying.ts';

export type State = 'still' | 'speaking' | 'paused' | 'ended';
/** What went wrong, in our words: no sound came; the browser wants a new press; an online voice is out of reach. */
export type Trouble = 'silent' | 'not-allowed' | 'network';

export interface Hooks {
  /** @returns the voice to read with now, and how fast */
  settings(): { voice: SpeechSynthesisVoice; rate: number };
  /** A sentence begins; undefined where none is read any more. */
  onSentence(index: number | undefined): void;
  /** A word begins, at this place of what is said; only where the voice reports it. */
  onWord(index: number, at: number): void;
  onState(state: State): void;
  onTrouble(trouble: Trouble): void;
}

export interface Player {
  /** Must be called straight in the handler of a click: Safari speaks only then. */
  start(sentences: readonly string[]): void;
  pause(): void;
  /** Goes on with the sentence that was paused; from the start where all was read. */
  goOn(): void;
  /** One sentence back (-1) or on (1). */
  step(by: -1 | 1): void;
  /** Begins the sentence again with a new voice or speed; does nothing while paused. */
  again(): void;
  stop(): void;
  readonly state: State;
}

/** How often we look whether a voice still speaks, in milliseconds. */
const lookEvery = 250;
/** The most letters that an online voice gets at once, at normal speed: well under 15 seconds. */
const mostOnline = 120;

/** Longer than the slowest voice needs: a letter or digit that stands alone is said as a word. */
export function longestTime(said: string, rate: number): number {
  const alone = said.match(/\b[\p{L}\p{N}]\b/gu)?.length ?? 0;
  return 4000 + (said.length * 130 + alone * 500) / rate;
}

/**
 * @param synth the browser's `speechSynthesis`, or a double of it
 * @param utter makes an utterance of some words
 */
export function createPlayer(synth: SpeechSynthesis, utter: (words: string) => SpeechSynthesisUtterance, hooks: Hooks): Player {
  let sentences: readonly string[] = [];
  let at = 0;
  let parts: Span[] = [];
  let part = 0;
  let state: State = 'still';
  /** Counts what was begun: an event of something older means nothing. */
  let turn = 0;
  let watch: ReturnType<typeof setInterval> | undefined;
  /** Safari and Chrome forget an utterance that nobody holds, and then never say that it has ended. */
  let held: SpeechSynthesisUtterance | undefined;

  function become(next: State) {
    state = next;
    hooks.onState(next);
  }

  function quiet() {
    turn += 1;
    clearInterval(watch);
    if (synth.speaking || synth.pending || synth.paused) synth.cancel();
  }

  function halt(trouble?: Trouble) {
    quiet();
    become('paused');
    if (trouble) hooks.onTrouble(trouble);
  }

  function read(index: number) {
    at = index;
    const { voice, rate } = hooks.settings();
    const said = sentences[at]!;
    parts = partsOf(said, voice.localService ? Infinity : mostOnline * Math.min(1, rate));
    part = 0;
    hooks.onSentence(at);
    if (state !== 'speaking') become('speaking');
    sayPart(1);
  }

  function next() {
    clearInterval(watch);
    if (part + 1 < parts.length) {
      part += 1;
      sayPart(1);
    } else if (at + 1 < sentences.length) read(at + 1);
    else {
      quiet();
      hooks.onSentence(undefined);
      become('ended');
    }
  }

  function sayPart(triesLeft: number) {
    quiet();
    const mine = turn;
    const { voice, rate } = hooks.settings();
    const [from, to] = parts[part]!;
    const words = sentences[at]!.slice(from, to);
    const utterance = (held = utter(words));
    utterance.voice = voice;
    utterance.lang = voice.lang.replace('_', '-');
    utterance.rate = rate;
    let begun: number | undefined;
    const current = () => mine === turn && held === utterance;
    utterance.onstart = () => void (begun ??= performance.now());
    utterance.onend = () => void (current() && next());
    utterance.onboundary = (event) => {
      if (!current()) return;
      begun ??= performance.now();
      if (event.name !== 'sentence' && event.charIndex < words.length) hooks.onWord(at, from + event.charIndex);
    };
    utterance.onerror = ({ error }) => {
      if (!current()) return;
      // Cut off from outside, by the telephone or another page: the place is kept, and it is no fault.
      if (error === 'interrupted' || error === 'canceled') halt();
      else if (error === 'not-allowed') halt('not-allowed');
      else if (error === 'network' || !voice.localService) halt('network');
      else if (triesLeft > 0) sayPart(triesLeft - 1);
      else halt('silent');
    };
    const asked = performance.now();
    let silentLooks = 0;
    watch = setInterval(() => {
      if (!current()) return;
      const now = performance.now();
      silentLooks = synth.speaking || synth.pending ? 0 : silentLooks + 1;
      const over = now - (begun ?? asked) > longestTime(words, rate);
      // It began and speaks no more, or takes longer than any voice: its end was lost.
      if (begun !== undefined && (silentLooks >= 3 || over)) next();
      else if (begun === undefined && (silentLooks >= 6 || over)) {
        if (triesLeft > 0) sayPart(triesLeft - 1);
        else halt('silent');
      }
    }, lookEvery);
    // Somebody else may have paused it; that outlasts a cancel.
    if (synth.paused) synth.resume();
    synth.speak(utterance);
  }

  return {
    start(given) {
      sentences = given;
      state = 'still';
      if (given.length > 0) read(0);
    },
    pause: () => void (state === 'speaking' && halt()),
    goOn() {
      if (state === 'paused') read(at);
      else if (state === 'ended') read(0);
    },
    step(by) {
      if (state === 'still') return;
      const from = state === 'ended' ? sentences.length : at;
      read(Math.min(Math.max(from + by, 0), sentences.length - 1));
    },
    again: () => void (state === 'speaking' && read(at)),
    stop() {
      if (state === 'still') return;
      quiet();
      held = undefined;
      hooks.onSentence(undefined);
      become('still');
    },
    get state() {
      return state;
    },
  };
}
