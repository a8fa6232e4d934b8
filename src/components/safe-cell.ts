/**
 * A cell that a spreadsheet shows as text. Excel and its kin run what begins with one of these signs, also behind spaces, and read
 * full-width signs as the plain ones; an apostrophe in front makes it text.
 */

/** Tab, CR and NUL count themselves, so they are no spaces here. */
const runs = /^[^\S\t\r]*[=+\-@\t\r\0＝＋－＠﹢﹣﹦﹫]/u;

/**
 * @param text any text
 * @returns the same, with ' in front where a spreadsheet would run it (requirement "Spreadsheet formulas")
 */
export const safeCell = (text: string): string => (runs.test(text) ? `'${text}` : text);
