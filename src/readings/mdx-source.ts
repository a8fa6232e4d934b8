/** Reads an author's `.mdx` file as a text with places in it, so that a check can name the line. */
import type { Nodes, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { parse as parseYaml } from 'yaml';

export interface Block {
  line: number;
  /** Plain text; a line break stays a line break. */
  text: string;
}

export interface Link extends Block {
  to: string;
}

export interface Tag extends Block {
  name: string;
  attributes: Record<string, string | true>;
  /** Where the links in it lead. */
  links: string[];
}

/** A content file, read. `problems` are sentences for its author; the rest is empty where the file cannot be read at all. */
export interface MdxSource {
  frontMatter: Record<string, unknown>;
  headings: (Block & { depth: number })[];
  /** Paragraphs, list items, table cells and Ideas: each piece of running text once. */
  blocks: Block[];
  links: Link[];
  tags: Tag[];
  /** Text that stands in no tag and is no heading. */
  loose: Block[];
  problems: { line: number; problem: string }[];
  /** Whether the file could be read at all; when not, only `problems` says anything. */
  readable: boolean;
}

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkMdx);
type JsxElement = MdxJsxFlowElement | MdxJsxTextElement;
const isTag = (node: Nodes): node is JsxElement => node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
/** A tag and its words on one line are read as a paragraph that holds a tag. */
const isOnlyTags = (node: Nodes) =>
  'children' in node && node.children.every((child) => isTag(child) || (child.type === 'text' && !child.value.trim()));
const lineOf = (node: Nodes) => node.position?.start.line ?? 1;

/** Where the links inside a node lead. */
function linksIn(node: Nodes): string[] {
  const links: string[] = [];
  visit(node, 'link', ({ url }) => void links.push(url));
  return links;
}

/** The words of a node, links and bold included. A `Fact` counts as one word, since its value is not the author's. */
function textOf(node: Nodes): string {
  if ('value' in node && typeof node.value === 'string' && (node.type === 'text' || node.type === 'inlineCode')) return node.value;
  if (node.type === 'break') return '\n';
  if (isTag(node) && node.name === 'Fact') return 'fact';
  if (!('children' in node)) return '';
  const between = ['paragraph', 'listItem', 'heading', 'tableCell'].includes(node.children[0]?.type ?? '') ? '\n' : '';
  return node.children.map((child) => textOf(child)).join(between);
}

/**
 * Reads one content file.
 * @param source the whole file
 * @returns what stands in it, and what an author must mend: code, tags that do not exist, HTML, pictures
 */
export function readMdx(source: string): MdxSource {
  const result: MdxSource = { frontMatter: {}, headings: [], blocks: [], links: [], tags: [], loose: [], problems: [], readable: true };
  const problem = (line: number, text: string) => result.problems.push({ line, problem: text });
  let tree: Root;
  try {
    tree = parser.parse(source);
  } catch (error) {
    const reason = (error as { reason?: string }).reason ?? String(error);
    // The reason names the tag's own place, "(9:1-9:7)"; the error itself may only name the end of the file.
    const place = error as { line?: number; place?: { line?: number; start?: { line: number } } };
    const line = Number(/\((\d+):\d+/.exec(reason)?.[1]) || place.place?.line || place.place?.start?.line || place.line || 1;
    problem(line, `cannot be read: ${reason.replace(/\.$/, '')}. Look for a tag that is not closed, or a "<" or "{" in the text.`);
    result.readable = false;
    return result;
  }
  visit(tree, (node, _index, parent) => {
    const line = lineOf(node);
    switch (node.type) {
      case 'yaml':
        try {
          result.frontMatter = (parseYaml(node.value) as Record<string, unknown> | null) ?? {};
        } catch (error) {
          const yaml = error as { message: string; linePos?: { line: number }[] };
          problem(
            line + (yaml.linePos?.[0]?.line ?? 0),
            `the lines between "---" cannot be read: ${yaml.message.split('\n')[0]!.replace(/[.:]+$/, '')}. Put a text that holds a colon in quotes.`,
          );
          result.readable = false;
        }
        break;
      case 'mdxjsEsm':
        problem(line, 'holds "import" or "export". A content file is words, not a program: take the line out.');
        break;
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        problem(line, 'holds curly brackets. A content file is words, not a program: take them out.');
        break;
      case 'image':
        problem(line, 'holds a picture as ![…](…). Use <Idea picture="…"> in easy read; standard pages have no pictures of their own yet.');
        break;
      case 'html':
        problem(line, 'holds HTML. Use Markdown, or one of the tags that CONTRIBUTING.md lists.');
        break;
      case 'heading':
        result.headings.push({ line, depth: node.depth, text: textOf(node) });
        break;
      case 'link':
        result.links.push({ line, text: textOf(node), to: node.url });
        break;
      case 'paragraph':
      case 'tableCell':
        result.blocks.push({ line, text: textOf(node) });
        if (parent?.type === 'root' && !isOnlyTags(node)) result.loose.push({ line, text: textOf(node) });
        break;
      case 'list':
      case 'table':
      case 'blockquote':
      case 'code':
      case 'thematicBreak':
        if (parent?.type === 'root') result.loose.push({ line, text: textOf(node) });
        break;
      default:
        if (isTag(node)) readTag(node);
    }
  });
  return result;

  function readTag(node: JsxElement) {
    const line = lineOf(node);
    const attributes: Tag['attributes'] = {};
    let unreadable = false;
    for (const attribute of node.attributes) {
      if (attribute.type !== 'mdxJsxAttribute' || (attribute.value && typeof attribute.value !== 'string')) {
        problem(line, `<${node.name}> holds curly brackets. Write its settings as name="words".`);
        unreadable = true;
        continue;
      }
      attributes[attribute.name] = (attribute.value as string | null) ?? true;
    }
    const other =
      node.name === 'Idea' && node.children.find((child) => ['list', 'heading', 'table', 'blockquote', 'code'].includes(child.type));
    if (other) problem(lineOf(other), `has a ${other.type} in an Idea. Write each point as a sentence, or as an Idea of its own.`);
    if (!unreadable) result.tags.push({ line, name: node.name ?? '', attributes, text: textOf(node), links: linksIn(node) });
    // A tag whose words stand on the same line as its brackets has no paragraph inside.
    const holdsBlocks = node.children.some(
      (child) => 'children' in child && ['paragraph', 'list', 'heading', 'table'].includes(child.type),
    );
    if (!holdsBlocks && node.type === 'mdxJsxFlowElement' && textOf(node).trim()) result.blocks.push({ line, text: textOf(node) });
    if (node.name && /^[a-z]/.test(node.name))
      problem(line, `holds the HTML tag <${node.name}>. Use Markdown, or one of the tags that CONTRIBUTING.md lists.`);
  }
}
