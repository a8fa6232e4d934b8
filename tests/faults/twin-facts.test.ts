/** A fact that only one reading of a page states, and the ways in which the other may say where it is. Long, because it is a list. */
import { expect, test } from 'vitest';
import { checkContent } from '../../src/content-check/check.ts';
import { ContentCopy } from '../council/council.ts';
import { testFaults } from './fault.ts';

const full = 'about/standard.mdx';
const easy = 'about/easy-read.mdx';
const inFull = 'It keeps nothing about you';
const inEasy = 'The town is not real.';

/** A sentence more in one reading. */
const only = (file: string, sentence: string) => ({
  make: (content: ContentCopy) =>
    file === full ? content.change(full, inFull, `${sentence}\n\n${inFull}`) : content.change(easy, inEasy, `${inEasy}\n${sentence}`),
  file,
  on: sentence,
});
const lacks = (what: string, where: string) => ({ says: new RegExp(`${what} that ${where} does not have`), write: /Write it there too/ });

testFaults([
  {
    name: 'a telephone number only in standard',
    ...only(full, 'You can call us on 01632 960199.'),
    ...lacks('"01632 960199" is a telephone number', String.raw`easy-read\.mdx`),
    write: /Write it there too, or say there where it is: "The full page has the phone number\."$/,
  },
  {
    name: 'a telephone number only in easy read',
    ...only(easy, 'You can phone us on 01632 960199.'),
    ...lacks('"01632 960199" is a telephone number', String.raw`standard\.mdx`),
    write: /or say there where it is: "The easy-read page has the phone number\."$/,
  },
  {
    name: 'a short number only in standard',
    ...only(full, 'In danger, call 999 at once.'),
    ...lacks('"999" is a telephone number', String.raw`easy-read\.mdx`),
  },
  {
    name: 'a number that another page has',
    ...only(full, 'You can call the council on 01632 960101.'),
    ...lacks('"01632 960101" is a telephone number', String.raw`easy-read\.mdx`),
    make: (content) => {
      content.change(full, inFull, `You can call the council on 01632 960101.\n\n${inFull}`);
      for (const file of ['our-plan/standard.mdx', 'our-plan/easy-read.mdx'])
        content.change(file, 'summary:', file.includes('easy') ? 'title: Phone 01632 960101\nsummary:' : 'summary:');
      content.change('our-plan/standard.mdx', '\n---\n', '\n---\n\nThe number is 01632 960101.\n');
    },
    write: /or link there to \/our-plan\/, which has it\.$/,
  },
  {
    name: 'an e-mail address only in standard',
    ...only(full, 'You can write to plan@example.org at any time.'),
    ...lacks('"plan@example.org" is an e-mail address', String.raw`easy-read\.mdx`),
  },
  {
    name: 'a day only in standard',
    ...only(full, 'The site was built on 3 May 2029 in one day.'),
    ...lacks('"3 May 2029" is a date', String.raw`easy-read\.mdx`),
  },
  {
    name: 'a month only in easy read',
    ...only(easy, 'We made it in May 2029.'),
    ...lacks('"May 2029" is a date', String.raw`standard\.mdx`),
  },
  {
    name: 'two dates that differ',
    ...only(full, 'The site was built on 3 May 2029 in one day.'),
    make: (content) => {
      content.change(full, inFull, `The site was built on 3 May 2029 in one day.\n\n${inFull}`);
      content.change(easy, inEasy, 'We made it on 4 May 2029.');
    },
    ...lacks('"3 May 2029" is a date', String.raw`easy-read\.mdx`),
    also: /"4 May 2029" is a date that standard\.mdx does not have/,
  },
  {
    name: 'a sum of money only in standard',
    ...only(full, 'A copy on paper costs £2.50 for each of you.'),
    ...lacks('"£2.50" is a sum of money', String.raw`easy-read\.mdx`),
  },
  {
    name: 'a link to another site only in standard',
    ...only(full, 'There is [a second example](https://www.example.org/second/) too.'),
    ...lacks('"https://www.example.org/second/" is a link', String.raw`easy-read\.mdx`),
  },
  {
    name: 'a link to another site only in easy read',
    ...only(easy, 'See [the next site](https://www.example.org/next/).'),
    ...lacks('"https://www.example.org/next/" is a link', String.raw`standard\.mdx`),
  },
  {
    name: "a fact of the council's own only in standard",
    ...only(full, 'The council can be asked on <Fact name="contact.telephone" />.'),
    ...lacks('"<Fact name="contact.telephone" />" is a fact of local-offer.yaml', String.raw`easy-read\.mdx`),
  },
  {
    name: 'a number only in the long words of a way to get help',
    make: (content) => content.change('local-offer.yaml', 'It is made up\n', 'It is made up, as is 01632 960177\n'),
    file: 'local-offer.yaml',
    on: '01632 960177',
    says: /"01632 960177" is a telephone number that the easy words lack/,
    write: /Write it there too, or take it out here/,
  },
  {
    name: 'a date only in the easy words of a hard word',
    make: (content) => content.change('words/send.yaml', 'may need more time to read.', 'may need more time in May 2029.'),
    file: 'words/send.yaml',
    on: 'easyExample',
    says: /"May 2029" is a date that the standard words lack/,
    write: /Write it there too/,
  },
  {
    name: 'a link only in what is seen on an artwork',
    make: (content) =>
      content.change('gallery/a-long-bench/artwork.yaml', 'drawn for a test".', 'drawn for a test". That was in May 2029.'),
    file: 'gallery/a-long-bench/artwork.yaml',
    on: 'A line at the foot',
    says: /"May 2029" is a date that the easy words lack/,
    write: /Write it there too/,
  },
]);

