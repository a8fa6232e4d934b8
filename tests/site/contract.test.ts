/** The attributes that other programs, style sheets and scripts find their way by, exactly as the contract has them. */
import { onEach } from './check.ts';
import { words } from './content.ts';
import { allPages, easyReadPages, fullPages, standardPages, twinOf, twinPages } from './pages.ts';
import { hrefOf, publicAddress } from './place.ts';

onEach(allPages, '<html> names the language and the reading', ({ $, reading }, say) => {
  const { lang, 'data-reading': marked } = $('html').attr() ?? {};
  if (lang !== 'en-GB') say(`has lang="${lang}". Write lang="en-GB".`);
  if (reading !== 'both' && marked !== reading) say(`has data-reading="${marked}" on <html>. Write data-reading="${reading}".`);
});

onEach(twinPages, 'one switch in the header and one alternate link lead to the twin', (page, say) => {
  const links = page.$('[data-reading-switch]');
  if (links.length !== 1 || !links.is('body > header a')) say(`has ${links.length} [data-reading-switch]. Have one, an <a> in the header.`);
  if (links.attr('href') !== hrefOf(twinOf(page)))
    say(`has a switch to "${links.attr('href')}". It should lead to "${hrefOf(twinOf(page))}".`);
  if (links.text().trim() === '') say('has a switch without words. Say which reading it leads to.');
  const alternates = page
    .$('link[rel=alternate][href]:not([type])')
    .map((_, link) => page.$(link).attr('href'))
    .get();
  if (alternates.join() !== publicAddress(twinOf(page)))
    say(`has the alternate links "${alternates.join(' ')}". Have one, to "${publicAddress(twinOf(page))}".`);
});

onEach(twinPages, 'main is marked for the skip link and for search', ({ $, reading }, say) => {
  if ($('main').length !== 1 || $('main').attr('id') !== 'main') say('has no single <main id="main">.');
  if ($('main').attr('data-pagefind-body') === undefined) say('has no data-pagefind-body on main. Search finds a page by it.');
  if ($('main').attr('data-pagefind-filter') !== `reading:${reading}`)
    say(`has data-pagefind-filter="${$('main').attr('data-pagefind-filter')}" on main. Write "reading:${reading}".`);
});

onEach(fullPages, 'the first link skips to the main part', ({ $ }, say) => {
  if ($('body a').first().attr('href') !== '#main') say('does not begin with a link to "#main". Put the skip link first in <body>.');
});

onEach(standardPages, 'a hard word in standard is a link to its page', ({ $ }, say) => {
  for (const word of $('[data-word]').toArray()) {
    const { 'data-word': slug = '', href } = word.attribs;
    if (word.tagName !== 'a' || href !== hrefOf(`/words/${slug}/`))
      say(`has <${word.tagName} data-word="${slug}" href="${href}">. Write <a data-word="${slug}" href="${hrefOf(`/words/${slug}/`)}">.`);
    if (!words.has(slug)) say(`marks the word "${slug}", which is not in content/words/.`);
  }
});

onEach(easyReadPages, 'a hard word in easy read is bold', ({ $ }, say) => {
  for (const word of $('[data-word]').toArray())
    if (word.tagName !== 'b') say(`has <${word.tagName} data-word="${word.attribs['data-word']}">. Write <b data-word="…">.`);
});

const statuses = ['not-started', 'on-track', 'needs-attention', 'late', 'done'];
onEach(allPages, 'a status is one of the five, and words say it too', ({ $ }, say) => {
  for (const mark of $('[data-status]').toArray()) {
    if (!statuses.includes(mark.attribs['data-status'] ?? ''))
      say(`has data-status="${mark.attribs['data-status']}". It is one of: ${statuses.join(', ')}.`);
    if ($(mark).text().trim() === '') say('has a status without words. Colour or a sign alone is not enough.');
  }
});

onEach(allPages, 'every date mark is a <time> that a program can read', ({ $ }, say) => {
  for (const mark of $('time, [data-as-reported], [data-last-checked]').toArray()) {
    const { datetime = '' } = mark.attribs;
    const isDate = /^\d{4}-\d{2}(-\d{2})?$/.test(datetime) && !Number.isNaN(Date.parse(datetime));
    if (mark.tagName !== 'time' || !isDate)
      say(`has <${mark.tagName} datetime="${datetime}"> as a date. Write <time datetime="2026-11-23"> or a month.`);
  }
});

onEach(
  allPages.filter(({ address }) => /^(\/easy-read)?\/search\/$/.test(address)),
  'the search page asks by its address and has a place for answers',
  ({ $, address }, say) => {
    const field = $('form input[name=q]');
    const form = field.closest('form');
    if (field.length !== 1 || form.attr('action') !== hrefOf(address) || !/^(get)?$/i.test(form.attr('method') ?? ''))
      say(`has no form that sends "q" to ${hrefOf(address)} by GET.`);
    if ($('ol[data-search-results]').length !== 1) say('has no <ol data-search-results>.');
    if ($('[role=status]').length !== 1) say('has no role="status" for the count.');
    if (!$('noscript').text().trim()) say('says nothing in <noscript>. Lead readers without script to the A to Z.');
  },
);
