/** An easy-read page is rows of one picture and one or two short sentences, and ends with who can help. */
import { sentencesOf } from '../../src/easy-read/wording.ts';
import { onEach } from './check.ts';
import { dictionary, localOffer, words } from './content.ts';
import { allPages, easyReadPages } from './pages.ts';
import { sentencesIn, textOf } from './text.ts';

onEach(allPages, 'an Idea is one picture of the dictionary, then its words', ({ $ }, say) => {
  for (const idea of $('[data-idea]').toArray()) {
    const shown = $(idea).text().trim().slice(0, 50);
    const [picture, text, ...rest] = $(idea).children().toArray();
    if (
      picture?.tagName !== 'img' ||
      picture.attribs.alt !== '' ||
      !picture.attribs['data-picture'] ||
      text?.tagName !== 'p' ||
      rest.length > 0 ||
      $(idea).find('img').length !== 1
    )
      say(`has an Idea that is not one <img alt="" data-picture="…"> and then one <p>: "${shown}".`);
    const sentences = sentencesOf(textOf($, $(idea).find('p').toArray()));
    if (sentences.length < 1 || sentences.length > 2) say(`has an Idea of ${sentences.length} sentences: "${shown}". Write one or two.`);
  }
});

onEach(allPages, 'every picture is in the dictionary, and its file is that of its idea', ({ $ }, say) => {
  for (const { attribs } of $('[data-picture]').toArray()) {
    const concept = attribs['data-picture'] ?? '';
    if (!(concept in dictionary.pictures)) say(`shows the picture "${concept}", which is not in content/pictures/pictures.yaml.`);
    else if (!new RegExp(`/pictures/${concept}\\.[0-9a-f]{8}\\.\\w+$`).test(attribs.src ?? ''))
      say(`shows "${attribs.src}" for the idea "${concept}". One idea has one picture.`);
  }
});

onEach(easyReadPages, 'every easy-read page has Ideas of its own, and ends with who can help', ({ $, address }, say) => {
  const ideas = $('main [data-idea]')
    .toArray()
    .map((idea) => sentencesOf(textOf($, [idea])).join(' '));
  const help = localOffer.easyReadHelp.map((idea) => sentencesOf(idea.words).join(' '));
  if (ideas.slice(-help.length).join('|') !== help.join('|'))
    say(`does not end with: ${help.join(' ')} Put the Ideas of easyReadHelp last in main.`);
  // A list of all pages and a search box are tools: their words are names of pages.
  if (!/^\/easy-read\/(a-z|search)\/$/.test(address) && ideas.length <= help.length)
    say('has no Idea of its own. Say what the page is in one.');
});

onEach(easyReadPages, 'a hard word is explained in the next sentence of its Idea', ({ $ }, say) => {
  for (const word of $('b[data-word]').toArray()) {
    const slug = word.attribs['data-word'] ?? '';
    const idea = $(word).closest('[data-idea]').toArray();
    const sentences = sentencesOf(textOf($, idea));
    const at = sentences.findIndex((sentence) => sentence.includes($(word).text().trim()));
    const meaning = words.get(slug)?.easyMeaning.trim();
    if (at < 0 || meaning === undefined || sentences[at + 1] !== meaning)
      say(`does not explain "${$(word).text()}" in the next sentence. It should be: "${meaning}".`);
  }
});

onEach(easyReadPages, 'the words of an easy-read page stand in its Ideas', ({ $ }, say) => {
  for (const sentence of sentencesIn($, 'main .prose', '[data-idea], h2, h3, nav, .page-foot'))
    say(`has words outside an Idea: "${sentence}". Give them a picture.`);
});