const allSaid = async (content: ContentCopy) => (await checkContent(content.folder)).map(({ file, problem }) => `${file} ${problem}`);
const call = `You can call us on 01632 960199.\n\n${inFull}`;

/** Ways to mend the first fault of the list. */
const mends: [name: string, easyWords: string][] = [
  ['the number, written another way', 'You can phone us on 01632 960 199.'],
  ['a sentence that says where the number is', 'The full page has the phone number.'],
];
for (const [name, words] of mends)
  test(`${name} is enough in easy read`, async () => {
    using content = new ContentCopy();
    content.change(full, inFull, call);
    content.change(easy, inEasy, words);
    expect(await allSaid(content)).toEqual([]);
  });

test('a link to a page whose easy reading has the number is enough in easy read', async () => {
  using content = new ContentCopy();
  content.change(full, inFull, call.replace('960199', '960101'));
  content.change(easy, inEasy, 'You can get [help now](/help-now/).');
  expect(await allSaid(content)).toEqual([]);
});

test('a sentence that says where a date is does not say where a number is', async () => {
  using content = new ContentCopy();
  content.change(full, inFull, call);
  content.change(easy, inEasy, 'The full page says when.');
  expect(await allSaid(content)).toEqual([expect.stringContaining('"01632 960199" is a telephone number')]);
});

test('a date that is less exact is said by one that is more exact, and not the other way round', async () => {
  const said = async (fullDate: string, easyDate: string) => {
    using content = new ContentCopy();
    content.change(full, inFull, `The site was built in one go, ${fullDate}.\n\n${inFull}`);
    content.change(easy, inEasy, `We made it ${easyDate}.`);
    return await allSaid(content);
  };
  expect(await said('in May 2029', 'on 3 May 2029')).toEqual([expect.stringMatching(/easy-read\.mdx "3 May 2029" is a date/)]);
  expect(await said('on 3 May 2029', 'in May 2029')).toEqual([expect.stringMatching(/standard\.mdx "3 May 2029" is a date/)]);
  expect(await said('on 3 May 2029', 'on 3 May 2029')).toEqual([]);
});

test('a source that the page names at its foot counts as a link of the standard reading', async () => {
  using content = new ContentCopy();
  content.write('sources/example.yaml', 'title: An example\npublisher: Nobody\naddress: https://www.example.org/next/\nread: primary\n');
  content.change('about/topic.yaml', 'sources: []', 'sources: [{ source: example }]');
  content.change(easy, inEasy, 'See [the next site](https://example.org/next).');
  expect(await allSaid(content)).toEqual([]);
});

test('a written exception, with its reason, lets a fact stand in one reading only', async () => {
  using content = new ContentCopy();
  content.change(full, inFull, call);
  const exception = (words: string) =>
    `- file: ${full}\n  rule: facts\n  words: "${words}"\n  reason: The number is only for people who program.\n`;
  content.write('wording/exceptions.yaml', exception('01632 960199'));
  expect(await allSaid(content)).toEqual([]);
  content.write('wording/exceptions.yaml', exception('01632 960188'));
  expect(await allSaid(content)).toEqual([expect.stringContaining('"01632 960199" is a telephone number')]);
});
