/** How far a picture can be made larger, and by which steps. Pure. */

/**
 * @param full how many times wider the picture is at its full size than when all of it is shown
 * @returns the steps, as times the width of the whole: doubled each time, and the last one shows every pixel that there is; at least twice,
 * so that a person with low vision can enlarge a small picture too
 */
export function levelsFor(full: number): number[] {
  const most = Math.max(full, 2);
  const levels = [1];
  // A last step that hardly differs from the one before would look as if the button did nothing.
  for (let level = 2; level * 1.25 < most; level *= 2) levels.push(level);
  return [...levels, most];
}
