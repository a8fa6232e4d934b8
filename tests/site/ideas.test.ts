/** An easy-read page is rows of one picture and one or two short sentences, and ends with who can help. */
import type { AnyNode } from 'domhandler';
import { sentencesOf } from '../../src/easy-read/sentences.ts';
import { onEach } from './check.ts';
import { dictionary, localOffer, words } from './content.ts';
import { allPages, fullPages, easyReadPages, type Page } from './pages.ts';
import { sentencesIn, textOf } from './text.ts';

/** The words of an Idea, without its button. */
const ideaText = ({ $ }: Pick<Page, '$'>, idea: AnyNode) => textOf($, $(idea).find('p').toArray());

onEach(allPages, 'an Idea is one picture of the dictionary, its words, and a button to listen to them', ({ $ }, say) => {
  for (const idea of $('[data-idea]').toArray()) {
    const shown = $(idea).text().trim().slice(0, 50);
    const [picture, text, listen, ...rest] = $(idea).children().toArray();
    if (
      picture?.tagName !== 'img' ||
      picture.attribs.alt !== '' ||
      !picture.attribs['data-picture'] ||
      text?.tagName !== 'p' ||
      listen?.tagName !== 'button' ||
      listen.attribs.type !== 'button' ||
      !('data-read-aloud' in listen.attribs) ||
      !/\bneeds-script\b/.test(listen.attribs.class ?? '') ||
      $(listen).text().trim() === '' ||
      rest.length > 0 ||
      $(idea).find('img').length !== 1
    )
      say(
        `has an Idea that is not one <img alt="" data-picture="…"> then one <p>, then one <button type="button" class="needs-script" data-read-aloud>: "${shown}".`,
      );
    const sentences = sentencesOf(ideaText({ $ }, idea));
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
    .map((idea) => sentencesOf(ideaText({ $ }, idea)).join(' '));
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
    const idea = $(word).closest('[data-idea]').find('p').toArray();
    const sentences = sentencesOf(textOf($, idea));
    const at = sentences.findIndex((sentence) => sentence.includes($(word).text().trim()));
    const meaning = words.get(slug)?.easyMeaning.trim();
    if (at < 0 || meaning === undefined || sentences[at + 1] !== meaning)
      say(`does not explain "${$(word).text()}" in the next sentence. It should be: "${meaning}".`);
  }
});

onEach(
  fullPages.filter(({ address }) => !/^\/(easy-read\/)?(a-z|search)\/$/.test(address)),
  'a page with running words has one button that reads it aloud, near its top',
  ({ $ }, say) => {
    const buttons = $('main button.aloud');
    if (
      buttons.length !== 1 ||
      buttons.attr('data-read-aloud') === undefined ||
      buttons.attr('type') !== 'button' ||
      !buttons.hasClass('needs-script')
    )
      return say(
        `has ${buttons.length} buttons to read it aloud. Have one <button type="button" class="aloud needs-script" data-read-aloud>.`,
      );
    if ($('main h1').closest('div').find('button.aloud').length !== 1) say('has its button to read aloud far from its heading.');
  },
);

onEach(easyReadPages, 'the words of an easy-read page stand in its Ideas', ({ $ }, say) => {
  for (const sentence of sentencesIn($, 'main .prose', '[data-idea], h2, h3, nav, .page-foot'))
    say(`has words outside an Idea: "${sentence}". Give them a picture.`);
});
