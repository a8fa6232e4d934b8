/** Which pictures an author means by a few words. */

/** The words of a text, in small letters. */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether each asked word begins one of the words: "doc" finds "doctor", and "is" does not find "list". */
export const holdsAll = (words: readonly string[], asked: readonly string[]) =>
  asked.every((one) => words.some((word) => word.startsWith(one)));
