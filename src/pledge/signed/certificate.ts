/**
 * The certificate that a setting can hang on its wall: one sheet of A4 with its name in large letters and the values that it
 * promised. The service makes it when it is asked for, without a browser; the same facts give the same bytes.
 *
 * A name whose letters are in none of the fonts here (Chinese, Bengali …) is not shown as empty boxes: the certificate then
 * leaves a line on which the setting writes its name by hand, and says so. The file's title still holds the name.
 */
import { pebble } from '../../components/cut-paper.ts';
import { heightOf, ink, set, Sheet, type Text } from '../../components/sheet.ts';
import type { ShapeMarkup } from '../../readings/shapes.ts';
import { coloursOf } from '../../styles/hues.ts';
import { drawable } from '../../styles/letters.ts';
import { widthOf } from '../../styles/letters-line.ts';
import { drawGround, drawValues, margin } from './certificate-shapes.ts';

/** One of the pledge's values; a title alone is enough. */
export interface CertificateValue {
  title: string;
  hue?: number;
  shape?: ShapeMarkup;
}

export interface Certificate {
  /** The setting's name as it is published. */
  name: string;
  kindName: string;
  /** The area's name. */
  area: string;
  /** The day of signing, as 2026-11-23. */
  date: string;
  siteName: string;
  place: string;
  values: readonly (string | CertificateValue)[];
  /** Where the setting stands on the site's list, with https://. */
  address: string;
  words: {
    /** The heading: "SEND pledge". */
    title: string;
    /** What follows the name: "has signed the SEND pledge". */
    signed: string;
    /** What leads to the values: "We promise to". */
    values: string;
    /** Below the empty line: "Write the name of your setting on this line." */
    writeName: string;
    /** Before the address: "See us on the list:". */
    listed: string;
  };
  /** The pledge's own colour and shape. */
  hue?: number;
  shape?: ShapeMarkup;
}

/** Hues for values that have none of their own, far from their neighbours. */
const hues = [55, 350, 150, 265, 120, 310, 25, 230, 185, 90];
const longDate = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

const valueOf = (value: string | CertificateValue, index: number): Required<CertificateValue> => ({
  hue: hues[index % hues.length]!,
  shape: pebble,
  ...(typeof value === 'string' ? { title: value } : value),
});

/** Draws texts below each other, in the middle of the room from `top` to `end`. */
function stack(sheet: Sheet, texts: Text[], gap: number, [top, end]: [number, number]): void {
  const height = texts.reduce((sum, text) => sum + heightOf(text) + gap, -gap);
  let y = top + Math.max(0, (end - top - height) / 2);
  for (const text of texts) {
    sheet.text('P', { ...text, y });
    y += heightOf(text) + gap;
  }
}

/** The name as large as it can be, what it did, and when; where the name cannot be drawn, a line to write it on. */
function drawSignature(sheet: Sheet, { name, kindName, area, words }: Certificate, day: Date): void {
  const [top, end] = [108, 336];
  const place = { x: margin, y: top, width: sheet.width - 2 * margin - 206, smallest: 9 };
  const signed = set(words.signed, { ...place, weight: 400, largest: 26 });
  const facts = set(`${longDate.format(day)}. ${kindName}, ${area}.`, { ...place, weight: 400, largest: 16, lines: () => 2 });
  const named = drawable(name);
  if (named.whole) {
    const [step, height] = [1.14, 130];
    const lines = (size: number) => Math.floor(height / (size * step));
    const title = set(named.text, { ...place, weight: 700, largest: 64, smallest: 15, lines });
    return stack(sheet, [{ ...title, step }, signed, facts], 10, [top, end]);
  }
  const rule = top + 84;
  sheet.decoration((pdf) => {
    pdf
      .moveTo(margin, rule)
      .lineTo(margin + place.width - 30, rule)
      .lineWidth(1.5)
      .stroke(ink);
  });
  const hint = set(words.writeName, { ...place, weight: 400, largest: 14, lines: () => 2 });
  stack(sheet, [hint, signed, facts], 10, [rule + 8, rule]);
}

/**
 * @param certificate facts and words; nothing in it is believed: any letters and any length are drawn or left for the pen
 * @returns a PDF of one page, tagged for screen readers, with its fonts inside
 * @throws RangeError when the date is none
 */
export async function certificatePdf(certificate: Certificate): Promise<Uint8Array> {
  const { name, date, siteName, place, words, address } = certificate;
  const day = new Date(`${date}T12:00:00Z`);
  const mark = { hue: certificate.hue ?? 285, shape: certificate.shape ?? pebble };
  const { deep } = coloursOf(mark.hue);
  const values = certificate.values.map(valueOf);
  const sheet = new Sheet({ title: `${name}: ${words.title}`.toWellFormed(), date: day, author: siteName, layout: 'landscape' });
  drawGround(sheet, mark, values);

  const whole = { x: margin, width: sheet.width - 2 * margin };
  const beside = { x: margin, width: whole.width - 206 };
  sheet.text('P', set(`${siteName}, ${place}`, { ...beside, y: 40, weight: 400, largest: 14, smallest: 8 }));
  sheet.text('H1', set(words.title, { ...beside, y: 62, weight: 700, largest: 30, smallest: 14 }, deep));
  drawSignature(sheet, certificate, day);

  const lead = set(words.values, { ...whole, y: 348, weight: 700, largest: 18, smallest: 10 });
  sheet.text('P', lead);
  drawValues(sheet, values, lead.y + heightOf(lead) + 8, sheet.height - 50);

  const foot = { y: sheet.height - 36, smallest: 6 };
  const before = set(words.listed, { ...foot, x: margin, width: whole.width / 2, weight: 400, largest: 12 });
  const x = margin + (widthOf(before.lines.join(' '), 400) + 0.28) * before.size;
  const shown = address.replace(/^https?:\/\//, '');
  const link = set(shown, { ...foot, x, width: sheet.width - margin - x, weight: 700, largest: 12 }, deep);
  sheet.link(before, link, address, `${words.listed} ${shown}`);
  return sheet.finish();
}
