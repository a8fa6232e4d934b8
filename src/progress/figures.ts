/** The figures of a text, so that both readings can be held to the same: "three" is 3, "1,200" is 1200. */

const inWords = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const pattern = /\b(?:\d[\d,]*(?:\.\d+)?|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/gi;
/** Names that hold a figure and count nothing. */
const names = /\bCOVID-19\b|\bphase (?:one|two|three)\b|\blevel \d\b|\b\d{4}(?:-\d{2})*\b/gi;

/** @returns the figures of a text from 3 on, each once: "one" and "two" are words of speech too; years are dates and no figures */
export const figuresOf = (text: string): number[] =>
  [
    ...new Set(
      [...text.replace(names, ' ').matchAll(pattern)].map(([written]) => {
        const word = inWords.indexOf(written.toLowerCase());
        return word >= 0 ? word : Number(written.replaceAll(',', ''));
      }),
    ),
  ].filter((figure) => figure > 2);
