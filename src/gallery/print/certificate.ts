/**
 * A certificate on paper, to be filled in with a pen: for whom, for what, when and by whom. Nobody's name is ever typed into the site.
 */
import { cutPiece, drawShape } from '../../components/cut-paper.ts';
import { heightOf, ink, set, Sheet, type Place, type Text } from '../../components/sheet.ts';
import { coloursOf } from '../../styles/hues.ts';
import { widthOf } from '../../styles/letters-line.ts';
import { dateOf, type PrintedSite } from './facts.ts';
import { printWords } from './print-words.ts';

const margin = 48;
const paper = '#fffdf8';

/** The sheet's own paper, the pledge's shape on a wide cut of its colour, and a strip of the values' colours. */
function drawGround(sheet: Sheet, { pledge, values }: PrintedSite): void {
  const { tint, bright } = coloursOf(pledge.hue);
  const { width, height } = sheet;
  sheet.decoration((pdf) => {
    pdf.rect(0, 0, width, height).fill(paper);
    pdf.path(`M${width - 250} 0q-30 90 34 170t156 84q40 0 60-10V0z`).fill(tint);
    drawShape(pdf, pledge.shape, { x: width - 190, y: 30, size: 150, colour: bright, turn: 6 });
    const step = height / Math.max(1, values.length);
    values.forEach((value, index) => {
      const [top, end] = [index * step, (index + 1) * step];
      pdf.path(`M0 ${top}H${14 + ((index * 5) % 7)}L${16 + ((index * 3) % 8)} ${end}H0z`).fill(coloursOf(value.hue).bright);
    });
  });
}

/** A word and a line behind it to write on. @param y of the line */
function line(sheet: Sheet, words: string, { x, y, width }: { x: number; y: number; width: number }): void {
  const text = set(words, { x, y: 0, width: width / 2, weight: 400, largest: 18, smallest: 8 });
  const placed: Text = { ...text, y: y - heightOf(text) + 3 };
  sheet.text('P', placed);
  const start = x + widthOf(text.lines.join(' '), 400) * text.size + 12;
  sheet.decoration((pdf) =>
    pdf
      .moveTo(start, y)
      .lineTo(x + width, y)
      .lineWidth(1.2)
      .stroke(ink),
  );
}

/** A card for each value, with a box to tick. */
function drawValues(sheet: Sheet, { values }: PrintedSite, room: Place): void {
  const gap = 9;
  const rows = Math.max(1, Math.ceil(values.length / 5));
  const columns = Math.ceil(values.length / rows);
  const [width, height] = [(room.width - gap * (columns - 1)) / columns, Math.min(66, (room.height - gap * (rows - 1)) / rows)];
  const box = Math.min(22, height - 14);
  const inner = {
    x: 0,
    y: 0,
    width: width - box - 30,
    weight: 700 as const,
    smallest: 6,
    lines: (size: number) => Math.floor((height - 8) / (size * 1.2)),
  };
  const size = Math.min(16, ...values.map(({ name }) => set(name, { ...inner, largest: 16 }).size));
  const cards = values.map((value, index) => {
    const [x, y] = [room.x + (index % columns) * (width + gap), room.y + Math.floor(index / columns) * (height + gap)];
    const text = set(value.name, { ...inner, largest: size });
    return { value, x, y, text: { ...text, x: x + box + 20, y: y + (height - heightOf(text)) / 2 } };
  });
  sheet.decoration((pdf) =>
    cards.forEach(({ value, x, y }, index) => {
      const { tint, deep } = coloursOf(value.hue);
      pdf.path(cutPiece({ x, y, width, height }, index + 1)).fill(tint);
      pdf.roundedRect(x + 11, y + (height - box) / 2, box, box, 3).lineWidth(1.6);
      pdf.fillAndStroke('#ffffff', deep);
    }),
  );
  sheet.list(cards.map(({ text }) => text));
}

/** @param day of the words of the gallery, as 2026-11-24 @returns a PDF of one page */
export function paperCertificate(site: PrintedSite, day: string): Promise<Uint8Array> {
  const { pledge } = site;
  const title = `${pledge.name}: ${printWords.certificate.toLowerCase()}`;
  const sheet = new Sheet({ title, date: dateOf(day), author: site.name, layout: 'landscape' });
  drawGround(sheet, site);
  const whole = { x: margin, width: sheet.width - 2 * margin };
  const beside = { x: margin, width: whole.width - 200 };
  sheet.text('H1', set(printWords.certificate, { ...beside, y: 38, weight: 700, largest: 56, smallest: 20 }, coloursOf(pledge.hue).deep));
  sheet.text('P', set(`${pledge.name}. ${site.name}, ${site.place}`, { ...beside, y: 108, weight: 400, largest: 15, smallest: 7 }));
  line(sheet, printWords.certificateFor, { x: margin, y: 196, width: whole.width - 196 });
  line(sheet, printWords.forWhat, { ...whole, y: 262 });
  sheet.decoration((pdf) =>
    pdf
      .moveTo(margin, 318)
      .lineTo(margin + whole.width, 318)
      .lineWidth(1.2)
      .stroke(ink),
  );
  if (site.values.length > 0) {
    sheet.text('P', set(printWords.ticked, { ...whole, y: 338, weight: 700, largest: 16, smallest: 10 }));
    drawValues(sheet, site, { x: margin, y: 366, width: whole.width, height: 142 });
  }
  const foot = sheet.height - 42;
  line(sheet, printWords.date, { x: margin, y: foot, width: 260 });
  line(sheet, printWords.signed, { x: margin + 290, y: foot, width: whole.width - 290 });
  return sheet.finish();
}
