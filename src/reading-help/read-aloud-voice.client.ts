/** The voices of this browser, which may come late, and the one that reads. */
import { keep, rates, readKept, type Kept } from './read-aloud-kept.client.ts';
import { voiceFor, voicesToOffer } from './speech-voices.ts';

/** How long voices are waited for, in milliseconds: Chrome brings them late, and not every browser says when they come. */
const longestWait = 3000;

export const synth: SpeechSynthesis | undefined = globalThis.speechSynthesis;

let kept: Kept = readKept();
/** Read anew each time: another page, or "Back to normal", may have taken back what was allowed here. */
const now = (): Kept => (isOnDevice ? (kept = readKept()) : kept);
/** Where the device keeps nothing, what was chosen lasts while the page does. */
let isOnDevice = true;
const put = (changed: Partial<Kept>) => {
  kept = { ...now(), ...changed };
  isOnDevice = keep(kept);
};
/** An online voice that could not be reached does not read again on this page. */
let onlineFails = false;

const all = () => synth?.getVoices() ?? [];
// Asking is what makes Chrome fetch them.
all();

export const offered = () => voicesToOffer(all());
export const onlineAllowed = () => now().online;
export const voiceNow = () => voiceFor(all(), { ...now(), online: kept.online && !onlineFails });
export const rateNow = () => now().rate;
export const speedNow = () => rates.findIndex((rate) => rate === now().rate);

/** @returns whether the speed was changed: at its ends it goes no further */
export function changeSpeed(by: -1 | 1): boolean {
  const rate = rates[speedNow() + by];
  if (rate !== undefined) put({ rate });
  return rate !== undefined;
}

export function chooseVoice(address: string): void {
  onlineFails = false;
  put({ voice: address });
}

/** Allows online voices, or takes it back; an online voice that was chosen is then chosen no more. */
export function allowOnline(online: boolean): void {
  onlineFails = false;
  const chosen = all().find(({ voiceURI }) => voiceURI === now().voice);
  put({ online, ...(!online && chosen && !chosen.localService ? { voice: undefined } : {}) });
}

/** @returns whether a voice of the device can read instead of an online one that is out of reach */
export function leaveOnline(): boolean {
  onlineFails = offered().local.length > 0;
  return onlineFails;
}

/** Waits until there are voices or the time is over: by the event where it comes, by looking where it does not. */
export const voicesCome = () =>
  new Promise<void>((done) => {
    const started = performance.now();
    const look = setInterval(() => {
      if (all().length > 0 || performance.now() - started > longestWait) end();
    }, 100);
    const end = () => {
      clearInterval(look);
      synth?.removeEventListener?.('voiceschanged', end);
      done();
    };
    synth?.addEventListener?.('voiceschanged', end);
  });

export const anyVoice = () => all().length > 0;
export const isFastest = () => speedNow() === rates.length - 1;
