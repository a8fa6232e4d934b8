/** Where each picture of the dictionary is used, so that an author sees what it already stands for. */
import { readMdx } from '../readings/mdx-source.ts';

/** A page, as an author knows it: its folder or file in `content/`, its address, and what stands in it. */
export interface PageOfPictures {
  name: string;
  address: string;
  /** The words of its easy reading, as written. */
  source?: string | undefined;
  /** Facts that name pictures in a field "picture", at any depth. */
  facts?: unknown;
}

export interface Use {
  name: string;
  address: string;
}

/** The pictures that facts name, in any field "picture". */
export function picturesIn(facts: unknown): string[] {
  if (typeof facts !== 'object' || facts === null) return [];
  return Object.entries(facts).flatMap(([field, value]) =>
    field === 'picture' && typeof value === 'string' ? [value] : picturesIn(value),
  );
}

const ideasIn = (source: string) =>
  readMdx(source).tags.flatMap(({ name, attributes: { picture } }) => (name === 'Idea' && typeof picture === 'string' ? [picture] : []));

/**
 * @param pages all that names pictures
 * @returns each picture's uses, in the order of the pages: how often in all, and each page once
 */
export function usesOfPictures(pages: readonly PageOfPictures[]): Map<string, { times: number; pages: Use[] }> {
  const uses = new Map<string, { times: number; pages: Use[] }>();
  for (const { name, address, source, facts } of pages)
    for (const concept of [...picturesIn(facts), ...(source ? ideasIn(source) : [])]) {
      const use = uses.get(concept) ?? { times: 0, pages: [] };
      use.times += 1;
      if (use.pages.at(-1)?.address !== address) use.pages.push({ name, address });
      uses.set(concept, use);
    }
  return uses;
}
