/** Zooming: which steps there are, and which tiles are in view. */
import { expect, test } from 'vitest';
import { levelsFor } from '../../src/gallery/zoom/levels.ts';
import { tilesInView, type Tiled } from '../../src/gallery/zoom/tiles-in-view.ts';

test('each step doubles, the last shows every pixel, and no step is too small to be seen', () => {
  expect(levelsFor(8)).toEqual([1, 2, 4, 8]);
  expect(levelsFor(5.3)).toEqual([1, 2, 4, 5.3]);
  expect(levelsFor(4.2)).toEqual([1, 2, 4.2]);
});

test('a small picture can be enlarged too', () => expect(levelsFor(0.8)).toEqual([1, 2]));

const picture: Tiled = { at: '/t', width: 3000, height: 4096, tile: 512, most: 8 };
const areaOf = (tiles: ReturnType<typeof tilesInView>) => [...tiles.values()].reduce((sum, part) => sum + part.width * part.height, 0);

test('the whole picture is covered without a gap or an overlap, at every size', () => {
  const whole = { x: 0, y: 0, width: 3000, height: 4096 };
  for (const shown of [300, 375, 376, 750, 751, 1500, 1501, 3000, 6000])
    expect(areaOf(tilesInView(picture, shown, whole)), `${shown} pixels wide`).toBe(3000 * 4096);
});

test('only tiles in view are fetched, as sharp as the screen can show them and no sharper', () => {
  const corner = { x: 2600, y: 3700, width: 400, height: 396 };
  expect([...tilesInView(picture, 3000, corner).keys()]).toEqual(['/t/2560,3584,440,512/440,512/0/default.jpg']);
  expect([...tilesInView(picture, 700, { x: 0, y: 0, width: 100, height: 100 }).keys()]).toEqual([
    '/t/0,0,2048,2048/512,512/0/default.jpg',
  ]);
});

test('where one tile holds the whole picture, it is asked for as such', () =>
  expect([...tilesInView(picture, 300, { x: 0, y: 0, width: 3000, height: 4096 }).keys()]).toEqual(['/t/full/375,512/0/default.jpg']));

test('a view beyond the edges, as a browser that bounces has it, asks for nothing that is not there', () => {
  const tiles = [...tilesInView(picture, 3000, { x: -50, y: -50, width: 4000, height: 5000 }).values()];
  expect(Math.min(...tiles.map(({ x }) => x))).toBe(0);
  expect(Math.max(...tiles.map(({ x, width }) => x + width))).toBe(3000);
  expect(Math.max(...tiles.map(({ y, height }) => y + height))).toBe(4096);
});
