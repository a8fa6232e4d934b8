/** The search page in a browser: asks Pagefind, tries with fewer words where nothing is found, and says what it did. */
import { searchesFor, tellingWords } from './question.ts';

interface PagefindResult {
  url: string;
  excerpt: string;
  /** All words of the page. */
  content: string;
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
const messages = JSON.parse(list.dataset.messages!) as Record<
  'one' | 'many' | 'best' | 'fewer' | 'nothing' | 'empty' | 'failed' | 'searching',
  string
>;
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
  const heading = document.createElement('h2');
  heading.append(link);
  words.append(heading, kind);
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
const ownTitle = document.title;

/** Pagefind answers an unknown word with words that only begin like it; a page must hold the beginning of a word that was asked. */
const holdsOne = (words: string[]) => {
  const beginnings = words.map((word) => word.slice(0, Math.max(4, word.length - 3)));
  return ({ content }: PagefindResult) => beginnings.some((beginning) => content.toLowerCase().includes(beginning));
};

function sayCount(shown: number, all: number, withSome: boolean): string {
  if (shown === 0) return messages.nothing;
  const count =
    all > shown ? messages.best.replace('#', String(shown)) : shown === 1 ? messages.one : messages.many.replace('#', String(shown));
  return withSome ? `${messages.fewer} ${count}` : count;
}

async function find(question: string) {
  const mine = ++asking;
  const searches = searchesFor(question);
  document.title = question.trim() ? `${question.trim()} – ${ownTitle}` : ownTitle;
  list.replaceChildren();
  status.textContent = searches.length > 0 ? messages.searching : messages.empty;
  if (searches.length === 0) return;
  try {
    const pagefind = await start();
    const search = async (words: string) => (await pagefind.search(words, { filters: { reading: list.dataset.reading! } })).results;
    const withAll = await search(searches[0]!);
    const found = withAll.length < 3 ? merge(withAll, await Promise.all(searches.slice(1).map(search))) : withAll;
    const read = await Promise.all(found.slice(0, most + 5).map((result) => result.data()));
    if (mine !== asking) return;
    // The lists themselves, search and A to Z, have no kind and answer nothing.
    const fitting = read.filter(holdsOne(tellingWords(question))).filter(({ meta }) => meta.kind);
    const results = fitting.slice(0, most);
    list.replaceChildren(...results.map(entry));
    const all = fitting.length === read.length ? found.length : fitting.length;
    status.textContent = sayCount(results.length, all, withAll.length === 0);
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
