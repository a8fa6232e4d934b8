/** Which file of a picture fits a screen. One is chosen for all of its life, so that the same is kept for when the network is lost. */

interface Choice {
  address: string;
  width: number;
}

/** @param set as in a `srcset` with widths: `/a/400.jpg 400w, /a/800.jpg 800w` */
export const filesOfSet = (set: string): Choice[] =>
  set
    .split(',')
    .map((part) => part.trim().split(/\s+/))
    .flatMap(([address = '', width = '']) => (/^\d+w$/.test(width) ? [{ address, width: Number.parseInt(width, 10) }] : []))
    .sort((a, b) => a.width - b.width);

/** Bars and edges take about a tenth of the height. */
const heightForPicture = 0.9;

/** @param ratio width over height @param view the window in CSS pixels @param density pixels of the screen for each @returns pixels */
export const widthNeeded = (ratio: number, view: { width: number; height: number }, density: number): number =>
  Math.min(view.width, view.height * heightForPicture * ratio) * density;

/** @returns the smallest that is wide enough, else the widest; undefined when there is none */
export const fitting = (set: string, needed: number): string | undefined => {
  const files = filesOfSet(set);
  return (files.find(({ width }) => width >= needed) ?? files.at(-1))?.address;
};
