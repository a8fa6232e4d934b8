/**
 * Which voice reads. A voice of the device itself is silent to the world; an online voice sends the words to a company, so
 * it reads only where the person allows it. What a browser calls its default is not trusted: Safari says it of every voice.
 * Names as listed in https://github.com/HadrienGardeur/read-aloud-best-practices, read 2026-11-23.
 */

export type Voice = Pick<SpeechSynthesisVoice, 'name' | 'lang' | 'localService' | 'voiceURI'>;

/** Made for fun, or for screen readers that speak very fast: hard to listen to. */
const novelty =
  /^(Albert|Bad News|Bahh|Bells|Boing|Bubbles|Cellos|Deranged|Fred|Good News|Hysterical|Jester|Junior|Kathy|Organ|Pipe Organ|Princess|Ralph|Superstar|Trinoids|Whisper|Wobble|Zarvox)\b/i;
const eloquence = /^(Eddy|Flo|Grandma|Grandpa|Reed|Rocko|Sandy|Shelley)\b/i;
const robot = /espeak|eloquence/i;
const good = /natural|enhanced|premium|neural|siri/i;

/** Android writes `en_GB`. */
const lang = (voice: Voice) => voice.lang.replace('_', '-').toLowerCase();
const isOdd = ({ name, voiceURI }: Voice) => novelty.test(name) || eloquence.test(name) || robot.test(name) || robot.test(voiceURI);

const rank = (voice: Voice) =>
  (isOdd(voice) ? 0 : 8) +
  (lang(voice).startsWith('en-gb') ? 4 : 0) +
  (good.test(voice.name) ? 2 : 0) +
  (/compact/i.test(voice.voiceURI) ? 0 : 1);

const best = (voices: readonly Voice[]) => [...voices].sort((a, b) => rank(b) - rank(a));

/**
 * The English voices to choose from, best first.
 * @returns those of the device and those online; the odd ones only where there is nothing else of their kind
 */
export function voicesToOffer<V extends Voice>(voices: readonly V[]): { local: V[]; online: V[] } {
  const english = voices.filter((voice) => /^en(-|$)/.test(lang(voice)));
  const fit = (some: V[]) => best(some.some((voice) => !isOdd(voice)) ? some.filter((voice) => !isOdd(voice)) : some) as V[];
  return { local: fit(english.filter((voice) => voice.localService)), online: fit(english.filter((voice) => !voice.localService)) };
}

/** What the person chose: the address of a voice, and whether online voices may read. */
export interface VoiceWish {
  voice?: string | undefined;
  online: boolean;
}

/** The voice that reads; undefined where there is none that may. */
export function voiceFor<V extends Voice>(voices: readonly V[], wish: VoiceWish): V | undefined {
  const { local, online } = voicesToOffer(voices);
  const allowed = [...local, ...(wish.online ? online : [])];
  return allowed.find((voice) => voice.voiceURI === wish.voice) ?? allowed[0];
}
