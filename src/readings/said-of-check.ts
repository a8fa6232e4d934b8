/** What a page says of its check, in one sentence after another; nothing of it without the group and the day. */
import type { Check } from './checked.ts';
import { dateInWords } from './dates.ts';
import { wordsFor } from './interface-words.ts';
import type { Reading } from './reading.ts';

/** @param check undefined when nobody has checked the page */
export function saidOfCheck(check: Check | undefined, reading: Reading): string[] {
  const say = wordsFor(reading);
  if (!check) return [say('footNotChecked')];
  return [
    say('footChecked').replace('{who}', check.by).replace('{day}', dateInWords(check.on)),
    ...(check.changed ? [say('footChanged')] : []),
    ...(check.again ? [say('footAgain').replace('{day}', dateInWords(check.reviewBy))] : []),
  ];
}
