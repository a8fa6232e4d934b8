/**
 * What an easy-read page says elsewhere than in its running text: names for screen readers, descriptions of pictures, titles, what a
 * shared link says, messages that a script shows later, and the easy part of the page for what does not exist.
 */
import { expect, test } from 'vitest';
import { easyReadFindings } from '../../src/easy-read/easy-read-rules.ts';
import { sentencesOf } from '../../src/easy-read/sentences.ts';
import { expectNone, onEach } from './check.ts';
import { words as glossary } from './content.ts';
import { isListedName, knownWords } from './known-words.ts';
import { easyReadPages, elementsOf, pageAt, type Page } from './pages.ts';
import { sentencesIn } from './text.ts';

/** Attributes that a person hears or reads. */
const spoken = ['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'title', 'alt', 'placeholder', 'label'];
/** Of a script: the rest of the data attributes hold what a person reads. What search knows a page by, a family types. */
const forPrograms =
  /^data-(astro.*|pagefind-.*|address|also|bundle|names|pictures|picture|concept|word|reading|idea|status|check|title|kind|stand-in|script|tiles|record|part|place|strand|idea-of|milestone.*|milestones|measure|value|on|state|date|number|update|updates-of|changed|event|history)$/;
/** The names of the word list may stand in titles: they lead to the page that explains them. */
const ofGlossary = [...glossary.values()].flatMap(({ word, otherNames }) => [word, ...otherNames]);

/** The texts in a value: a sentence, or a list of them as JSON. */
function textsIn(value: string): string[] {
  if (!/^[[{]/.test(value)) return [value];
  const all: string[] = [];
  JSON.parse(value, (_key, one: unknown) => {
    if (typeof one === 'string') all.push(one);
    return one;
  });
  return all;
}

/** A place for a number or a name, as a script fills it. */
const filled = (text: string) => text.replaceAll('#', '3').replace(/\{\w+\}/g, '3');

const findingsOf = (page: Page, text: string, known: readonly string[]) =>
  sentencesOf(filled(text)).flatMap((sentence) =>
    easyReadFindings(sentence, known)
      .filter(({ rule, words }) => !(rule === 'one-word' || rule === 'hurtful') || !isListedName(page, words))
      .map(({ words, mend }) => `"${words}" ${mend} (in "${sentence}")`),
  );

const seen: string[] = [];

onEach(easyReadPages, 'names for screen readers, descriptions of pictures and words of scripts are easy', (page, say) => {
  const known = [...knownWords(page), ...ofGlossary];
  for (const element of elementsOf(page.$, 'body, body *'))
    for (const [name, value] of Object.entries(element.attribs)) {
      if (!spoken.includes(name) && (!name.startsWith('data-') || forPrograms.test(name))) continue;
      for (const text of textsIn(value)) {
        seen.push(name);
        for (const finding of findingsOf(page, text, known)) say(`has in ${name} of <${element.tagName}> ${finding}`);
      }
    }
});

onEach(easyReadPages, 'the title, the description and the words of a shared link are easy', (page, say) => {
  const known = [...knownWords(page), ...ofGlossary];
  const metas = 'meta[name=description], meta[property="og:title"], meta[property="og:description"], meta[property="og:image:alt"]';
  const texts = [
    page.$('title').text(),
    ...elementsOf(page.$, `${metas}, meta[name^="twitter:"]:not([name="twitter:card"], [name="twitter:image"])`).map(
      ({ attribs }) => attribs.content ?? '',
    ),
  ];
  // The name of the site stands behind the title of the page.
  for (const text of texts.flatMap((one) => one.split(/ [-–—|·] /)))
    for (const finding of findingsOf(page, text, known)) say(`has in its head ${finding}`);
});

onEach(easyReadPages, 'what a script shows later is easy', (page, say) => {
  const known = [...knownWords(page), ...ofGlossary];
  for (const element of elementsOf(page.$, 'body [hidden], body template'))
    for (const finding of findingsOf(page, page.$(element).text(), known)) say(`has in a hidden part ${finding}`);
});

onEach(easyReadPages, 'a date is written in words', ({ $ }, say) => {
  for (const time of elementsOf($, 'time'))
    if (!/^(?:\d{1,2} )?\p{Lu}\p{Ll}+ \d{4}$/u.test($(time).text().trim())) say(`writes a date as "${$(time).text().trim()}".`);
  const figures = /\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d{4}-\d{2}(-\d{2})?\b/.exec(sentencesIn($, 'header, main, footer').join('\n'));
  if (figures) say(`writes a date as "${figures[0]}". Write 23 November 2026.`);
});

onEach(easyReadPages, 'two Ideas in a row have two pictures', ({ $ }, say) => {
  const pictures = $('main [data-idea] img[data-picture]')
    .toArray()
    .map((image) => image.attribs['data-picture']);
  pictures.forEach((picture, index) => {
    if (index > 0 && picture === pictures[index - 1]) say(`shows the picture "${picture}" for two Ideas in a row.`);
  });
});

test('the easy part of the page for what does not exist holds to the wording rules', () => {
  const page = pageAt.get('/404.html')!;
  const sentences = sentencesIn(page.$, '[data-reading="easy-read"]');
  expect(sentences.length).toBeGreaterThan(2);
  expectNone(sentences.flatMap((sentence) => findingsOf(page, sentence, ofGlossary)));
});

test('the search has its messages for all that can happen, in easy words', () => {
  const [list] = elementsOf(pageAt.get('/easy-read/search/')!.$, '[data-messages]');
  const messages = JSON.parse(list!.attribs['data-messages']!) as Record<string, string>;
  expect(Object.keys(messages)).toEqual(expect.arrayContaining(['one', 'many', 'nothing', 'empty', 'failed', 'searching']));
  for (const [name, message] of Object.entries(messages)) expect(message, name).toMatch(/\p{L}/u);
  expect(seen, 'the checks above have read them').toContain('data-messages');
});
