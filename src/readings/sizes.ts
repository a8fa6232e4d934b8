/** Sizes and lengths of files, as people compare them. */

/** The unit is "kB" also above a thousand, so that two sizes can be compared at a glance. */
export const sizeInWords = (bytes: number) => `${Math.max(1, Math.round(bytes / 1000)).toLocaleString('en-GB')} kB`;

const counted = (count: number, one: string) => (count === 1 ? `1 ${one}` : `${count} ${one}s`);

/** @param seconds of a recording @returns "1 minute 5 seconds", to the nearest second */
export function lengthInWords(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
  return [minutes > 0 && counted(minutes, 'minute'), rest > 0 && counted(rest, 'second')].filter(Boolean).join(' ');
}
