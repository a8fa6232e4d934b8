/** Dates as people read them: "July 2021", "23 November 2026". */

const months = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** @param written a month (`2021-07`) or a day (`2021-07-15`) */
export const dateInWords = (written: string) => (written.length === 7 ? months : days).format(new Date(written));
