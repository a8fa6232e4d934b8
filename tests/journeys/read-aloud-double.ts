/**
 * A double of a browser's speech, which behaves as that browser does. It runs inside the page (`page.addInitScript(speechDouble,
 * browsers.iPhone)`), so it uses nothing from outside. What it was given stands in `window.spoken`, and what it was told in
 * `window.told`. It tells the time by the page's clock, which the tests run forward.
 * Over 150 lines: it crosses into the page as one function.
 */

interface VoiceFacts {
  name: string;
  lang: string;
  localService: boolean;
  default: boolean;
}

export interface Behaviour {
  voices: VoiceFacts[];
  /** After how many milliseconds they come; at once unless said. */
  voicesAfter?: number;
  /** Whether it says so. */
  saysVoicesChanged?: boolean;
  /** Which voices report words. */
  boundaries: 'all' | 'local' | 'none';
  /** An online voice falls silent after so many milliseconds, and says nothing of it. */
  onlineSilentAfter?: number;
  /** An online voice cannot be reached. */
  offline?: boolean;
  pause: 'works' | 'ends' | 'for-ever';
  /** It speaks only when asked in the handler of a click; later ones may follow the first. */
  needsPress?: boolean;
  /** The first press is refused. */
  refusesOnce?: boolean;
  /** When the end of an utterance is not told: never told, or when nobody holds it any more. */
  losesEnd?: 'always' | 'when-not-held';
  /** What is spoken straight after a cancel is lost. */
  swallowsAfterCancel?: boolean;
  /** It has no speech at all. */
  missing?: boolean;
}

const voice = (name: string, more: Partial<VoiceFacts> = {}): VoiceFacts => ({
  name,
  lang: 'en-GB',
  localService: true,
  default: false,
  ...more,
});
const google = voice('Google UK English Female', { localService: false });
const hazel = voice('Microsoft Hazel - English (United Kingdom)');

export const browsers = {
  /** Chrome on a desktop: a voice of the device, and Google's, which tell no words and last 15 seconds. Voices come late. */
  chrome: {
    voices: [google, voice('Google Deutsch', { lang: 'de-DE', localService: false }), hazel],
    voicesAfter: 200,
    saysVoicesChanged: true,
    boundaries: 'local',
    onlineSilentAfter: 14_500,
    pause: 'works',
  },
  chromeOnline: { voices: [google], boundaries: 'local', onlineSilentAfter: 14_500, pause: 'works' },
  chromeOffline: { voices: [hazel, google], boundaries: 'local', pause: 'works', offline: true },
  windows: { voices: [hazel], boundaries: 'all', pause: 'for-ever' },
  android: {
    voices: [voice('English United States', { lang: 'en_US' }), voice('English United Kingdom', { lang: 'en_GB' })],
    boundaries: 'none',
    pause: 'ends',
    swallowsAfterCancel: true,
  },
  safari: {
    voices: ['Albert', 'Thomas', 'Eddy (English (UK))', 'Samantha', 'Daniel', 'Kate (Enhanced)'].map((name) =>
      voice(name, { default: true, lang: { Albert: 'en-US', Thomas: 'fr-FR', Samantha: 'en-US' }[name] ?? 'en-GB' }),
    ),
    boundaries: 'all',
    pause: 'works',
    needsPress: true,
    losesEnd: 'always',
  },
  safariForgets: { voices: [voice('Daniel')], boundaries: 'all', pause: 'works', needsPress: true, losesEnd: 'when-not-held' },
  iPhoneRefuses: { voices: [voice('Daniel')], boundaries: 'all', pause: 'works', needsPress: true, refusesOnce: true },
  /** Voices come late, and it never says so. */
  firefox: { voices: [voice('Daniel')], voicesAfter: 900, boundaries: 'all', pause: 'works' },
  linux: { voices: [], boundaries: 'none', pause: 'works' },
  old: { voices: [], boundaries: 'none', pause: 'works', missing: true },
} as const satisfies Record<string, Behaviour>;

/** What was spoken: the words, by which voice, how fast, when, and whether the voice came to its end. */
export interface Spoken {
  text: string;
  voice: string | undefined;
  local: boolean;
  lang: string;
  rate: number;
  at: number;
  finished: boolean;
}

