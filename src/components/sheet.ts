/**
 * Tagged sheets of paper: pdfkit with the letters of this project, so that what is drawn is also said to a screen reader.
 * Everything on them is either a part of the structure or marked as decoration. Over 150 lines: pdfkit stays behind this one class.
 */
import PDFDocument from 'pdfkit';
import { drawable, type Weight } from '../styles/letters.ts';
import { fit, type Box, type Fitted } from '../styles/letters-fit.ts';
import { lineOf, widthOf } from '../styles/letters-line.ts';

export const ink = '#1b1a2b';

export interface Text extends Fitted {
  x: number;
  /** The upper edge of the first line. */
  y: number;
  weight: Weight;
  colour: string;
  /** From line to line, in letters of size 1. */
  step?: number;
  /** Not painted: words that a picture shows already, for who searches, copies or listens. */
  unseen?: boolean;
  /** What is said and copied instead, where no font here has all its letters. */
  spoken?: string;
}

/** A rectangle in points, from the upper left corner of the page. */
export interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

export type Layout = 'portrait' | 'landscape';

/** Right-to-left letters lie in the file as they are drawn, so their reading order is written beside them. */
const readingOrder = ({ lines, spoken }: Text) =>
  spoken ?? (lines.some((line) => /[\p{Script=Hebrew}\p{Script=Arabic}]/u.test(line)) ? lines.join(' ') : undefined);

/**
 * @param text any text
 * @param box where it stands, and the room that it has: one line, unless said otherwise
 */
export function set(text: string, box: Omit<Box, 'lines'> & Partial<Pick<Box, 'lines'>> & { x: number; y: number }, colour = ink): Text {
  const { x, y, weight } = box;
  return { ...fit(drawable(text, weight).text, { lines: () => 1, ...box }), x, y, weight, colour };
}

export const heightOf = ({ size, lines, step = 1.2 }: Text) => size * step * lines.length;

/** pdfkit writes the title into its XMP as it is, and a name like "Arts & Crafts" would break that. */
class Pdf extends PDFDocument {
  override endMetadata(): void {
    const { Title } = this.info;
    if (Title) this.info.Title = Title.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    super.endMetadata();
  }
}

export class Sheet {
  readonly #pdf: InstanceType<typeof Pdf>;
  readonly #document: PDFKit.PDFStructureElement;
  readonly #chunks: Buffer[] = [];
  readonly #finished: Promise<Uint8Array>;
  readonly #size: string;

