/** The words of a piece of an author's `.mdx` file, without its marks. */
import type { Nodes } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { visit } from 'unist-util-visit';

export type JsxElement = MdxJsxFlowElement | MdxJsxTextElement;
export const isTag = (node: Nodes): node is JsxElement => node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
/** A tag and its words on one line are read as a paragraph that holds a tag. */
export const isOnlyTags = (node: Nodes) =>
  'children' in node && node.children.every((child) => isTag(child) || (child.type === 'text' && !child.value.trim()));
export const lineOf = (node: Nodes) => node.position?.start.line ?? 1;

/** Where the links inside a node lead. */
export function linksIn(node: Nodes): string[] {
  const links: string[] = [];
  visit(node, 'link', ({ url }) => void links.push(url));
  return links;
}

/** The words of a node, links and bold included. A `Fact` counts as one word, since its value is not the author's. */
export function textOf(node: Nodes): string {
  if ('value' in node && typeof node.value === 'string' && (node.type === 'text' || node.type === 'inlineCode')) return node.value;
  if (node.type === 'break') return '\n';
  if (isTag(node) && node.name === 'Fact') return 'fact';
  if (!('children' in node)) return '';
  const between = ['paragraph', 'listItem', 'heading', 'tableCell'].includes(node.children[0]?.type ?? '') ? '\n' : '';
  return node.children.map((child) => textOf(child)).join(between);
}
