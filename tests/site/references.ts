/** Everything that a page points to: links that a reader follows, and what the browser loads by itself. */
import { elementsOf, type Page } from './pages.ts';

export interface Reference {
  /** As it stands in the page. */
  to: string;
  /** `link`: a reader follows it. `load`: the browser fetches it. `name`: it only names an address. */
  how: 'link' | 'load' | 'name';
  /** The element and its attribute, for messages. */
  where: string;
}

const places: [selector: string, attribute: string, how: Reference['how']][] = [
  ['a[href], area[href]', 'href', 'link'],
  ['form[action]', 'action', 'link'],
  ['link[rel=canonical], link[rel=alternate], link[rel=prev], link[rel=next]', 'href', 'name'],
  ['link:not([rel=canonical], [rel=alternate], [rel=prev], [rel=next])', 'href', 'load'],
  ['meta[property="og:url"]', 'content', 'name'],
  ['meta[property="og:image"], meta[name="twitter:image"]', 'content', 'load'],
  ['img, script, iframe, video, audio, source, track, embed', 'src', 'load'],
  ['object', 'data', 'load'],
  ['use, image', 'href', 'load'],
  ['[poster]', 'poster', 'load'],
];

/** The addresses of a `srcset`, without their sizes. */
export const addressesOfSet = (set: string) => set.split(/,\s+/).map((part) => part.trim().split(/\s+/)[0] ?? '');
/** The addresses that a style sheet fetches. */
export const addressesOfStyle = (css: string) =>
  [...css.matchAll(/url\(\s*(["']?)(.*?)\1\s*\)|@import\s+["']([^"']+)/g)].map((match) => match[2] ?? match[3] ?? '');

export function referencesOf({ $ }: Page): Reference[] {
  const found: Reference[] = [];
  for (const [selector, attribute, how] of places)
    for (const element of elementsOf($, selector)) {
      const to = element.attribs[attribute];
      if (to !== undefined) found.push({ to, how, where: `<${element.tagName} ${attribute}>` });
    }
  for (const element of elementsOf($, '[srcset], [imagesrcset]'))
    for (const to of addressesOfSet(element.attribs.srcset ?? element.attribs.imagesrcset ?? ''))
      found.push({ to, how: 'load', where: `<${element.tagName} srcset>` });
  for (const element of elementsOf($, 'style'))
    for (const to of addressesOfStyle($(element).text())) found.push({ to, how: 'load', where: 'a style sheet' });
  return found.filter(({ to }) => !to.startsWith('data:'));
}
