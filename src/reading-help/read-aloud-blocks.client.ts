/** The words of a page in the order of reading, block by block, each letter with its place. No element is changed. */
import type { Span } from './speech-saying.ts';

export interface Block {
  element: HTMLElement;
  /** What is said before the words, and shown elsewhere: the column of a cell, the number of a step. */
  lead: string;
  text: string;
  /** Where its text nodes begin in `text`. */
  nodes: { node: Text; from: number }[];
  /** The parts that are telephone numbers, because they can be pressed. */
  numbers: Span[];
}

/** What is not for listeners: ways around the site, buttons other than hard words, signs, and where the words come from. The column heads come with their cells. */
const silent =
  'nav, button:not([data-word]), input, select, textarea, script, style, noscript, template, svg, img, [hidden], [aria-hidden="true"], [role="status"], .meaning-box > p + p, thead, section[aria-labelledby="page-sources"], details:not([open]) > :not(summary)';
/** What a hard word means is announced as a status when it comes, and belongs to the words of whoever opened it. */
const meaning = '.meaning-box > p:first-child';

/** @returns the blocks of words inside an element, as the page shows them now */
export function blocksOf(root: HTMLElement): Block[] {
  const blocks: Block[] = [];
  let block: Block | undefined;
  /** Cells and steps whose column or number has been said. */
  const told = new Set<Element>();

  function add(node: Text, element: HTMLElement) {
    if (!block) {
      if (!/\S/.test(node.data)) return;
      blocks.push((block = { element, lead: leadOf(element, told), text: '', nodes: [], numbers: [] }));
    }
    const from = block.text.length;
    block.nodes.push({ node, from });
    // One space for one space, so that each letter keeps its place.
    block.text += node.data.replace(/\s/g, ' ');
    const pressed = node.parentElement!.closest('a[href^="tel:"], a[href^="sms:"]');
    if (pressed && /^[\d\s+]*$/.test(node.data) && /\d/.test(node.data)) block.numbers.push([from, block.text.length]);
  }

  function walk(element: HTMLElement, blockElement: HTMLElement) {
    for (const child of element.childNodes) {
      if (child instanceof Text) add(child, blockElement);
      else if (child instanceof HTMLBRElement) block = undefined;
      else if (child instanceof HTMLElement && (!child.matches(silent) || child.matches(meaning))) {
        const { display, visibility, position } = getComputedStyle(child);
        if (display === 'none' || visibility === 'hidden') continue;
        // Words that only the ear meets are lifted out of the line by the style sheet, and still belong to their sentence.
        const inLine = /^(inline|contents)/.test(display) || (position === 'absolute' && child instanceof HTMLSpanElement);
        if (!inLine) block = undefined;
        walk(child, inLine ? blockElement : child);
        if (!inLine) block = undefined;
      }
    }
  }
  walk(root, root);
  return blocks.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

function leadOf(element: HTMLElement, told: Set<Element>): string {
  const cell = element.closest<HTMLElement>('td[data-column]');
  if (cell && !told.has(cell)) {
    told.add(cell);
    return `${cell.dataset.column}: `;
  }
  const item = element.closest('li');
  if (!item || told.has(item) || !(item.parentElement instanceof HTMLOListElement)) return '';
  told.add(item);
  const { listStyleType, display } = getComputedStyle(item);
  return display === 'list-item' && listStyleType === 'decimal' ? `${[...item.parentElement.children].indexOf(item) + 1}: ` : '';
}

/** The range of a part of a block's text. */
export function rangeIn({ nodes }: Block, [from, to]: Span): Range {
  const holding = (place: number) => nodes.findLast((one) => one.from <= place) ?? nodes[0]!;
  const [first, last] = [holding(from), holding(Math.max(to - 1, from))];
  const range = document.createRange();
  range.setStart(first.node, Math.min(from - first.from, first.node.data.length));
  range.setEnd(last.node, Math.min(to - last.from, last.node.data.length));
  return range;
}
