/** The words of a built page as a reader meets them: one line for each block or line break, nothing that is hidden. */
import type { CheerioAPI } from 'cheerio';
import type { AnyNode } from 'domhandler';
import { sentencesOf } from '../../src/easy-read/sentences.ts';

const inline = new Set('a abbr b bdi cite code del dfn em i ins kbd label mark q s small span strong sub sup time u var wbr'.split(' '));
/** A link that stands straight in one of these is a thing of its own, not a part of a sentence. */
const frames = new Set('body header footer nav div section form'.split(' '));
// What stands in a box to copy is for another website.
const unseen = new Set('script style template svg img picture input textarea'.split(' '));

/** @param leaveOut a selector of parts that do not count */
export function textOf($: CheerioAPI, nodes: AnyNode[], leaveOut = ''): string {
  return nodes.map((node) => textOfNode($, node, leaveOut)).join('');
}

function textOfNode($: CheerioAPI, node: AnyNode, leaveOut: string): string {
  if (node.type === 'text') return node.data.replace(/\s+/g, ' ');
  if (!('attribs' in node) || unseen.has(node.tagName) || 'hidden' in node.attribs) return '';
  if (node.tagName === 'br') return '\n';
  if (leaveOut && $(node).is(leaveOut)) return '\n';
  const words = textOf($, node.children, leaveOut);
  // Each choice of a form is a thing of its own.
  const alone =
    node.tagName === 'label' ||
    (node.tagName === 'a' && node.parent !== null && 'tagName' in node.parent && frames.has(node.parent.tagName));
  return inline.has(node.tagName) && !alone ? words : `\n${words}\n`;
}

/** The sentences of the parts of a page that a selector finds. */
export const sentencesIn = ($: CheerioAPI, selector: string, leaveOut = '') =>
  sentencesOf(textOf($, $(selector).toArray(), leaveOut).replace(/[ \t]+/g, ' '));
