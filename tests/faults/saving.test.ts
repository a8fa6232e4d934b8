/** Faults of the keyboard and of the program that saves: quotes, tabs, colons, letters, lines that are missing. */
import { testFaults, type Fault } from './fault.ts';

const plan = 'our-plan/topic.yaml';
const title = 'title: Our plan';
const inPlan = (lines: string): Pick<Fault, 'make' | 'file'> => ({ make: (content) => content.change(plan, title, lines), file: plan });
const easy = 'help-now/easy-read.mdx';
const standard = 'about/standard.mdx';
const inLatin1 = (text: string) => Buffer.from(text, 'latin1');

testFaults([
  {
    name: 'a quote that is not closed',
    ...inPlan('title: "Our plan'),
    on: 'title: "Our',
    says: /^has a quote that is not closed/,
    write: /Write it after the text too/,
  },
  {
    name: 'a field further right than those beside it',
    ...inPlan('title: Our plan\n  colour: 3'),
    says: /^cannot be read here/,
    write: /further left or right/,
  },
  { name: 'a text that begins with an ampersand', ...inPlan('title: &Our plan'), on: '&Our', says: /begins with "&"/, write: /in quotes/ },
  {
    name: 'a field that is there twice',
    ...inPlan(`${title}\norder: 2`),
    on: 'order: 1',
    says: /^has the field "order" twice/,
    write: /take one out/,
  },
  { name: 'a tab before a field', ...inPlan(`${title}\n\tcolor: 3`), on: '\tcolor', says: /^has a tab/, write: /use spaces/ },
  {
    name: 'a tab in a list',
    make: (content) => content.change(plan, '  - source', '\t- source'),
    file: plan,
    on: '\t- source',
    says: /^has a tab/,
    write: /use spaces/,
  },
  {
    name: 'a text with a colon',
    ...inPlan(`${title}: part 1`),
    on: 'part 1',
    says: /^cannot be read: a text holds a colon/,
    write: /in quotes/,
  },
  { name: 'a text that begins with a star', ...inPlan('title: *Our* plan'), on: '*Our*', says: /begins with "\*"/, write: /in quotes/ },
  { name: 'a text that begins with an at sign', ...inPlan('title: @home'), on: '@home', says: /begins with "@"/, write: /in quotes/ },
  { name: 'a field without its colon', ...inPlan('title Our plan'), says: /^cannot be read here/, write: /a field, a colon and a space/ },
  {
    name: 'a text in curly quotes',
    ...inPlan('title: “Our plan”'),
    on: '“Our',
    says: /curly quotes/,
    write: /straight quotes \("\), or none/,
  },
  {
    name: 'a day in single curly quotes',
    make: (content) => content.change(plan, '2030-01-15', '‘2030-01-15’'),
    file: plan,
    on: '‘2030',
    says: /curly quotes/,
    write: /straight quotes/,
  },
  {
    name: 'a text with a colon in curly quotes',
    ...inPlan('title: “Our plan: part 1”'),
    on: '“Our',
    says: /curly quotes/,
    write: /straight quotes/,
  },
  {
    name: 'an Idea with curly quotes',
    make: (content) => content.change(easy, '<Idea picture="hand">', '<Idea picture=“hand”>'),
    file: easy,
    on: '“hand”',
    says: /curly quotes/,
    write: /Use straight quotes/,
  },
  {
    name: 'a summary in curly quotes',
    make: (content) => content.change(easy, 'summary: These numbers are not real.', 'summary: “These numbers are not real.”'),
    file: easy,
    on: '“These',
    says: /curly quotes/,
    write: /straight quotes/,
  },
  {
    name: 'a page that was not saved as UTF-8',
    make: (content) => content.write(standard, inLatin1(content.read(standard).replace('It keeps', 'The café keeps'))),
    file: standard,
    on: 'The caf',
    says: /letters that cannot be read/,
    write: /Save it as UTF-8/,
  },
  {
    name: 'facts that were not saved as UTF-8',
    make: (content) => content.write(plan, inLatin1(content.read(plan).replace(title, 'title: Our café'))),
    file: plan,
    on: 'title: Our caf',
    says: /letters that cannot be read/,
    write: /Save it as UTF-8/,
  },
  {
    name: 'figures that were not saved as UTF-8',
    make: (content) => content.write('figures.yaml', inLatin1('# café\nfacts: []\nown: []\naddresses: []\n')),
    file: 'figures.yaml',
    on: '# caf',
    says: /letters that cannot be read/,
    write: /Save it as UTF-8/,
  },
  {
    name: 'a page saved as UTF-16',
    make: (content) => content.write(standard, Buffer.from(`\uFEFF${content.read(standard)}`, 'utf16le')),
    file: standard,
    says: /letters that cannot be read/,
    write: /Save it as UTF-8/,
  },
  {
    name: 'front matter that is not closed',
    make: (content) => content.write(easy, content.read(easy).replace(/\n---\n/, '\n')),
    file: easy,
    on: '---',
    says: /closing "---" is missing/,
    write: /Write it on a line of its own/,
  },
  {
    name: 'a summary that is too short, below another field',
    make: (content) => content.change(easy, 'summary: These numbers are not real.', 'title: Help now\nsummary: Numbers.'),
    file: easy,
    on: 'summary: Numbers',
    says: /"summary"/,
    write: /Write one easy sentence/,
  },
  {
    name: 'a field that is missing in a list',
    make: (content) => content.change('local-offer.yaml', '      easyWho: Do you want to talk?\n', ''),
    file: 'local-offer.yaml',
    on: '- id: talk-line',
    says: /"helpNow\.ways\.0\.easyWho"/,
    write: /easyWho/,
  },
]);
