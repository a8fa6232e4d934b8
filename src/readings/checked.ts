/** Who has checked an easy-read page, when, and whether that still holds: computed, never said by hand. */

/** What an author writes in the front matter of `easy-read.mdx`. */
export interface CheckFields {
  checkedBy?: string | undefined;
  checkedOn?: string | undefined;
  checkedText?: string | undefined;
  reviewBy?: string | undefined;
}

export interface Check {
  /** The group, as it stands at the beginning of a sentence. */
  by: string;
  on: string;
  /** The words are not the ones that the group saw. */
  changed: boolean;
  /** The day by which a group should check it again, and whether it has gone by. */
  reviewBy: string;
  again: boolean;
}

/** Twelve months after a day; 29 February becomes the 28th. */
export function yearAfter(day: string): string {
  const year = String(Number(day.slice(0, 4)) + 1).padStart(4, '0');
  return `${year}${day.slice(4) === '-02-29' ? '-02-28' : day.slice(4)}`;
}

/**
 * @param mark makes the mark of the words as they stand now; it takes time, and is called only when it is needed
 * @param today as 2026-11-23
 * @returns undefined when nobody has checked the page, or when who, when and which words are not all known
 */
export function checkOf(
  { checkedBy, checkedOn, checkedText, reviewBy }: CheckFields,
  mark: () => string,
  today: string,
): Check | undefined {
  if (!checkedBy || !checkedOn || !checkedText) return undefined;
  const again = reviewBy ?? yearAfter(checkedOn);
  return {
    by: checkedBy.charAt(0).toUpperCase() + checkedBy.slice(1),
    on: checkedOn,
    changed: mark() !== checkedText,
    reviewBy: again,
    again: today > again,
  };
}

/** The lists that a page of all pages is in: each is in one, and what needs a group again stands before what does not. */
export const checkStates = ['not-yet', 'again', 'changed', 'checked'] as const;
export type CheckState = (typeof checkStates)[number];

export const stateOf = (check: Check | undefined): CheckState =>
  check === undefined ? 'not-yet' : check.again ? 'again' : check.changed ? 'changed' : 'checked';
