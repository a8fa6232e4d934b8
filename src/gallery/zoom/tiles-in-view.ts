/** Which tiles of a picture are in view. Their addresses are those of the IIIF Image API 3, level 0, as the build writes them. Pure. */

/** What the page says of a picture. */
export interface Tiled {
  /** The address below which the tiles stand. */
  at: string;
  /** The full size, in pixels. */
  width: number;
  height: number;
  /** The side of a tile, in pixels. */
  tile: number;
  /** Largest scale factor: the tiles of it show the picture that many times smaller. */
  most: number;
}

/** A part of the picture, in pixels of its full size. */
export interface Part {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * @param shown how wide the whole picture is shown, in pixels of the screen
 * @param view the part that can be seen
 * @returns the address of each tile, with the part of the picture that it shows
 */
export function tilesInView({ at, width, height, tile, most }: Tiled, shown: number, view: Part): Map<string, Part> {
  const tiles = new Map<string, Part>();
  let factor = 1;
  while (factor * 2 <= most && width / (factor * 2) >= shown) factor *= 2;
  const side = tile * factor;
  const first = (from: number) => Math.max(0, Math.floor(from / side) * side);
  for (let y = first(view.y); y < Math.min(height, view.y + view.height); y += side)
    for (let x = first(view.x); x < Math.min(width, view.x + view.width); x += side) {
      const part = { x, y, width: Math.min(side, width - x), height: Math.min(side, height - y) };
      const size = `${Math.ceil(part.width / factor)},${Math.ceil(part.height / factor)}`;
      const region = part.width === width && part.height === height ? 'full' : `${x},${y},${part.width},${part.height}`;
      tiles.set(`${at}/${region}/${size}/0/default.jpg`, part);
    }
  return tiles;
}
