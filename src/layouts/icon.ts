/** The site's own sign, from the shape of its home page: the pieces in the colours of the sections. */
import { coloursOf } from '../styles/hues.ts';
import { shapeMarkup } from '../readings/shapes.ts';

/**
 * @param shape the name of the home page's shape
 * @param hues the colours of the sections, one a piece of the shape, in turn
 * @param paper the colour behind it; none for a see-through icon
 */
export function iconSvg(shape: string | undefined, hues: number[], paper?: string): string {
  const markup = shape ? shapeMarkup(shape) : undefined;
  const paths = (markup?.paths.match(/<path[^>]*>/g) ?? ['<path d="M20 30 178 18l8 160-170 8z"/>']).map((path, index) => {
    const hue = hues[index % Math.max(hues.length, 1)];
    return path.replace('<path', `<path fill="${hue === undefined ? '#b6b4fe' : coloursOf(hue).bright}"`);
  });
  const back = paper ? `<path fill="${paper}" d="M-20-20h240v240H-20z"/>` : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${paper ? '-20 -20 240 240' : (markup?.viewBox ?? '0 0 200 200')}">${back}${paths.join('')}</svg>`;
}