  /** @param facts the document's title, and the day that it says it was made on, so that the same facts give the same bytes */
  constructor(facts: { title: string; date: Date; author: string; layout: Layout; size?: 'A4' | 'A3' }) {
    this.#size = facts.size ?? 'A4';
    this.#pdf = new Pdf({
      size: this.#size,
      layout: facts.layout,
      margin: 0,
      pdfVersion: '1.7',
      // pdfkit knows it, its types do not yet.
      subset: 'PDF/UA' as 'PDF/A-1',
      tagged: true,
      lang: 'en-GB',
      displayTitle: true,
      info: { Title: facts.title, Author: facts.author.replace(/[&<>]/g, ' '), CreationDate: facts.date, ModDate: facts.date },
    });
    this.#finished = new Promise((resolve, reject) => {
      this.#pdf.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
      this.#pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(this.#chunks))));
      this.#pdf.on('error', reject);
    });
    this.#document = this.#pdf.struct('Document');
    this.#pdf.addStructure(this.#document);
  }

  /** Of the page that is being drawn, in points. */
  get width(): number {
    return this.#pdf.page.width;
  }

  get height(): number {
    return this.#pdf.page.height;
  }

  /** Goes on to a new page. */
  nextPage(layout: Layout): void {
    this.#pdf.addPage({ size: this.#size, layout, margin: 0 });
  }

  /** Lets the outline and links lead to the page that is being drawn. @param name for `linksTo` */
  bookmark(title: string, name: string): void {
    this.#pdf.outline.addItem(title);
    this.#pdf.addNamedDestination(name, 'Fit');
  }

  /** Draws what a screen reader passes over. */
  decoration(draw: (pdf: PDFKit.PDFDocument) => void): void {
    this.#pdf.markContent('Artifact', { type: 'Layout' });
    draw(this.#pdf);
    this.#pdf.endMarkedContent();
  }

  /** A heading or a paragraph. */
  text(tag: 'H1' | 'H2' | 'P', text: Text): void {
    const actual = readingOrder(text);
    this.#document.add(this.#pdf.struct(tag, actual ? { actual } : {}, () => this.#write(text)));
  }

  /** A picture with the words that stand for it. @param bytes of a JPEG or PNG file, which are kept as they are */
  picture(bytes: Uint8Array, alt: string, { x, y, width, height }: Place): void {
    const draw = () => this.#pdf.image(Buffer.from(bytes), x, y, { width, height });
    const bbox = [x, y, x + width, y + height];
    this.#document.add(this.#pdf.struct('Figure', { alt, bbox } as { alt: string }, draw));
  }

  /** A list of pages, each a link to one that has a bookmark of this name. */
  contents(points: { text: Text; name: string; width: number }[]): void {
    const list = this.#pdf.struct('TOC');
    this.#document.add(list);
    for (const { text, name, width } of points) {
      const item = this.#pdf.struct('TOCI');
      list.add(item);
      const anchor = this.#pdf.struct('Link');
      item.add(anchor);
      anchor.add(() => this.#write(text));
      const Contents = new String(text.lines.join(' ')) as string;
      const options = { structParent: anchor, Contents } as PDFKit.Mixins.AnnotationOption;
      this.#pdf.goTo(text.x, text.y, width, heightOf(text), name, options);
      anchor.end();
      item.end();
    }
    list.end();
  }

  /** A list whose points are drawn one by one. */
  list(points: Text[]): void {
    const list = this.#pdf.struct('L');
    this.#document.add(list);
    for (const point of points) {
      const item = this.#pdf.struct('LI');
      list.add(item);
      item.add(this.#pdf.struct('LBody', {}, () => this.#write(point)));
      item.end();
    }
    list.end();
  }

  /** A paragraph whose second half is a link. */
  link(before: Text, link: Text, address: string, contents: string): void {
    const paragraph = this.#pdf.struct('P');
    this.#document.add(paragraph);
    paragraph.add(() => this.#write(before));
    const anchor = this.#pdf.struct('Link');
    paragraph.add(anchor);
    anchor.add(() => this.#write(link));
    const width = Math.max(...link.lines.map((line) => widthOf(line, link.weight))) * link.size;
    const height = link.size * (link.step ?? 1.2) * link.lines.length;
    // Without the cast pdfkit would take the sentence for a name.
    const Contents = new String(contents) as string;
    this.#pdf.link(link.x, link.y, width, height, address, { structParent: anchor, Contents } as PDFKit.Mixins.AnnotationOption);
    anchor.end();
    paragraph.end();
  }

  /** @returns the bytes of the file */
  finish(): Promise<Uint8Array> {
    this.#document.end();
    this.#pdf.end();
    return this.#finished;
  }

  #write(text: Text): void {
    const { lines, size, x, y, weight, colour, step = 1.2 } = text;
    const pdf = this.#pdf;
    const actual = readingOrder(text);
    if (actual) pdf.markContent('Span', { actual });
    if (text.unseen) pdf.save().addContent('3 Tr');
    pdf.fillColor(colour);
    for (const [index, line] of lines.entries()) {
      let at = x;
      const baseline = y + size * (step * index + 0.95);
      // A space after each line but the last, so that copied words do not run together.
      for (const piece of lineOf(!actual && index < lines.length - 1 ? `${line} ` : line, weight)) {
        const { name, file, font, features } = piece.face;
        pdf.registerFont(name, file);
        pdf.font(name, size).text(piece.text, at, baseline, { lineBreak: false, baseline: 'alphabetic', features: features as never });
        at += (font.layout(piece.text, features).advanceWidth / font.unitsPerEm) * size;
      }
    }
    if (text.unseen) pdf.restore();
    if (actual) pdf.endMarkedContent();
  }
}
