/** A PDF as a person meets it who prints it, listens to it or searches it. */
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';

interface Node {
  role?: string;
  alt?: string;
  children?: Node[];
}

interface Bookmark {
  title: string;
  dest: string | { num: number }[] | null;
}

/** A picture that is drawn: its own size in pixels, and how wide and high it stands on the page, in points. */
export interface Drawn {
  pixels: [width: number, height: number];
  points: [width: number, height: number];
}

export interface Sheet {
  /** Width and height in points. */
  size: [width: number, height: number];
  text: string;
  /** Where each piece of text stands: left, right, and the height of its line above the foot, in points. */
  lines: { text: string; left: number; right: number; bottom: number }[];
  roles: string[];
  alts: string[];
  pictures: Drawn[];
  links: { url: string | undefined; dest: unknown; said: string | undefined }[];
}

export interface Read {
  raw: string;
  title: unknown;
  language: unknown;
  tagged: boolean;
  bookmarks: { title: string; page: number }[];
  sheets: Sheet[];
}

const nodesOf = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(nodesOf)];

/** @param bytes of a PDF */
export async function readPdf(bytes: Uint8Array): Promise<Read> {
  const { OPS } = await getResolvedPDFJS();
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  try {
    const sheets: Sheet[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const items = (await page.getTextContent()).items.flatMap((item) => ('str' in item ? [item] : []));
      const nodes = nodesOf(((await page.getStructTree()) ?? {}) as Node);
      const { fnArray, argsArray } = await page.getOperatorList();
      const pictures: Drawn[] = [];
      fnArray.forEach((operation, at) => {
        if (operation !== OPS.paintImageXObject) return;
        const moved = fnArray.slice(0, at).lastIndexOf(OPS.transform);
        const [width, , , height] = argsArray[moved] as number[];
        pictures.push({ pixels: argsArray[at].slice(1, 3), points: [Math.abs(width!), Math.abs(height!)] });
      });
      const annotations = (await page.getAnnotations()) as { url?: string; dest?: unknown; contentsObj?: { str: string } }[];
      sheets.push({
        size: page.view.slice(2).map(Math.round) as [number, number],
        text: items
          .map(({ str, hasEOL }) => str + (hasEOL ? ' ' : ''))
          .join('')
          .replace(/\s+/g, ' '),
        lines: items
          .filter(({ str }) => str.trim() !== '')
          .map(({ str, transform, width }) => ({ text: str, left: transform[4], right: transform[4] + width, bottom: transform[5] })),
        roles: nodes.flatMap(({ role }) => (role && role !== 'Root' ? [role] : [])),
        alts: nodes.flatMap(({ alt }) => alt ?? []),
        pictures,
        links: annotations.map(({ url, dest, contentsObj }) => ({ url, dest, said: contentsObj?.str })),
      });
    }
    const info = (await pdf.getMetadata()).info as Record<string, unknown>;
    const outline = ((await pdf.getOutline()) ?? []) as Bookmark[];
    const pageOf = async ({ dest }: Bookmark) => {
      const target = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
      return (await pdf.getPageIndex(target![0] as never)) + 1;
    };
    return {
      raw: Buffer.from(bytes).toString('latin1'),
      ...{ title: info.Title, language: info.Language, tagged: (await pdf.getMarkInfo())?.Marked === true },
      bookmarks: await Promise.all(outline.map(async (bookmark) => ({ title: bookmark.title, page: await pageOf(bookmark) }))),
      sheets,
    };
  } finally {
    await pdf.loadingTask.destroy();
  }
}