export function speechDouble(behaviour: Behaviour): void {
  const log: { spoken: Spoken[]; told: string[] } = { spoken: [], told: [] };
  Object.assign(window, log);
  if (behaviour.missing) {
    // Old browsers do not know the words at all.
    Object.defineProperty(window, 'speechSynthesis', { value: undefined, configurable: true });
    return;
  }
  type Handler = ((event: unknown) => void) | null;
  class Utterance {
    voice: (VoiceFacts & { voiceURI: string }) | null = null;
    lang = '';
    rate = 1;
    onstart: Handler = null;
    onend: Handler = null;
    onerror: Handler = null;
    onboundary: Handler = null;
    readonly text: string;
    constructor(text: string) {
      this.text = text;
    }
  }
  const perLetter = 60;
  const begun = performance.now();
  const voices = behaviour.voices.map((one) => ({ ...one, voiceURI: `voice:${one.name}` }));
  const listeners: (() => void)[] = [];
  let queue: { weak: WeakRef<Utterance>; text: string }[] = [];
  let timers: number[] = [];
  let unlocked = !behaviour.needsPress;
  let refuses = behaviour.refusesOnce === true;
  let cancelledIn: unknown;
  let stuck = false;
  const synth = {
    speaking: false,
    pending: false,
    paused: false,
    getVoices: () => (performance.now() - begun >= (behaviour.voicesAfter ?? 0) ? voices : []),
    addEventListener: (name: string, listener: () => void) => void (name === 'voiceschanged' && listeners.push(listener)),
    removeEventListener: () => undefined,
    speak(utterance: Utterance) {
      log.told.push('speak');
      const inPress = (window.event as Event | undefined)?.type === 'click';
      if (inPress && refuses) {
        refuses = false;
        return void later(() => utterance.onerror?.({ error: 'not-allowed' }), 5);
      }
      if (inPress) unlocked = true;
      // As iPhones do it: no sound and no word about it.
      if (!unlocked) return;
      if (behaviour.swallowsAfterCancel && cancelledIn !== undefined) return;
      if (utterance.text === '') return;
      queue.push({ weak: new WeakRef(utterance), text: utterance.text });
      if (queue.length === 1) run();
    },
    cancel() {
      log.told.push('cancel');
      cancelledIn = {};
      setTimeout(() => (cancelledIn = undefined), 0);
      timers.forEach(clearTimeout);
      timers = [];
      stuck = false;
      const cut = queue;
      queue = [];
      synth.speaking = synth.pending = false;
      for (const { weak } of cut) setTimeout(() => weak.deref()?.onerror?.({ error: 'interrupted' }), 0);
    },
    pause() {
      log.told.push('pause');
      if (behaviour.pause === 'ends') synth.cancel();
      else synth.paused = true;
      if (behaviour.pause === 'for-ever') stuck = true;
    },
    resume() {
      log.told.push('resume');
      if (!stuck) synth.paused = false;
    },
  };
  const later = (act: () => void, time: number) => void timers.push(setTimeout(act, time) as unknown as number);

  function run() {
    const first = queue[0];
    if (!first) return;
    synth.speaking = true;
    const { weak, text } = first;
    const utterance = weak.deref()!;
    const { rate, lang } = utterance;
    const local = utterance.voice?.localService ?? false;
    const entry: Spoken = { text, voice: utterance.voice?.name, local, lang, rate, at: performance.now(), finished: false };
    log.spoken.push(entry);
    const time = (text.length * perLetter) / rate;
    if (!local && behaviour.offline) return later(() => weak.deref()?.onerror?.({ error: 'network' }), 50);
    later(() => weak.deref()?.onstart?.({}), 20);
    if (behaviour.boundaries === 'all' || (behaviour.boundaries === 'local' && local))
      for (const match of text.matchAll(/\S+/g))
        later(
          () => weak.deref()?.onboundary?.({ name: 'word', charIndex: match.index, charLength: match[0].length }),
          21 + (match.index * perLetter) / rate,
        );
    if (!local && behaviour.onlineSilentAfter && time > behaviour.onlineSilentAfter) return;
    later(() => {
      entry.finished = true;
      queue.shift();
      const waits = queue.length > 0;
      synth.speaking = waits;
      if (behaviour.losesEnd !== 'always') weak.deref()?.onend?.({});
      if (waits) run();
    }, 22 + time);
  }

  if (behaviour.saysVoicesChanged) setTimeout(() => listeners.forEach((listener) => listener()), (behaviour.voicesAfter ?? 0) + 1);
  Object.defineProperty(window, 'speechSynthesis', { value: synth, configurable: true });
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance, configurable: true });
}
