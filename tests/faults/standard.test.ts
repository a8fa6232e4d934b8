/** Faults in a standard page: code, HTML, links and headings. Long, because it is a list. */
import { testFaults, type Fault } from './fault.ts';

const page = 'about/standard.mdx';
const heading = '## What it is made of\n';
const add =
  (lines: string): Fault['make'] =>
  (content) =>
    content.change(page, heading, `${heading}\n${lines}\n`);

testFaults([
  {
    name: 'a line that imports',
    make: add("import Box from './Box.astro';"),
    file: page,
    on: 'import Box',
    says: /import/,
    write: /take the line out/,
  },
  {
    name: 'curly brackets',
    make: add('It is the year {new Date().getFullYear()}.'),
    file: page,
    on: '{new',
    says: /curly brackets/,
    write: /take them out/,
  },
  {
    name: 'curly brackets in a tag',
    make: add('Call <Fact name={contact} /> now.'),
    file: page,
    on: '<Fact',
    says: /curly brackets/,
    write: /name="words"/,
  },
  {
    name: 'an HTML tag',
    make: add('<div>Some words in a box.</div>'),
    file: page,
    on: '<div>',
    says: /HTML tag <div>/,
    write: /Use Markdown/,
  },
  {
    name: 'a tag that is not closed',
    make: add('<Note>\n\nSome quiet words.'),
    file: page,
    on: '<Note>',
    says: /cannot be read/,
    write: /not closed/,
  },
  {
    name: 'a tag that nobody knows',
    make: add('<Notice>\n\nSome quiet words.\n\n</Notice>'),
    file: page,
    on: '<Notice>',
    says: /<Notice>/,
    write: /<Note>/,
  },
  {
    name: 'a picture in Markdown',
    make: add('![A tree](tree.png)'),
    file: page,
    on: '![A tree]',
    says: /!\[…\]\(…\)/,
    write: /<Idea picture="…">/,
  },
  {
    name: 'a link to no page',
    make: add('Read [our plan](/our-plans/) first.'),
    file: page,
    on: '/our-plans/',
    says: /"\/our-plans\/", which does not exist/,
    write: /Near it: \/our-plan\//,
  },
  {
    name: 'a link without its last slash',
    make: add('Read [our plan](/our-plan) first.'),
    file: page,
    on: '(/our-plan)',
    says: /"\/our-plan"/,
    write: /\/our-plan\//,
  },
  {
    name: 'a link that begins nowhere',
    make: add('Read [our plan](our-plan/) first.'),
    file: page,
    on: '(our-plan/)',
    says: /"our-plan\/"/,
    write: /Begin a link to this site with "\/"/,
  },
  {
    name: 'a link that has the reading in it',
    make: add('Read [our plan](/easy-read/our-plan/) first.'),
    file: page,
    on: '/easy-read/',
    says: /\/easy-read\/our-plan\//,
    write: /Leave out \/easy-read/,
  },
  {
    name: 'a link that says "click here"',
    make: add('For the plan [click here](/our-plan/).'),
    file: page,
    on: 'click here',
    says: /"click here"/,
    write: /Say where it leads/,
  },
  {
    name: 'a link without words',
    make: add('Read [](/our-plan/) first.'),
    file: page,
    on: '[](',
    says: /without words/,
    write: /Say where it leads/,
  },
  { name: 'a heading with one #', make: add('# Another title'), file: page, on: '# Another', says: /one "#"/, write: /begin with "##"/ },
  {
    name: 'a heading that jumps',
    make: add('#### Deep down'),
    file: page,
    on: '#### Deep',
    says: /level 2 to level 4/,
    write: /Use "###"/,
  },
  {
    name: 'a fact that nobody holds',
    make: add('Call <Fact name="contact.fax" /> now.'),
    file: page,
    on: 'contact.fax',
    says: /"contact\.fax"/,
    write: /contact\.telephone/,
  },
  {
    name: 'a sentence of 26 words',
    make: add(
      'Each of the people who wrote this page for the town took care that no line of it was longer than a child can say aloud. They did. It works.',
    ),
    file: page,
    on: 'Each of the people',
    says: /has 26 words/,
    write: /25 words or fewer/,
  },
  { name: 'a Latin short form', make: add('We like art, e.g. drawings.'), file: page, on: 'e.g.', says: /Latin/, write: /for example/ },
  {
    name: 'a page that says next to nothing',
    make: (content) => content.write(page, '---\nsummary: This page has hardly any words at all.\n---\n\nThere is nothing here yet.\n'),
    file: page,
    says: /only \d+ words/,
    write: /say more/,
    // Its easy reading still has the link that stood there.
    also: /is a link that standard\.mdx does not have/,
  },
  {
    name: 'front matter that cannot be parsed',
    make: (content) => content.change(page, 'summary: This site', 'summary: About: this site'),
    file: page,
    on: 'summary: About',
    says: /cannot be read/,
    write: /quotes/,
  },
  {
    name: 'a page without front matter',
    make: (content) => content.write(page, content.read(page).replace(/^---[\s\S]*?---\n/, '')),
    file: page,
    says: /"summary"/,
    write: /Write one sentence/,
  },
]);
