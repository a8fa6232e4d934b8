/** What the command must know of a PDF that it made. */
import { getDocumentProxy } from 'unpdf';

/** pdf.js takes the bytes that it is given, so it gets its own. */
const opened = (pdf: Uint8Array) => getDocumentProxy(new Uint8Array(pdf));

export async function pageCount(pdf: Uint8Array): Promise<number> {
  const document = await opened(pdf);
  try {
    return document.numPages;
  } finally {
    await document.loadingTask.destroy();
  }
}

/**
 * Where the chapters of a booklet begin.
 * @param count how many chapters it has; they are the last bookmarks below the title
 * @returns the number of the page of each, from 1
 */
export async function chapterPages(pdf: Uint8Array, count: number): Promise<number[]> {
  const document = await opened(pdf);
  try {
    const [title] = (await document.getOutline()) ?? [];
    const chapters = (title?.items ?? []).slice(-count);
    return await Promise.all(
      chapters.map(async ({ dest }) => {
        const place = typeof dest === 'string' ? await document.getDestination(dest) : dest;
        return (await document.getPageIndex(place![0])) + 1;
      }),
    );
  } finally {
    await document.loadingTask.destroy();
  }
}
