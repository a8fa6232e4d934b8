/** The search page in a browser: understands the question, asks Pagefind, and says what it did. Nothing is fetched before a person searches. */
import { everydaySearch, type Answer } from './answer.ts';
import type { Names } from './question.ts';
import type { Found, Page } from './rank.ts';

interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  init(): Promise<void>;
  search(words: string, options: { filters: Record<string, string> }): Promise<{ results: Found[] }>;
}

const list = document.querySelector<HTMLOListElement>('[data-search-results]')!;
const status = document.querySelector<HTMLElement>('[data-search-status]')!;
const direct = document.querySelector<HTMLElement>('[data-search-answer]')!;
const input = document.querySelector<HTMLInputElement>('input[name="q"]')!;
const form = input.form!;
const messages = JSON.parse(list.dataset.messages!) as Record<
  'one' | 'many' | 'best' | 'fewer' | 'nothing' | 'empty' | 'failed' | 'searching' | 'spelled' | 'also',
  string
>;
const pictures = JSON.parse(list.dataset.pictures!) as Record<string, string>;
const easy = list.dataset.reading === 'easy-read';
const most = easy ? 5 : 10;

let started: Promise<(question: string) => Promise<Answer>> | undefined;
/** Fetches the index and the names on the first need, so that a reader who does not search pays nothing for them. */
const start = () =>
  (started ??= (async () => {
    const bundle = list.dataset.bundle!;
    const [pagefind, names] = await Promise.all([
      import(/* @vite-ignore */ `${bundle}pagefind.js`) as Promise<Pagefind>,
      fetch(list.dataset.names!).then((answer) => answer.json() as Promise<Names>),
    ]);
    await pagefind.options({ bundlePath: bundle, excerptLength: 24 });
    await pagefind.init();
    const filters = { reading: list.dataset.reading! };
    return everydaySearch(names, async (words) => (await pagefind.search(words, { filters })).results);
  })());

const make = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, more: Partial<HTMLElementTagNameMap[Tag]>) =>
  Object.assign(document.createElement(tag), more);

function entry(result: Page): HTMLLIElement {
  const item = document.createElement('li');
  item.dataset.kind = result.meta.kind ?? '';
  const picture = result.meta.picture && pictures[result.meta.picture];
  if (picture) item.append(make('img', { src: picture, alt: '', width: 80, height: 80, className: 'plate' }));
  const words = document.createElement('div');
  const heading = document.createElement('h2');
  heading.append(make('a', { href: result.url, textContent: result.meta.title }));
  words.append(heading, make('p', { className: 'kind', textContent: result.meta.kind ?? '' }));
  if (!easy) words.append(make('p', { innerHTML: result.excerpt }));
  item.append(words);
  return item;
}

/** The meaning of the word that was asked for, before all pages; its own page is among the results. */
function sayMeaning(word: Answer['word']) {
  direct.hidden = !word;
  // A meaning often begins with its word.
  if (word) direct.textContent = word[2].startsWith(word[1]) ? word[2] : `${word[1]}: ${word[2]}`;
}

/** Counts the questions, so that an answer that comes late never stands in the place of a newer one. */
let asking = 0;
const ownTitle = document.title;
const quoted = (words: readonly string[]) => words.map((word) => `“${word}”`).join(', ');

function sayCount(shown: number, { all, whole, spelled, also }: Answer): string {
  const said = [
    ...(spelled.length > 0 ? [messages.spelled.replace('#', quoted(spelled.map(([, meant]) => meant)))] : []),
    ...(also.length > 0 ? [messages.also.replace('#', quoted(also))] : []),
  ];
  if (shown === 0) return [...said, messages.nothing].join(' ');
  if (!whole) said.push(messages.fewer);
  said.push(
    all > shown ? messages.best.replace('#', String(shown)) : shown === 1 ? messages.one : messages.many.replace('#', String(shown)),
  );
  return said.join(' ');
}

async function find(question: string) {
  const mine = ++asking;
  const asked = question.trim();
  document.title = asked ? `${asked} – ${ownTitle}` : ownTitle;
  list.replaceChildren();
  sayMeaning(undefined);
  status.textContent = asked ? messages.searching : messages.empty;
  if (!asked) return;
  try {
    const answer = await (await start())(question);
    if (mine !== asking) return;
    const results = answer.pages.slice(0, most);
    list.replaceChildren(...results.map(entry));
    sayMeaning(answer.word);
    status.textContent = sayCount(results.length, answer);
  } catch {
    if (mine === asking) status.textContent = messages.failed;
    started = undefined;
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
input.addEventListener('focus', () => void start().catch(() => (started = undefined)), { once: true });
input.value = asked();
if (input.value) void find(input.value);
