/** Faults in an easy-read page, as a person who writes one for the first time makes them. Long, because it is a list. */
import { testFaults, type Fault } from './fault.ts';

const page = 'help-now/easy-read.mdx';
const before = '<Idea picture="hand">\nAsk a person you trust for help.\n</Idea>';
/** The Idea of the hand, with other lines. */
const instead =
  (lines: string): Fault['make'] =>
  (content) =>
    content.change(page, before, lines);
const idea = (words: string, picture = ' picture="hand"') => instead(`<Idea${picture}>\n${words}\n</Idea>`);

testFaults([
  {
    name: 'an Idea without a picture',
    make: idea('Ask a friend.', ''),
    file: page,
    on: '<Idea>',
    says: /without a picture/,
    write: /Write <Idea picture="…">/,
  },
  {
    name: 'an Idea with a picture that nobody has',
    make: idea('Ask a friend.', ' picture="hande"'),
    file: page,
    on: 'hande',
    says: /"hande".*pictures\.yaml/,
    write: /Near it: hand\b/,
  },
  {
    name: 'an Idea without words',
    make: idea(''),
    file: page,
    on: '<Idea picture="hand">',
    says: /without words/,
    write: /Write one or two short sentences/,
  },
  {
    name: 'an Idea of three sentences',
    make: idea('Ask a friend.\nAsk your mum.\nAsk your dad.'),
    file: page,
    on: '<Idea picture="hand">',
    says: /3 sentences/,
    write: /two Ideas/,
  },
  {
    name: 'a sentence of 20 words',
    make: idea('You can ask a friend or your mum or your dad or a man or a girl at your school.'),
    file: page,
    on: 'You can ask a friend',
    says: /has 20 words/,
    write: /two sentences of 15 words or fewer/,
  },
  {
    name: 'a hard word that is not explained',
    make: idea('Ask for mediation.'),
    file: page,
    on: 'mediation',
    says: /"mediation" is a hard word/,
    write: /everyday word, or link/,
  },
  {
    name: 'a hard word that is explained twice',
    make: instead(
      '<Idea picture="hand">\nAsk about [SEND](/words/send/).\n</Idea>\n\n<Idea picture="talk">\nTalk about [SEND](/words/send/) too.\n</Idea>',
    ),
    file: page,
    on: 'Talk about',
    says: /"send" twice/,
    write: /first use only/,
  },
  {
    name: 'a hard word with a second sentence beside it',
    make: idea('Ask about [SEND](/words/send/).\nAsk a friend.'),
    file: page,
    on: '<Idea picture="hand">',
    says: /hard word and a second sentence/,
    write: /an Idea of its own/,
  },
  {
    name: 'words outside an Idea',
    make: instead(`${before}\n\nYou are not alone.`),
    file: page,
    on: 'not alone',
    says: /outside an Idea/,
    write: /put them in <Idea/,
  },
  {
    name: 'a list in an Idea',
    make: idea('\n- Ask a friend.\n- Ask your mum.\n'),
    file: page,
    on: '- Ask a friend',
    says: /list/i,
    write: /sentence|Ideas/,
  },
  {
    name: 'a heading in an Idea',
    make: idea('\n## Ask a friend\n'),
    file: page,
    on: '## Ask',
    says: /heading/i,
    write: /outside|above|before|sentence/,
  },
  {
    name: 'a tag of the other reading',
    make: instead(`${before}\n\n<Note>\n\nAsk a friend.\n\n</Note>`),
    file: page,
    on: '<Note>',
    says: /<Note>/,
    write: /<Idea>/,
  },
  {
    name: 'a link that has the reading in it',
    make: idea('Look at [the pledge](/easy-read/pledge/).'),
    file: page,
    on: 'Look at',
    says: /\/easy-read\/pledge\//,
    write: /Leave out \/easy-read/,
  },
  {
    name: 'a link to no page',
    make: idea('Look at [the pledge](/plege/).'),
    file: page,
    on: 'Look at',
    says: /"\/plege\/"/,
    write: /Near it: \/pledge\//,
  },
  {
    name: 'a fact that nobody holds',
    make: idea('Phone <Fact name="contact.phone" />.'),
    file: page,
    on: 'contact.phone',
    says: /"contact\.phone"/,
    write: /contact\.telephone/,
  },
  {
    name: 'a page that says when it was checked, but not by whom',
    make: (content) =>
      content.change(page, 'summary: These numbers are not real.', 'summary: These numbers are not real.\ncheckedOn: 2030-01-15'),
    file: page,
    on: 'checkedOn',
    says: /not by which group/,
    write: /Write checkedBy/,
  },
  {
    name: 'a page without its one sentence',
    make: (content) => content.change(page, 'summary: These numbers are not real.', 'title: Help now'),
    file: page,
    says: /"summary"/,
    write: /Write one easy sentence/,
  },
  {
    name: 'a page that says who checked it in a field that nobody knows',
    make: (content) =>
      content.change(page, 'summary: These numbers are not real.', 'summary: These numbers are not real.\nchecked: by the youth group'),
    file: page,
    on: 'checked: by',
    says: /"checked"/,
    write: /spelling/,
  },
]);
