/** A line of small words that ends with an address, in letters of one size, so that both fit. */
import { set, type Sheet, type Text } from '../../components/sheet.ts';
import { drawable } from '../../styles/letters.ts';
import { widthOf } from '../../styles/letters-line.ts';
import { onPaper } from './facts.ts';

export interface LinkLine {
  before: string;
  /** With https://. */
  address: string;
  /** What the link is called: its address alone tells a listener little. */
  called: string;
  x: number;
  y: number;
  width: number;
  largest: number;
  colour: string;
  /** Ends at the right edge of its width instead of beginning at the left. */
  atRight?: boolean;
}

const space = 0.28;

export function drawLinkLine(sheet: Sheet, line: LinkLine): void {
  const [before, link] = [drawable(line.before, 400).text, drawable(onPaper(line.address), 700).text];
  const lead = widthOf(before, 400) + space;
  const whole = lead + widthOf(link, 700);
  const size = Math.min(line.largest, line.width / whole);
  const x = line.atRight ? line.x + line.width - whole * size : line.x;
  // A little more room than they need, so that no rounding makes them smaller.
  const text = (words: string, at: number, weight: Text['weight'], colour?: string) =>
    set(words, { x: at, y: line.y, width: widthOf(words, weight) * size * 1.01, weight, largest: size, smallest: size / 2 }, colour);
  sheet.link(text(before, x, 400), text(link, x + lead * size, 700, line.colour), line.address, `${line.called}: ${onPaper(line.address)}`);
}
