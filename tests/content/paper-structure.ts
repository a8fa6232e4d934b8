/** A PDF as a screen reader and a tired eye meet it: its marks, its headings, its bookmarks, its words sheet by sheet. */
import { readFileSync } from 'node:fs';
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';

/** A node of the tree of tags; what is not a tag has no role. */
interface Tag {
  role?: string;
  alt?: string;
  children?: Tag[];
}
interface Bookmark {
  title: string;
  items: Bookmark[];
}

export interface PaperSheet {
  /** Its words without any spaces: lines break where the paper says, and so may lose one. */
  words: string;
  /** The sizes of its letters, in points, the page's number left out. */
  sizes: number[];
  /** Paths drawn and pictures placed. */
  drawn: number;
  links: string[];
}

export interface Paper {
  tagged: boolean;
  language: string | undefined;
  title: string | undefined;
  /** The roles of its tags, in their order: `H1`, `P`, `Figure` … */
  roles: string[];
  /** The texts that stand for its pictures where words do not say the same. */
  alts: string[];
  /** Its bookmarks with their depth, from 1. */
  bookmarks: { title: string; depth: number }[];
  sheets: PaperSheet[];
}

export const withoutSpaces = (text: string) => text.replace(/\s+/g, '');

const tagsOf = (tag: Tag): Tag[] => [tag, ...(tag.children ?? []).flatMap(tagsOf)].filter(({ role }) => role !== undefined);
const bookmarksOf = (items: Bookmark[], depth = 1): Paper['bookmarks'] =>
  items.flatMap(({ title, items: below }) => [{ title, depth }, ...bookmarksOf(below, depth + 1)]);

/** @param path a PDF */
export async function readPaper(path: string): Promise<Paper> {
  const { OPS } = await getResolvedPDFJS();
  const drawing = new Set([OPS.constructPath, OPS.paintImageXObject]);
  const document = await getDocumentProxy(new Uint8Array(readFileSync(path)));
  try {
    const info = (await document.getMetadata()).info as { Title?: string; Language?: string };
    const tags: Tag[] = [];
    const sheets: PaperSheet[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      tags.push(...tagsOf(((await page.getStructTree()) ?? {}) as Tag));
      const items = (await page.getTextContent()).items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []));
      sheets.push({
        words: withoutSpaces(items.map(({ str }) => str).join('')),
        sizes: items.filter(({ str }) => !/^Page \d/.test(str)).map(({ height }) => Math.round(height * 10) / 10),
        drawn: (await page.getOperatorList()).fnArray.filter((operation) => drawing.has(operation)).length,
        links: ((await page.getAnnotations()) as { url?: string }[]).flatMap(({ url }) => url ?? []),
      });
    }
    return {
      tagged: (await document.getMarkInfo())?.Marked === true,
      language: info.Language,
      title: info.Title,
      roles: tags.map(({ role }) => role!),
      alts: tags.flatMap(({ alt }) => alt ?? []),
      bookmarks: bookmarksOf(((await document.getOutline()) ?? []) as Bookmark[]),
      sheets,
    };
  } finally {
    await document.loadingTask.destroy();
  }
}
