/** The words of reading aloud, in both readings. They travel with its script, not with each page. */
import type { Reading } from '../readings/reading.ts';

export const readAloudWords = {
  bar: ['Read aloud', 'Read aloud'],
  pause: ['Pause', 'Pause'],
  goOn: ['Go on', 'Go on'],
  again: ['Read again', 'Read again'],
  back: ['Back one sentence', 'Go back'],
  next: ['Next sentence', 'Next'],
  slower: ['Slower', 'Slower'],
  faster: ['Faster', 'Faster'],
  stop: ['Stop', 'Stop'],
  close: ['Close', 'Close'],
  speed: ['Speed # of 7', 'Speed # of 7'],
  voice: ['Voice', 'Voice'],
  chooseVoice: ['Choose a voice', 'Choose a voice'],
  online: ['online', 'online'],
  onlineAllow: ['Allow online voices', 'Use online voices'],
  onlineWhy: [
    'An online voice sends the words of the page to the maker of your browser or of the voice. The voices of your device do not, so only they read unless you allow it.',
    'An online voice sends the words of this page to another company. A voice on your device does not.',
  ],
  wait: ['Looking for a voice.', 'Please wait.'],
  none: [
    'This browser finds no English voice on your device, so it cannot read aloud. You can add a voice in the settings of the device, under speech. On another phone or computer this button may work.',
    'Your device has no voice. It cannot read the page to you. You can try another phone or laptop. You can ask a person to read with you.',
  ],
  onlineOnly: [
    'Your device has no English voice of its own. An online voice can read, but it sends the words of the page to the maker of your browser or of the voice.',
    'Your device has no voice. You can use an online voice. An online voice sends the words of this page to another company.',
  ],
  useOnline: ['Use the online voice', 'Use the online voice'],
  'not-allowed': ['The browser did not let the voice begin. Press “Go on”.', 'The voice did not start. Press Go on.'],
  silent: [
    'No voice could be heard. Check the sound and press “Go on”, or choose another voice.',
    'The voice did not speak. Check the sound. Then press Go on.',
  ],
  network: [
    'The online voice cannot be reached. Check the connection and press “Go on”, or choose a voice of your device.',
    'The online voice does not work now. Press Go on to try again.',
  ],
  toDevice: ['The online voice cannot be reached. A voice of your device reads on.', 'A voice on your device reads now.'],
} as const satisfies Record<string, readonly [standard: string, easyRead: string]>;

export type ReadAloudWord = keyof typeof readAloudWords;

/** The words for one reading: `say('pause')`. */
export const readAloudWordsFor = (reading: Reading) => (name: ReadAloudWord) => readAloudWords[name][reading === 'standard' ? 0 : 1];
