/** Days as people in England count them. */

const london = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' });

/** @returns the day in London at a time in UTC, as 2026-11-23 */
export const londonDay = (time: string): string => london.format(new Date(time));

/** @returns the same time of day some months earlier; the last day of the month where that month is shorter */
export function monthsBefore(now: Date, months: number): Date {
  const then = new Date(now);
  then.setUTCMonth(now.getUTCMonth() - months);
  if (then.getUTCDate() !== now.getUTCDate()) then.setUTCDate(0);
  return then;
}
