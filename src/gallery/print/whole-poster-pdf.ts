/** The poster with all values as a tagged PDF of one page. */
import { drawShape } from '../../components/cut-paper.ts';
import { Sheet } from '../../components/sheet.ts';
import { coloursOf } from '../../styles/hues.ts';
import { dateOf, latest, type PrintedSite } from './facts.ts';
import { drawLinkLine } from './link-line.ts';
import { filled, printWords } from './print-words.ts';
import { sheetSize, wholePoster, type Piece, type Shown } from './whole-poster.ts';

function draw(sheet: Sheet, piece: Piece): void {
  if (piece.kind === 'text') sheet.text(piece.tag, piece.text);
  else if (piece.kind === 'picture') sheet.picture(piece.picture.bytes, piece.alt, piece.place);
  else if (piece.kind === 'shape') sheet.decoration((pdf) => drawShape(pdf, piece.shape, piece));
  else sheet.decoration((pdf) => pdf.path(piece.data).fill(piece.colour));
}

/** @param shown the artworks that may be printed */
export function wholePosterPdf(site: PrintedSite, shown: readonly Shown[]): Promise<Uint8Array> {
  const title = filled(printWords.wholePoster, { pledge: site.pledge.name });
  const date = dateOf(latest(shown.map(({ artwork }) => artwork.day)));
  const sheet = new Sheet({ title, date, author: site.name, layout: 'landscape', size: 'A3' });
  for (const piece of wholePoster(site, shown)) draw(sheet, piece);
  // On the right of the foot, where a picture needs none: a link can only be followed in the PDF.
  const { address, title: called } = site.gallery;
  const place = { x: sheetSize.width - 40 - 500, y: sheetSize.height - 44, width: 500, largest: 13, atRight: true };
  drawLinkLine(sheet, { ...place, before: printWords.seeAll, address, called, colour: coloursOf(site.pledge.hue).deep });
  return sheet.finish();
}
