/** A sheet to colour in, which a person has drawn: black lines on white, on a sheet of A4. */
import sharp from 'sharp';
import { set, Sheet, type Place } from '../../components/sheet.ts';
import { dateOf, type PrintedArtwork, type PrintedSite } from './facts.ts';
import { drawLinkLine } from './link-line.ts';
import { inside, type PrintPicture } from './picture.ts';
import { layoutOf } from './poster.ts';
import { filled, printWords } from './print-words.ts';

/** 300 dots an inch on a sheet of A4. */
const longSide = 3200;
const edge = 28;
const foot = 66;

/** Notes of a drawing program, written words, and names of parts: they may hold who drew it. */
export const notOnlyLines =
  /<(?:title|desc|metadata|text|tspan)\b|<[\w-]+:|<!--|\s(?!xmlns\b|xml:)[\w-]+:[\w-]+\s*=\s*["']|\s(?:id|class|data-[\w-]+|aria-[\w-]+)\s*=/i;

/** A drawing that cannot be printed; its message says which, why, and what to do. */
export class ColouringUnusable extends Error {}

/**
 * @param svg the drawing, which the content check has found to be nothing but a drawing
 * @returns its lines as a PNG in shades of grey
 * @throws ColouringUnusable when it is no drawing, or has colours
 */
export async function colouringPicture(id: string, svg: Uint8Array): Promise<PrintPicture> {
  const refuse = (why: string) => new ColouringUnusable(`The file colouring.svg of the artwork ${id} (field "colouring") ${why}`);
  if (notOnlyLines.test(Buffer.from(svg).toString('utf8')))
    throw refuse('holds notes of the drawing program, which may hold a name. Save it as "plain" or "optimised" SVG.');
  const opaque = await sharp(svg)
    .metadata()
    .then(({ width, height, format }) => {
      if (format !== 'svg') throw new Error('it is no SVG');
      const density = Math.min(2400, (72 * longSide) / Math.max(width, height));
      return sharp(svg, { density }).resize({ width: longSide, height: longSide, fit: 'inside' }).flatten({ background: '#ffffff' });
    })
    .catch((error: Error) => {
      throw refuse(`cannot be read: ${error.message.split('\n')[0]}. Save it again as "plain" SVG.`);
    });
  const { data: rgb } = await opaque.clone().resize({ width: 400 }).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  if (hasColour(rgb)) throw refuse('has colours. Draw it with black lines on white, so that there is something to colour in.');
  const { data, info } = await opaque.greyscale().toColourspace('b-w').png({ compressionLevel: 9 }).toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
}

/** @param rgb three bytes for each dot */
function hasColour(rgb: Uint8Array): boolean {
  for (let at = 0; at + 2 < rgb.length; at += 3) {
    const [red, green, blue] = [rgb[at]!, rgb[at + 1]!, rgb[at + 2]!];
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > 24) return true;
  }
  return false;
}

/** @returns a PDF of one page */
export function colouringPdf(artwork: PrintedArtwork, drawing: PrintPicture, site: PrintedSite): Promise<Uint8Array> {
  const title = filled(printWords.colouring, { value: artwork.value.name });
  const sheet = new Sheet({ title, date: dateOf(artwork.day), author: site.name, layout: layoutOf(drawing) });
  const black = '#000000';
  const top = sheet.height - foot;
  const width = sheet.width - 2 * edge;
  sheet.text('H1', set(artwork.value.name, { x: edge, y: top, width, weight: 700, largest: 26, smallest: 10 }, black));
  const room: Place = { x: edge, y: edge, width, height: sheet.height - edge - foot - 8 };
  sheet.picture(drawing.bytes, `${filled(printWords.colouring, { value: artwork.title })}. ${artwork.alt}`, inside(drawing, room));
  const place = { x: edge, y: top + 34, width, largest: 10, colour: black };
  const before = `${artwork.credit.replace(/[^.!?]$/, '$&.')} ${printWords.seeIt}`;
  drawLinkLine(sheet, { ...place, before, address: artwork.address, called: artwork.value.name });
  return sheet.finish();
}
