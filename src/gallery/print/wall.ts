/**
 * Hangs pictures of any shape on a wall: in rows, in their order, each on a card with room for a name below, and as large as they can be.
 * Pictures of a row are equally high. The cards of each row fill the width.
 */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Hung {
  card: Box;
  picture: Box;
  name: Box;
}

/** In points of a sheet of A3. */
const gap = 15;
const border = 11;
/** The room for a name. */
const least = 52;
const most = 112;

/** Cuts a list into so many stretches, the widest of which is as narrow as it can be. */
function stretches(aspects: readonly number[], count: number): number[][] {
  const total = aspects.reduce((sum, aspect) => sum + aspect, 0);
  const fits = (width: number): number[][] => {
    const rows: number[][] = [[]];
    let sum = 0;
    for (const aspect of aspects) {
      if (rows.at(-1)!.length > 0 && sum + aspect > width) {
        rows.push([]);
        sum = 0;
      }
      rows.at(-1)!.push(aspect);
      sum += aspect;
    }
    return rows;
  };
  let [low, high] = [Math.max(...aspects), total];
  for (let step = 0; step < 30; step += 1) {
    const middle = (low + high) / 2;
    if (fits(middle).length > count) low = middle;
    else high = middle;
  }
  return fits(high);
}

/** How high the pictures of a row can be so that its cards fill the width. */
const naturalHeight = (row: readonly number[], width: number) =>
  (width - gap * (row.length - 1) - 2 * border * row.length) / row.reduce((sum, aspect) => sum + aspect, 0);

/**
 * @param aspects width by height of each picture, in their order
 * @returns a place for each, in points
 */
export function hang(aspects: readonly number[], wall: Box): Hung[] {
  if (aspects.length === 0) return [];
  const choices = aspects.map((_, index) => {
    const rows = stretches(aspects, index + 1);
    const room = (wall.height - gap * (rows.length - 1)) / rows.length - 2 * border;
    const heights = rows.map((row) => Math.min(naturalHeight(row, wall.width), room - least));
    const seen = rows.reduce((sum, row, at) => sum + row.length * heights[at]! ** 2, 0);
    return { rows, heights, seen: Math.min(...heights) > 0 ? seen : 0 };
  });
  const { rows, heights } = choices.reduce((best, choice) => (choice.seen > best.seen ? choice : best));
  const left = wall.height - gap * (rows.length - 1) - heights.reduce((sum, height) => sum + height + 2 * border, 0);
  const name = Math.min(most, left / rows.length);
  // What is still left stands above and below.
  let y = wall.y + (left - name * rows.length) / 2;
  return rows.flatMap((row, at) => {
    const height = heights[at]!;
    const sum = row.reduce((all, aspect) => all + aspect, 0);
    const spare = wall.width - gap * (row.length - 1) - row.length * 2 * border - height * sum;
    let x = wall.x;
    const hung = row.map((aspect) => {
      const width = height * aspect + spare / row.length;
      const card = { x, y, width: width + 2 * border, height: height + name + 2 * border };
      const picture = { x: x + border + spare / row.length / 2, y: y + border, width: height * aspect, height };
      x += card.width + gap;
      const nameTop = y + border + height;
      return { card, picture, name: { x: card.x + border, y: nameTop, width, height: name + border } };
    });
    y += height + name + 2 * border + gap;
    return hung;
  });
}
