/**
 * Puts the pages of a section into one booklet: a cover, what is in it, then each page. Runs in the browser, in the page of the
 * section, so that styles, pictures and addresses are those of the site. A change here makes all booklets anew.
 * Longer than most files: a function that goes to the browser cannot call others of this file.
 */
import { dateInWords } from '../readings/dates.ts';
import { wordsFor } from '../readings/interface-words.ts';

/** The words that a booklet has of its own, in easy read. */
export function bookletWords(today: string) {
  const say = wordsFor('easy-read');
  return {
    booklet: say('booklet'),
    contents: { title: say('bookletContents'), page: say('bookletPage') },
    made: `${say('bookletMade')} ${dateInWords(today)}.`,
    onPage: say('bookletOnPage'),
  };
}

export interface BookletParts {
  /** The addresses of its pages, with base, in their order; the section's own first. */
  addresses: string[];
  /** Where the easy-read home page stands, with base: it says what the site is. */
  home: string;
  words: ReturnType<typeof bookletWords>;
}

/** The look of what only a booklet has. */
export const bookletStyle = `
.cover { min-block-size: 245mm; display: flex; flex-direction: column; gap: 8mm; }
.cover .site { font-size: 1.625rem; line-height: 1.3; }
.cover .site b { display: block; }
.cover h1 { font-size: 3.5rem; }
.cover .of { font-size: 2rem; font-weight: 700; }
.cover .art { flex: 1; display: flex; align-items: center; }
.cover .art :is(img, svg) { inline-size: 105mm; max-block-size: 105mm; block-size: auto; }
.contents, .chapter { break-before: page; }
.contents ol { list-style: none; padding: 0; margin-block-start: 8mm; }
.contents li { display: flex; align-items: center; gap: 6mm; padding-block: 2.5mm; border-block-end: 1px solid; break-inside: avoid; }
.contents img { inline-size: 15mm; flex: none; }
.contents a { flex: 1; font-weight: 700; }
.was-h1 { font-size: 2.5rem !important; }
.was-h2 { font-size: 1.75rem !important; }
.was-h3 { font-size: 1.5rem !important; }
`;

/**
 * Replaces the open page by the booklet. Called through `page.evaluate`, so it holds all that it needs.
 * @param parts plain data, since it crosses into the browser
 */
export async function makeBooklet({ addresses, home, words }: BookletParts): Promise<void> {
  const read = async (address: string) => new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html');
  const [documents, start] = [await Promise.all(addresses.map(read)), await read(home)];
  const text = (node: Element | null | undefined) => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const make = (tag: string, className: string, ...children: (Node | string)[]) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...children);
    return element;
  };

  const known = new Set([...document.querySelectorAll('style')].map(({ textContent }) => textContent));
  for (const style of documents.flatMap((one) => [...one.querySelectorAll('style')])) {
    if (known.has(style.textContent)) continue;
    known.add(style.textContent);
    document.head.append(document.importNode(style, true));
  }

  const chapters = documents.map((one, index) => {
    const main = one.querySelector('main')!;
    const isLast = index === documents.length - 1;
    for (const element of main.querySelectorAll(`.no-print, [data-paper]${isLast ? '' : ', .help-last'}`)) element.remove();
    // A booklet asks once whether it was easy. Who has checked a page is said at each.
    if (!isLast) for (const asks of main.querySelectorAll('.was-it-easy')) asks.replaceWith(...asks.querySelectorAll('[data-check]'));
    // The list of a section's pages stands at the front of the booklet already.
    for (const choices of main.querySelectorAll('.choices'))
      if ([...choices.querySelectorAll('a[href]')].every((link) => addresses.includes(link.getAttribute('href')!))) choices.remove();
    for (const element of main.querySelectorAll('[id]')) element.id = `p${index}-${element.id}`;
    for (const name of ['aria-labelledby', 'aria-describedby'])
      for (const element of main.querySelectorAll(`[${name}]`)) element.setAttribute(name, `p${index}-${element.getAttribute(name)!}`);
    for (const link of main.querySelectorAll('a[href]')) {
      const to = link.getAttribute('href')!;
      const chapter = addresses.indexOf(to.replace(/[?#].*$/, ''));
      if (to.startsWith('#')) link.setAttribute('href', `#p${index}-${to.slice(1)}`);
      else if (chapter >= 0) {
        link.setAttribute('href', `#p${chapter}`);
        const at = make('span', '', ` ${words.onPage} `, make('span', '', '000'));
        at.lastElementChild!.setAttribute('data-at', String(chapter));
        link.after(at);
      }
    }
    for (const heading of main.querySelectorAll('h1, h2, h3, h4, h5')) {
      const level = Number(heading.tagName[1]);
      const lower = make(`h${level + 1}`, `${heading.className} was-h${level}`, ...heading.childNodes);
      for (const { name, value } of heading.attributes) if (name !== 'class') lower.setAttribute(name, value);
      heading.replaceWith(lower);
    }
    const article = make('article', 'chapter', ...document.importNode(main, true).childNodes);
    article.id = `p${index}`;
    const hue = one.documentElement.getAttribute('data-hue');
    if (hue !== null) article.setAttribute('data-hue', hue);
    return article;
  });

  const titles = chapters.map((chapter) => text(chapter.querySelector('h2')));
  const name = document.querySelector('header a.name');
  const art = chapters[0]!.querySelector('.big-picture img, .cut svg')?.cloneNode(true);
  const cover = make(
    'section',
    'cover',
    make('p', 'site', make('b', '', text(name?.querySelector('b'))), text(name?.querySelector('small'))),
    make('h1', '', titles[0]!),
    make('p', 'of', words.booklet),
    make('div', 'art', ...(art ? [art] : [])),
    make('p', '', text(start.querySelector('main .notice'))),
    make('p', '', words.made),
  );
  const list = chapters.map((chapter, index) => {
    const link = make('a', '', titles[index]!);
    link.setAttribute('href', `#p${index}`);
    const number = make('span', '', '000');
    number.setAttribute('data-at', String(index));
    const picture = chapter.querySelector('.big-picture img, [data-idea] img')?.cloneNode(true);
    return make('li', '', ...(picture ? [picture] : []), link, make('span', '', `${words.contents.page} `, number));
  });
  const contents = make('section', 'contents', make('h2', 'was-h1', words.contents.title), make('ol', '', ...list));
  document.title = `${titles[0]!}: ${words.booklet} – ${text(name?.querySelector('b'))}, ${text(name?.querySelector('small'))}`;
  document.body.replaceChildren(make('main', '', cover, contents, ...chapters));
}
