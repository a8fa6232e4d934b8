/** The search page in a browser: asks Pagefind, tries with fewer words where nothing is found, and says what it did. */
import { searchesFor } from './question.ts';

interface PagefindResult {
  url: string;
  excerpt: string;
  meta: { title: string; kind?: string; picture?: string };
}
interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  init(): Promise<void>;
  search(
    words: string,
    options: { filters: Record<string, string> },
  ): Promise<{ results: { id: string; score: number; data(): Promise<PagefindResult> }[] }>;
}

const list = document.querySelector<HTMLOListElement>('[data-search-results]')!;
const status = document.querySelector<HTMLElement>('[data-search-status]')!;
const input = document.querySelector<HTMLInputElement>('input[name="q"]')!;
const form = input.form!;
const messages = JSON.parse(list.dataset.messages!) as Record<'one' | 'many' | 'fewer' | 'nothing' | 'failed' | 'searching', string>;
const pictures = JSON.parse(list.dataset.pictures!) as Record<string, string>;
const most = list.dataset.reading === 'easy-read' ? 5 : 10;

let started: Promise<Pagefind> | undefined;
/** Fetches the index on the first need, so that a reader who does not search pays nothing for it. */
const start = () =>
  (started ??= (async () => {
    const bundle = list.dataset.bundle!;
    const pagefind = (await import(/* @vite-ignore */ `${bundle}pagefind.js`)) as Pagefind;
    await pagefind.options({ bundlePath: bundle, excerptLength: 24 });
    await pagefind.init();
    return pagefind;
  })());

function entry(result: PagefindResult): HTMLLIElement {
  const item = document.createElement('li');
  item.dataset.kind = result.meta.kind ?? '';
  const picture = result.meta.picture && pictures[result.meta.picture];
  if (picture) {
    const img = Object.assign(document.createElement('img'), { src: picture, alt: '', width: 80, height: 80, className: 'plate' });
    item.append(img);
  }
  const words = document.createElement('div');
  const link = Object.assign(document.createElement('a'), { href: result.url, textContent: result.meta.title });
  const kind = Object.assign(document.createElement('p'), { className: 'kind', textContent: result.meta.kind ?? '' });
  words.append(link, kind);
  if (list.dataset.reading === 'standard') {
    const excerpt = document.createElement('p');
    excerpt.innerHTML = result.excerpt;
    words.append(excerpt);
  }
  item.append(words);
  return item;
}

interface Found {
  id: string;
  score: number;
  data(): Promise<PagefindResult>;
}

/** Pages with some of the words, behind those with all of them; a page that more of the searches find stands higher. */
function merge(withAll: Found[], withSome: Found[][]): Found[] {
  const best = new Map(withAll.map((result) => [result.id, { result, score: 1000 + result.score }]));
  for (const result of withSome.flat()) best.set(result.id, { result, score: (best.get(result.id)?.score ?? 0) + result.score });
  return [...best.values()].sort((a, b) => b.score - a.score).map(({ result }) => result);
}

/** Counts the questions, so that an answer that comes late never stands in the place of a newer one. */
let asking = 0;

async function find(question: string) {
  const mine = ++asking;
  const searches = searchesFor(question);
  list.replaceChildren();
  status.textContent = searches.length > 0 ? messages.searching : '';
  if (searches.length === 0) return;
  try {
    const pagefind = await start();
    const search = async (words: string) => (await pagefind.search(words, { filters: { reading: list.dataset.reading! } })).results;
    const withAll = await search(searches[0]!);
    const found = withAll.length < 3 ? merge(withAll, await Promise.all(searches.slice(1).map(search))) : withAll;
    const results = await Promise.all(found.slice(0, most).map((result) => result.data()));
    if (mine !== asking) return;
    list.replaceChildren(...results.map(entry));
    const count = results.length === 1 ? messages.one : messages.many.replace('#', String(results.length));
    const fewer = withAll.length === 0 ? `${messages.fewer} ` : '';
    status.textContent = results.length === 0 ? messages.nothing : `${fewer}${count}`;
  } catch {
    if (mine === asking) status.textContent = messages.failed;
  }
}

const asked = () => new URLSearchParams(location.search).get('q') ?? '';
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const address = new URL(location.href);
  address.searchParams.set('q', input.value);
  history.pushState(null, '', address);
  void find(input.value);
});
addEventListener('popstate', () => {
  input.value = asked();
  void find(input.value);
});
input.addEventListener('focus', () => void start().catch(() => undefined), { once: true });
input.value = asked();
if (input.value) void find(input.value);
