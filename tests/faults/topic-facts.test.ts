/** Faults in what both readings share: `topic.yaml`, words and sources. Long, because it is a list. */
import { testFaults } from './fault.ts';

const plan = 'our-plan/topic.yaml';
const strand = `title: A quieter road
order: 1
picture: town
sources: []
lastChecked: 2030-01-15
status: nearly
statusWord: nearly there
statusOn: 2029-05
statusSource:
  source: westmere-plan
sponsor: null
`;

testFaults([
  {
    name: 'a topic without a title',
    make: (content) => content.change(plan, 'title: Our plan\n', ''),
    file: plan,
    says: /"title"/,
    write: /Write the name of the page/,
  },
  {
    name: 'a topic without the day when it was checked',
    make: (content) => content.change(plan, 'lastChecked: 2030-01-15\n', ''),
    file: plan,
    says: /"lastChecked"/,
    write: /2026-11-23/,
  },
  {
    name: 'a field that nobody knows',
    make: (content) => content.change(plan, 'colour: 215', 'colur: 215'),
    file: plan,
    on: 'colur',
    says: /"colur"/,
    write: /spelling/,
  },
  {
    name: 'a date in words',
    make: (content) => content.change(plan, 'lastChecked: 2030-01-15', 'lastChecked: 15 January 2030'),
    file: plan,
    on: '15 January',
    says: /"lastChecked"/,
    write: /Write .*2026-11-23/,
  },
  {
    name: 'a day that no calendar has',
    make: (content) => content.change(plan, 'lastChecked: 2030-01-15', 'lastChecked: 2030-02-31'),
    file: plan,
    on: '2030-02-31',
    says: /"lastChecked"/,
    write: /Write .*2026-11-23/,
  },
  {
    name: 'a report of a day that no calendar has',
    make: (content) => content.change(plan, 'asReported: 2029-05', 'asReported: 2029-05-99'),
    file: plan,
    on: '2029-05-99',
    says: /"asReported"/,
    write: /2021-07/,
  },
  {
    name: 'a status that is not one of the five',
    make: (content) => {
      content.write('progress/works/a-quieter-road/topic.yaml', strand);
      for (const reading of ['standard', 'easy-read'])
        content.write(`progress/works/a-quieter-road/${reading}.mdx`, content.read(`about/${reading}.mdx`));
    },
    file: 'progress/works/a-quieter-road/topic.yaml',
    on: 'status: nearly',
    says: /"status"/,
    write: /not-started, on-track, needs-attention, late, done/,
  },
  {
    name: 'a colour beyond the circle of hues',
    make: (content) => content.change(plan, 'colour: 215', 'colour: 400'),
    file: plan,
    on: 'colour: 400',
    says: /"colour"(?!.*\b(entries|letters)\b)/,
    write: /Write a hue from 0 to 360/,
  },
  {
    name: 'an order in words',
    make: (content) => content.change(plan, 'order: 1', 'order: first'),
    file: plan,
    on: 'order: first',
    says: /"order"/,
    write: /Write a whole number/,
  },
  {
    name: 'a topic.yaml with nothing in it',
    make: (content) => content.write('about/topic.yaml', ''),
    file: 'about/topic.yaml',
    says: /empty|nothing|no field/i,
    write: /title/,
  },
  {
    name: 'YAML that cannot be parsed',
    make: (content) => content.change(plan, 'title: Our plan', 'title: Our plan: the second'),
    file: plan,
    on: 'the second',
    says: /cannot be read/,
    write: /quotes/,
  },
  {
    name: 'a picture that is not in the dictionary',
    make: (content) => content.change(plan, 'picture: plan', 'picture: plann'),
    file: plan,
    on: 'plann',
    says: /"plann".*pictures\.yaml/,
    write: /Near it: plan\b/,
  },
  {
    name: 'a source that does not exist',
    make: (content) => content.change(plan, 'source: westmere-plan', 'source: westmere-plans'),
    file: plan,
    on: 'westmere-plans',
    says: /"westmere-plans"/,
    write: /Near it: westmere-plan\b/,
  },
  {
    name: 'a related page that does not exist',
    make: (content) => content.change(plan, 'related: [pledge]', 'related: [pledge/be-fare]'),
    file: plan,
    on: 'be-fare',
    says: /"pledge\/be-fare"/,
    write: /Near it: pledge\/be-fair\b/,
  },
  {
    name: 'a shape that does not exist',
    make: (content) => content.change(plan, 'shape: hill', 'shape: hil'),
    file: plan,
    on: 'shape: hil',
    says: /"hil"/,
    write: /hill/,
  },
  {
    name: 'a topic with one reading',
    make: (content) => content.remove('about/easy-read.mdx'),
    file: 'about/easy-read.mdx',
    says: /is missing/,
    write: /write the easy-read one/i,
  },
  {
    name: 'a reading without topic.yaml',
    make: (content) => content.write('lost/standard.mdx', content.read('about/standard.mdx')),
    file: 'lost/standard.mdx',
    says: /no topic\.yaml/,
    write: /Add one/,
  },
  {
    name: 'a word whose easy meaning has two sentences',
    make: (content) => content.change('words/send.yaml', 'more help to learn.', 'more help. You may get it.'),
    file: 'words/send.yaml',
    on: 'easyMeaning',
    says: /easyMeaning/,
    write: /Write one/,
  },
  {
    name: 'a word without its easy meaning',
    make: (content) => content.change('words/key-worker.yaml', 'easyMeaning: A key worker is the person you talk to first.\n', ''),
    file: 'words/key-worker.yaml',
    says: /"easyMeaning"/,
    write: /Write what it means, in 1 easy sentence/,
  },
]);
