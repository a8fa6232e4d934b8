/** One picture for one idea, and one idea for one picture: in the dictionary and wherever a picture is used. */
import { expect, test } from 'vitest';
import { checkContent } from '../../src/content-check/check.ts';
import { ContentCopy } from '../council/council.ts';
import { testFaults } from './fault.ts';

const dictionary = 'pictures/pictures.yaml';
const pledge = 'pledge/easy-read.mdx';

testFaults([
  {
    name: 'a copy of a picture under another name',
    make: (content) => content.write('pictures/gate.svg', content.read('pictures/hand.svg')),
    file: dictionary,
    says: /"gate" has the same picture as "hand"/,
    write: /Choose another for one of them/,
  },
  {
    name: 'two pictures that mean the same',
    make: (content) => content.change(dictionary, 'means: a way in that is open', 'means: Help, from a person'),
    file: dictionary,
    says: /"gate" means the same as "hand"/,
    write: /Keep one of them, or say what differs/,
  },
  {
    name: 'one picture for two Ideas in a row',
    make: (content) => content.change(pledge, '<Idea picture="talk">', '<Idea picture="hand">'),
    file: pledge,
    says: /"hand" is the picture of the Idea before too/,
    write: /choose another, or make one Idea of both/,
  },
  {
    name: 'one picture for two ways to get help in a row',
    make: (content) => content.change('local-offer.yaml', '      picture: phone', '      picture: talk'),
    file: 'local-offer.yaml',
    says: /"talk" is the picture of the Idea before too/,
    write: /Two Ideas, two pictures/,
  },
  {
    name: 'one Idea with two pictures',
    make: (content) => content.change(pledge, 'They talk with young people first.', 'The town is not real!'),
    file: pledge,
    on: '<Idea picture="talk">',
    says: /"talk" stands for an Idea that has the picture "town" in about\/easy-read\.mdx:5/,
    write: /One idea, one picture: choose one for both/,
  },
  {
    name: 'one beginning with two pictures',
    make: (content) => content.change(pledge, 'They talk with young people first.', 'The town is not real.\nThey made it up.'),
    file: pledge,
    on: '<Idea picture="talk">',
    says: /"talk" stands for an Idea that begins as one with the picture "town"/,
    write: /choose one for both/,
  },
  {
    name: 'a hard word with the picture of another idea',
    make: (content) =>
      content.change(
        'home/easy-read.mdx',
        '<Idea picture="hand">\nThis site is about [SEND]',
        '<Idea picture="gate">\nThis site is about [SEND]',
      ),
    file: 'home/easy-read.mdx',
    on: 'picture="gate"',
    says: /"gate" is not the picture of "SEND", which this Idea explains/,
    write: /Choose "hand", as in words\/send\.yaml/,
  },
  {
    name: 'one picture for two pages beside each other',
    make: (content) => content.change('our-plan/know-every-child/topic.yaml', 'picture: talk', 'picture: town'),
    file: 'our-plan/know-every-child/topic.yaml',
    on: 'picture: town',
    says: /"town" is the picture of our-plan\/help-close-to-home\/ too/,
    write: /Choose another for one of them/,
  },
]);

const allSaid = async (content: ContentCopy) => (await checkContent(content.folder)).map(({ file, problem }) => `${file} ${problem}`);

test('one idea with the same picture, and a short beginning with another, are right', async () => {
  using content = new ContentCopy();
  content.change(pledge, '<Idea picture="talk">\nThey talk with young people first.', '<Idea picture="town">\nThe town is not real.');
  content.change('our-plan/easy-read.mdx', 'Parents and young people made it with us.', 'Ask a person.\nThey made it with us.');
  content.change('words/easy-read.mdx', 'Ask someone if a word is not on the list.', 'Ask a person.\nThey know more words.');
  expect(await allSaid(content)).toEqual([]);
});

test('the page about a word may explain it beside its own picture', async () => {
  using content = new ContentCopy();
  content.change('pledge/topic.yaml', /^picture: .*$/m.exec(content.read('pledge/topic.yaml'))![0], 'picture: gate');
  content.change(
    pledge,
    '<Idea picture="talk">\nThey talk with young people first.',
    '<Idea picture="gate">\nIt is about [SEND](/words/send/).',
  );
  expect(await allSaid(content)).toEqual([]);
});

test('a written exception, with its reason, lets a picture stand', async () => {
  using content = new ContentCopy();
  content.change(pledge, '<Idea picture="talk">', '<Idea picture="hand">');
  content.write(
    'wording/exceptions.yaml',
    `- file: ${pledge}\n  rule: picture\n  words: hand\n  reason: Both Ideas are about the hand in the picture.\n`,
  );
  expect(await allSaid(content)).toEqual([]);
});
