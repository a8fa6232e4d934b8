/**
 * The limits that the two readings are held to: words a sentence, Flesch-Kincaid grade, words a page, sentences a paragraph.
 * The UK government's own limits are 25 words a sentence for all and 15 in easy read; grades and means are stricter on purpose.
 * `from…` are where advice begins.
 */
export const limits = {
  standard: { longest: 25, fromLong: 20, mean: 15, grade: 9, fromGrade: 7, fewestWords: 80, sentences: 3 },
  easyRead: { longest: 15, mean: 10, grade: 4, mostWords: 600, fromWords: 350, titleWords: 8 },
} as const;
