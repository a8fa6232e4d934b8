/** Reads an example as an author's file is read, so that the page of patterns can show what it becomes. */
import type { Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);

/** What stands in the example, in order. @param source Markdown with the tags of content files */
export const nodesOf = (source: string): RootContent[] => (parser.parse(source) as Root).children;

/** The settings of a tag that are plain words. */
export const settingsOf = (node: RootContent): Record<string, string> =>
  'attributes' in node
    ? Object.fromEntries(
        node.attributes.flatMap((one) => (one.type === 'mdxJsxAttribute' && typeof one.value === 'string' ? [[one.name, one.value]] : [])),
      )
    : {};
