/** The words of a page of ours, without anything else: what every side of the bench shows. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';

export interface Words {
  title: string;
  /** Headings, paragraphs and entries of lists, in order; links are kept within them. */
  blocks: { tag: 'h2' | 'h3' | 'p' | 'li'; html: string }[];
}

/** @param folder the built site @param address of a page, as `/guides/travel/` */
export function wordsOfPage(folder: string, address: string): Words {
  const $ = load(readFileSync(join(folder, address, 'index.html'), 'utf8'));
  const main = $('main');
  main.find('nav, [hidden], .needs-script, svg, script, style').remove();
  const title = main.find('h1').text().trim();
  const blocks = main
    .find('h2, h3, p, li')
    .toArray()
    .filter((element) => $(element).find('p, li').length === 0)
    .map((element) => {
      $(element)
        .find('*')
        .each((_, inner) => {
          const kept = inner.tagName === 'a' ? `<a href="${inner.attribs.href}">${$(inner).text()}</a>` : $(inner).text();
          $(inner).replaceWith(kept);
        });
      return { tag: element.tagName as 'p', html: ($(element).html() ?? '').replace(/\s+/g, ' ').trim() };
    })
    .filter(({ html }) => html !== '');
  return { title, blocks };
}

/** @param classOf the class that a side gives to each element @returns the blocks as HTML, with lists around their entries */
export function htmlOf({ blocks }: Words, classOf: (tag: string) => string = () => ''): string {
  const open = (tag: string) => `<${tag}${classOf(tag) ? ` class="${classOf(tag)}"` : ''}>`;
  return blocks
    .map(({ tag, html }, index) => {
      const one = `${open(tag)}${classOf('a') ? html.replaceAll('<a ', `<a class="${classOf('a')}" `) : html}</${tag}>`;
      const first = tag === 'li' && blocks[index - 1]?.tag !== 'li' ? open('ul') : '';
      const last = tag === 'li' && blocks[index + 1]?.tag !== 'li' ? '</ul>' : '';
      return first + one + last;
    })
    .join('\n');
}
