/**
 * Turns a hue into the four colours that the site uses of it. Lightness is fixed, so that every hue has the same contrast:
 * tint and bright under ink, deep on paper and glow on night are all 7:1 or better (WCAG 2.2, 1.4.6); a test holds it.
 */
import { clampChroma, formatHex } from 'culori';

/** OKLCH lightness (0 to 1) and chroma of each colour; chroma shrinks where the screen cannot show it. */
const recipe = { tint: [0.94, 0.045], bright: [0.8, 0.15], deep: [0.4, 0.12], glow: [0.82, 0.12] } as const;

export type HueColours = Record<keyof typeof recipe, string>;

/** @param hue degrees on the OKLCH circle, 0 to 360 */
export function coloursOf(hue: number): HueColours {
  const colour = ([l, c]: readonly [number, number]) => formatHex(clampChroma({ mode: 'oklch', l, c, h: hue }, 'oklch'));
  return { tint: colour(recipe.tint), bright: colour(recipe.bright), deep: colour(recipe.deep), glow: colour(recipe.glow) };
}

/** The style rules for all hues that the content uses: `[data-hue="55"]{--tint:…}`. */
export function hueStyles(hues: Iterable<number>): string {
  return [...new Set(hues)]
    .sort((a, b) => a - b)
    .map((hue) => {
      const { tint, bright, deep, glow } = coloursOf(hue);
      return `[data-hue="${hue}"]{--tint:${tint};--bright:${bright};--deep:${deep};--glow:${glow}}`;
    })
    .join('\n');
}
