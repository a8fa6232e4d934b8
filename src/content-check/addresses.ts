/** Pages whose folders have the address of something else, which one of the two would silently lose. */
import type { Library } from './library.ts';

/** First folders that the site keeps for itself, and what stands there. */
const kept: Record<string, string> = {
  search: 'the search',
  'a-z': 'the A to Z',
  '404': 'the page for what does not exist',
  'easy-read': 'the easy-read pages',
  paper: 'the pages to print',
  iiif: 'the artworks as other programs read them',
  pictures: 'the pictures',
  social: 'the pictures of shared links',
  pagefind: 'the search',
  authors: 'its pages for authors',
};
const keptPages: Record<string, string> = {
  'gallery/embed': 'the gallery on other sites',
  'gallery/gallery': 'the manifest of all artworks',
  'gallery/screen': 'the gallery on a big screen',
  'gallery/share': 'the page for sharing the gallery',
};

/** Of these, the pages whose words editors write. */
const topicsOfSite = new Set(['gallery/share']);

/** Pages that are topics, and below which the site has pages of its own. */
const keptBelow: Record<string, string> = {
  'pledge/sign': 'the form of the pledge',
  'pledge/signed': 'the pages of who signed the pledge',
};

export function checkAddresses({ topics, words, artworks, report }: Library) {
  const say = (file: string, id: string, what: string) =>
    report(file, `has the address /${id}/, where the site has ${what}. Give its folder another name, as "${id.split('/').at(-1)}-page".`);
  for (const id of topics.keys()) {
    const [first = '', second = '', third] = id.split('/');
    const page = `${first}/${second}`;
    const file = `${id}/topic.yaml`;
    if (Object.hasOwn(kept, first)) say(file, id, kept[first]!);
    else if (Object.hasOwn(keptPages, page) && !topicsOfSite.has(id)) say(file, id, keptPages[page]!);
    else if (third !== undefined && Object.hasOwn(keptBelow, page)) say(file, id, keptBelow[page]!);
    else if (third === undefined && first === 'words' && words.has(second)) say(file, id, `the word of content/words/${second}.yaml`);
    else if (third === undefined && first === 'gallery' && artworks.has(second)) say(file, id, 'the artwork of the same folder');
  }
  for (const id of artworks.keys()) {
    const what = keptPages[`gallery/${id}`];
    if (what) say(`gallery/${id}/artwork.yaml`, `gallery/${id}`, what);
  }
}
