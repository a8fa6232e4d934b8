/** Reads an author's `.mdx` file as a text with places in it, so that a check can name the line. */
import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { cannotBegin, whyUnreadable } from './mdx-faults.ts';
import { isOnlyTags, isTag, lineOf, linksIn, textOf, type JsxElement } from './mdx-text.ts';
import { readYamlSource } from './yaml-source.ts';

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
  /** Every text of the front matter. */
  frontMatterTexts: Block[];
  /** The line of a field of the front matter. */
  frontMatterLine(path: readonly PropertyKey[]): number | undefined;
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

/**
 * Reads one content file.
 * @param source the whole file
 * @returns what stands in it, and what an author must mend: code, tags that do not exist, HTML, pictures
 */
export function readMdx(source: string): MdxSource {
  const result: MdxSource = {
    ...{ frontMatter: {}, frontMatterTexts: [], frontMatterLine: () => undefined },
    ...{ headings: [], blocks: [], links: [], tags: [], loose: [], problems: [], readable: true },
  };
  const problem = (line: number, text: string) => result.problems.push({ line, problem: text });
  const first = cannotBegin(source);
  if (first) return { ...result, problems: [first], readable: false };
  let tree: Root;
  try {
    tree = parser.parse(source);
  } catch (error) {
    const reason = (error as { reason?: string }).reason ?? String(error);
    // The reason names the tag's own place, "(9:1-9:7)"; the error itself may only name the end of the file.
    const place = error as { line?: number; place?: { line?: number; start?: { line: number } } };
    const line = Number(/\((\d+):\d+/.exec(reason)?.[1]) || place.place?.line || place.place?.start?.line || place.line || 1;
    return { ...result, problems: [{ line, problem: whyUnreadable(reason) }], readable: false };
  }
  visit(tree, (node, _index, parent) => {
    const line = lineOf(node);
    switch (node.type) {
      case 'yaml':
        readFrontMatter(node.value, line);
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

  function readFrontMatter(text: string, before: number) {
    const { value, texts, problems, lineOf: frontMatterLine } = readYamlSource(text, before);
    if (problems.length > 0) result.readable = false;
    result.problems.push(...problems);
    Object.assign(result, { frontMatter: value ?? {}, frontMatterTexts: texts, frontMatterLine });
  }

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
