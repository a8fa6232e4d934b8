/** All artworks in one file, one on each page, behind a page that says what is in it. */
import { drawShape } from '../../components/cut-paper.ts';
import { heightOf, set, Sheet, type Text } from '../../components/sheet.ts';
import { coloursOf } from '../../styles/hues.ts';
import { widthOf } from '../../styles/letters-line.ts';
import { dateOf, latest, type PrintedArtwork, type PrintedSite } from './facts.ts';
import { drawLinkLine } from './link-line.ts';
import type { PrintPicture } from './picture.ts';
import { drawPoster, layoutOf } from './poster.ts';
import { printWords } from './print-words.ts';

const margin = 56;

/** A line for each artwork: its shape, its value, and its page. */
function drawContents(sheet: Sheet, artworks: readonly PrintedArtwork[], top: number, end: number): void {
  const step = Math.min(48, (end - top) / artworks.length);
  const lines = artworks.map(({ value }, index) => {
    const box = { x: margin + step, y: top + step * index + step * 0.12, width: sheet.width - 2 * margin - step, weight: 700 as const };
    return set(`${value.name}, page ${index + 2}`, { ...box, largest: Math.min(20, step * 0.6), smallest: 4 }, coloursOf(value.hue).deep);
  });
  sheet.decoration((pdf) =>
    artworks.forEach(({ value }, index) =>
      drawShape(pdf, value.shape, { x: margin, y: top + step * index, size: step * 0.76, colour: coloursOf(value.hue).bright }),
    ),
  );
  const width = (text: Text) => widthOf(text.lines.join(' '), 700) * text.size;
  sheet.contents(lines.map((text, index) => ({ text, name: artworks[index]!.id, width: width(text) })));
}

/** @param pictureOf gives the picture of one artwork; asked for one after another, so that few are in memory */
export async function allPdf(
  artworks: readonly PrintedArtwork[],
  pictureOf: (artwork: PrintedArtwork) => Promise<PrintPicture>,
  site: PrintedSite,
): Promise<Uint8Array> {
  const { gallery, pledge } = site;
  const { tint, bright, deep } = coloursOf(pledge.hue);
  const date = dateOf(latest(artworks.map(({ day }) => day)));
  const sheet = new Sheet({ title: gallery.title, date, author: site.name, layout: 'portrait' });
  sheet.bookmark(gallery.title, 'contents');
  const { width, height } = sheet;
  sheet.decoration((pdf) => {
    pdf.path(`M0 0H${width}V150q-90 34-240 20T90 176Q40 172 0 182z`).fill(tint);
    drawShape(pdf, pledge.shape, { x: width - 170, y: 26, size: 124, colour: bright, turn: 6 });
  });
  const box = { x: margin, width: width - 2 * margin - 130 };
  sheet.text(
    'H1',
    set(gallery.title, { ...box, y: 52, weight: 700, largest: 44, smallest: 18, lines: (size) => (size > 30 ? 1 : 2) }, deep),
  );
  sheet.text('P', set(`${site.name}, ${site.place}`, { ...box, y: 112, weight: 400, largest: 14, smallest: 7 }));
  const lead = set(printWords.contents, { ...box, y: 210, weight: 700, largest: 18, smallest: 12 });
  sheet.text('P', lead);
  drawContents(sheet, artworks, lead.y + heightOf(lead) + 14, height - 80);
  const place = { x: margin, y: height - 52, width: width - 2 * margin, largest: 12 };
  drawLinkLine(sheet, { ...place, before: printWords.seeAll, address: gallery.address, called: gallery.title, colour: deep });
  for (const artwork of artworks) {
    const picture = await pictureOf(artwork);
    sheet.nextPage(layoutOf(picture));
    sheet.bookmark(artwork.value.name, artwork.id);
    drawPoster(sheet, artwork, picture, site, 'H2');
  }
  return sheet.finish();
}
