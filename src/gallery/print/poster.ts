/** One artwork on a sheet of A4, to hang on a wall: the picture on a card of its value's colour, its value, and who made it. */
import { cutPiece, drawShape } from '../../components/cut-paper.ts';
import { heightOf, set, Sheet, type Layout, type Place, type Text } from '../../components/sheet.ts';
import { coloursOf } from '../../styles/hues.ts';
import { drawable } from '../../styles/letters.ts';
import { dateOf, type PrintedArtwork, type PrintedSite } from './facts.ts';
import { drawLinkLine } from './link-line.ts';
import { inside, type PrintPicture } from './picture.ts';
import { filled, printWords } from './print-words.ts';

/** In points. Most printers leave the outermost 14 points white. */
const edge = 20;
const foot = 100;

/** The sheet lies as its picture does. */
export const layoutOf = ({ width, height }: { width: number; height: number }): Layout => (width > height ? 'landscape' : 'portrait');

/** The words that the picture shows, over it and not painted: so that they can be searched, copied and heard. */
function writtenOn({ written }: PrintedArtwork, { x, y, width, height }: Place): Text[] {
  const step = height / Math.max(1, written.length);
  return written.map((words, index) => {
    const box = { x, width, weight: 400 as const, largest: Math.min(28, step / 1.3), smallest: 2, y: y + step * index };
    const whole = drawable(words, 400).whole;
    return { ...set(words, box), unseen: true, ...(whole ? {} : { spoken: words }) };
  });
}

/** Below the card: the value in large letters, the credit, and where to see it on the site. */
function drawFoot(sheet: Sheet, artwork: PrintedArtwork, site: PrintedSite, heading: Text): void {
  const { deep } = coloursOf(artwork.value.hue);
  const { x } = heading;
  const width = sheet.width - x - edge - 12;
  const named = artwork.title === artwork.value.name ? artwork.credit : `“${artwork.title}”. ${artwork.credit}`;
  const credit = set(named, {
    x,
    y: heading.y + heightOf(heading) + 2,
    width,
    weight: 400,
    largest: 13,
    smallest: 8,
    lines: (size) => (size > 11 ? 1 : 2),
  });
  sheet.text('P', credit);
  const before = `${site.name}, ${site.place}. ${printWords.seeIt}`;
  const place = { x, y: credit.y + heightOf(credit) + 3, width, largest: 10 };
  drawLinkLine(sheet, { ...place, before, address: artwork.address, called: artwork.value.name, colour: deep });
}

/** Fills the page that is being drawn. @param tag the rank of its heading in the file */
export function drawPoster(sheet: Sheet, artwork: PrintedArtwork, picture: PrintPicture, site: PrintedSite, tag: 'H1' | 'H2'): void {
  const { value } = artwork;
  const { tint, bright, deep } = coloursOf(value.hue);
  const card: Place = { x: edge, y: edge, width: sheet.width - 2 * edge, height: sheet.height - edge - foot };
  const shown = inside(picture, { x: card.x + 14, y: card.y + 14, width: card.width - 28, height: card.height - 28 });
  sheet.decoration((pdf) => {
    pdf.path(cutPiece(card, value.hue, 5)).fill(tint);
    drawShape(pdf, value.shape, { x: edge + 6, y: sheet.height - foot + 14, size: 66, colour: bright });
  });
  const place = { x: edge + 88, y: sheet.height - foot + 6, width: sheet.width - 2 * edge - 100 };
  const heading = set(value.name, { ...place, weight: 700, largest: 34, smallest: 14 }, deep);
  sheet.text(tag, heading);
  sheet.picture(picture.bytes, artwork.alt, shown);
  for (const words of writtenOn(artwork, shown)) sheet.text('P', words);
  drawFoot(sheet, artwork, site, heading);
}

/** @returns a PDF of one page */
export function posterPdf(artwork: PrintedArtwork, picture: PrintPicture, site: PrintedSite): Promise<Uint8Array> {
  const title = filled(printWords.poster, { value: artwork.value.name });
  const sheet = new Sheet({ title, date: dateOf(artwork.day), author: site.name, layout: layoutOf(picture) });
  drawPoster(sheet, artwork, picture, site, 'H1');
  return sheet.finish();
}
