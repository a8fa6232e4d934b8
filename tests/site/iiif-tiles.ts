/** The files that a viewer may ask of an image at level 0, reckoned from its info.json alone. */
import type { Info } from './iiif-rules.ts';

/**
 * The formula of https://iiif.io/api/image/3.0/implementation/#3-tile-region-parameter-calculation; a tile that is the whole picture is
 * asked for as "full", as the canonical form of an address has it.
 * @returns each file below the image's address with the size in pixels that it must have
 */
export function tilesOf({ width, height, tiles, sizes, maxWidth, maxHeight }: Info): Map<string, { width: number; height: number }> {
  const files = new Map([['full/max/0/default.jpg', { width: maxWidth, height: maxHeight }]]);
  for (const size of sizes) files.set(`full/${size.width},${size.height}/0/default.jpg`, size);
  for (const tile of tiles)
    for (const factor of tile.scaleFactors)
      for (let x = 0; x < width; x += tile.width * factor)
        for (let y = 0; y < height; y += tile.height * factor) {
          const [w, h] = [Math.min(tile.width * factor, width - x), Math.min(tile.height * factor, height - y)];
          const size = { width: Math.ceil(w / factor), height: Math.ceil(h / factor) };
          const region = w === width && h === height ? 'full' : `${x},${y},${w},${h}`;
          files.set(`${region}/${size.width},${size.height}/0/default.jpg`, size);
        }
  return files;
}
