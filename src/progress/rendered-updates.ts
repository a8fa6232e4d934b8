/** The words of updates as HTML, rendered outside their pages, for feeds. */
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { getContainerRenderer } from '@astrojs/mdx/container-renderer';
import { loadRenderers } from 'astro:container';
import { render } from 'astro:content';
import { contentParts } from '../readings/content-parts.ts';
import type { Reading } from '../readings/reading.ts';
import type { Update } from './updates.ts';

let made: Promise<AstroContainer> | undefined;
const container = () => (made ??= loadRenderers([getContainerRenderer()]).then((renderers) => AstroContainer.create({ renderers })));

/** @returns the words of each update in one reading, as the page has them */
export async function wordsOfUpdates(updates: readonly Update[], reading: Reading): Promise<string[]> {
  const words: string[] = [];
  for (const update of updates) {
    const { Content } = await render(reading === 'easy-read' ? update.easyRead : update.standard);
    words.push(await (await container()).renderToString(Content, { props: { components: contentParts } }));
  }
  return words;
}
