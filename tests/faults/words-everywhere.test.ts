/** Faults in words that stand outside a page's sentences: titles, headings, panels, words of `local-offer.yaml`, the template. */
import { testFaults, type Fault } from './fault.ts';

const offer = 'local-offer.yaml';
const easy = 'help-now/easy-read.mdx';
const standard = 'help-now/standard.mdx';
const facts = 'help-now/topic.yaml';
const template = { says: /still says "Write here"/, write: /your own/ };
const hard = { says: /"mediation" is a hard word/, write: /everyday word/ };
const change = (file: string, from: string, to: string, on: string): Pick<Fault, 'make' | 'file' | 'on'> => ({
  make: (content) => content.change(file, from, to),
  file,
  on,
});
const heading = (words: string) => change(easy, '<Idea picture="hand">', `## ${words}\n\n<Idea picture="hand">`, words);
const title = (words: string) => change(easy, 'summary:', `title: ${words}\nsummary:`, words);

testFaults([
  {
    name: 'the template in a heading',
    ...change(standard, '## To reach the council', '## Write here a heading', 'Write here'),
    ...template,
  },
  { name: 'the template in an easy heading', ...heading('Write here'), ...template },
  { name: 'the template in a panel', ...change(standard, 'What a real page would say', 'Write here a title', 'Write here'), ...template },
  {
    name: 'the template in a stage',
    ...change(standard, '## To reach', '<Stage when="Write here" title="One">\n\nWords.\n\n</Stage>\n\n## To reach', 'Write here'),
    ...template,
  },
  { name: 'the template in a title', ...change(facts, 'title: Help now', 'title: Write here', 'Write here'), ...template },
  { name: 'the template in an easy title', ...title('Write here'), ...template },
  { name: 'the template in a summary', ...change(easy, 'These numbers are not real.', 'Write here one thing.', 'Write here'), ...template },
  { name: 'the template in a word', ...change('words/send.yaml', 'say: send', 'say: write here', 'write here'), ...template },
  {
    name: 'the template in an artwork',
    ...change('gallery/a-long-bench/artwork.yaml', 'words: There is a long bench.', 'words: Write here one thing.', 'Write here'),
    ...template,
  },
  { name: 'a hard word in an easy heading', ...heading('Ask for mediation'), ...hard },
  { name: 'a hard word in an easy title', ...title('Ask for mediation'), ...hard },
  { name: 'an easy title of 9 words', ...title('You can ask us for help on this page'), says: /has 9 words/, write: /8 at most/ },
  {
    name: 'a hard word in a title that easy read shows',
    ...change(facts, 'title: Help now', 'title: Mediation', 'Mediation'),
    says: /easy read shows too: "Mediation" is a hard word/,
    write: /easier `title` in easy-read\.mdx/,
  },
  {
    name: 'a short form in a standard heading',
    ...change(standard, '## To reach the council', "## If you can't call", "can't"),
    says: /"can't" is a short form/,
    write: /in full/,
  },
  {
    name: 'a Latin short form in a panel',
    ...change(standard, 'What a real page would say', 'What a page says, e.g. this', 'e.g.'),
    says: /Latin/,
    write: /for example/,
  },
  ...(
    [
      ['who can help now', 'easyWho: Do you want to talk?', 'easyWho: Do you want mediation?'],
      ['how to get help now', 'easyHow: Text the talk line on', 'easyHow: Text for mediation on'],
      ['a last Idea', 'words: You can ask someone to read this', 'words: You can ask for mediation'],
      ['the notice', 'easyRead: This town is not real.', 'easyRead: This is mediation.'],
      ['the short notice', 'official: []', 'noticeShort: { standard: A test, easyRead: Not mediation }\nofficial: []'],
      ['the name of a blank', 'easyRead: the form to write to us', 'easyRead: the mediation form'],
      ['the name of the site', 'easyName: Help near you', 'easyName: Help with mediation'],
    ] as const
  ).map(([name, from, to]) => ({ name: `a hard word in ${name}`, ...change(offer, from, to, to.split('\n')[0]!), ...hard })),
  {
    name: 'a Latin short form in who can help now',
    ...change(offer, 'who: You would rather write', 'who: You would rather write, e.g. by text', 'e.g.'),
    says: /Latin/,
    write: /for example/,
  },
  {
    name: 'a last Idea of 3 sentences',
    ...change(offer, 'words: You can ask', 'words: Ask us. Phone us. You can ask', 'Ask us'),
    says: /3 easy sentences in "easyReadHelp\.0\.words"/,
    write: /one or two/,
  },
  {
    name: 'a way of 3 sentences',
    ...change(offer, 'easyHow: Phone the', 'easyHow: Ask us. Phone the', '- id: talk-line'),
    says: /3 easy sentences in "helpNow\.ways\.0"/,
    write: /one or two/,
  },
  {
    name: 'facts with a fault, by which no name is known',
    make: (content) => {
      content.change(easy, 'Ask a person you trust', 'Ask in Amersonborough');
      content.change(offer, 'names: [Westmere]', 'names: [Amersonborough]');
      content.change(offer, 'place: Westmere\n', 'place: 3\n');
    },
    file: offer,
    on: 'place: 3',
    says: /"place"/,
    write: /Write the area/,
  },
]);
