/** What goes on paper, told from the built site alone: which pages, which booklets, and the address of each PDF. Pure. */

/** A page of the built site, and how it was built. */
export interface BuiltPage {
  /** From the root, without base: `/easy-read/pledge/listen/`. */
  address: string;
  html: string;
}

/** One PDF: of one page, or a booklet of a section's pages, its own first. */
export interface Sheet {
  kind: 'page' | 'booklet';
  /** The page that links it, which is also the first one in it. */
  address: string;
  /** The pages in it, in their order. */
  pages: readonly BuiltPage[];
  /** The first page of the site, whose words stand on the cover of a booklet. */
  home?: BuiltPage | undefined;
}

/** The one page that is on paper in standard too: people take it to meetings. */
const inStandard = ['/strategy/on-a-page/'];

const isOnPaper = (address: string) => address.startsWith('/easy-read/') || inStandard.includes(address);

/** @returns where a PDF is published, from the root, without base: `/paper/easy-read/pledge/listen.pdf` */
export function paperAddress({ kind, address }: Pick<Sheet, 'kind' | 'address'>): string {
  return kind === 'page' ? `/paper${address.replace(/\/$/, '')}.pdf` : `/paper${address}booklet.pdf`;
}

/** The main part of a page: what it prints. Empty for a file that is no page of the site. */
export const mainOf = (html: string) => /<main\b[\s\S]*<\/main>/.exec(html)?.[0] ?? '';

/** The addresses that links lead to, in their order, each once. @param base where the site stands, with slashes at both ends */
function linksIn(html: string, base: string): string[] {
  const found = [...html.matchAll(/<a\b[^>]*?\shref="([^"#?]*)/g)].map((match) => match[1]!);
  return [...new Set(found)].filter((to) => to.startsWith(base)).map((to) => to.slice(base.length - 1));
}

/** The sections of the site: what the main menu of the easy reading leads to. */
function sectionsOf(pages: ReadonlyMap<string, BuiltPage>, base: string): BuiltPage[] {
  const header = /<header\b[\s\S]*?<\/header>/.exec(pages.get('/easy-read/')?.html ?? '')?.[0] ?? '';
  const menu = /<details\b[\s\S]*?<\/details>/.exec(header)?.[0] ?? '';
  return linksIn(menu, base).flatMap((address) => pages.get(address) ?? []);
}

/**
 * The pages of a section as its readers meet them: each page, then those below it in the order in which it links them; last what
 * it does not link.
 */
export function pagesOfSection(section: BuiltPage, pages: ReadonlyMap<string, BuiltPage>, base: string): BuiltPage[] {
  const inside = [...pages.keys()].filter((address) => address.startsWith(section.address)).sort();
  const known = new Set(inside);
  const below = new Map<string, string[]>();
  for (const address of inside) {
    let above = address;
    do above = above.replace(/[^/]*\/$/, '');
    while (above.startsWith(section.address) && !known.has(above));
    if (known.has(above)) below.set(above, [...(below.get(above) ?? []), address]);
  }
  const withBelow = (page: BuiltPage): BuiltPage[] => {
    const own = new Set(below.get(page.address));
    if (own.size === 0) return [page];
    const linked = linksIn(mainOf(page.html), base).filter((address) => own.has(address));
    return [page, ...[...new Set([...linked, ...own])].flatMap((address) => withBelow(pages.get(address)!))];
  };
  return withBelow(section);
}

/**
 * @param built every page of the built site
 * @param base where the site stands on its host, with slashes at both ends
 * @returns every PDF that the site should have, the pages first
 */
export function sheetsOf(built: readonly BuiltPage[], base: string): Sheet[] {
  const pages = new Map(built.filter(({ html }) => mainOf(html) !== '').map((page) => [page.address, page]));
  const single = [...pages.values()].filter(({ address }) => isOnPaper(address));
  return [
    ...single.map((page): Sheet => ({ kind: 'page', address: page.address, pages: [page] })),
    ...sectionsOf(pages, base).map((section): Sheet => ({
      kind: 'booklet',
      address: section.address,
      pages: pagesOfSection(section, pages, base),
      home: pages.get('/easy-read/'),
    })),
  ];
}
