/** Faults in who checked a page, and what is no fault: words that changed after a check. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkedAdvice } from '../../src/content-check/checked.ts';
import { checkedLibrary } from '../../src/content-check/check.ts';
import { ContentCopy } from '../council/council.ts';
import { testFaults, type Fault } from './fault.ts';

const file = 'help-now/easy-read.mdx';
const summary = 'summary: These numbers are not real.';
const withFields = (content: ContentCopy, ...fields: string[]) => content.change(file, summary, [summary, ...fields].join('\n'));
const fields = (...lines: string[]): Pick<Fault, 'make' | 'file'> => ({ make: (content) => withFields(content, ...lines), file });

const by = 'checkedBy: Young people at the youth club';
const on = 'checkedOn: 2030-02-01';
const anyMark = "checkedText: '0123456789ab'";
/** A mark, and nothing that a person has to look for elsewhere. */
const givesMark = /write checkedText: '[0-9a-f]{12}'/;

let before: string | undefined;
beforeAll(() => {
  before = process.env.TODAY;
  process.env.TODAY = '2030-06-15';
});
afterAll(() => {
  if (before === undefined) delete process.env.TODAY;
  else process.env.TODAY = before;
});

testFaults([
  { name: 'a group without a day', ...fields(by), on: by, says: /by?.*not when/, write: /Write checkedOn/ },
  { name: 'a day without a group', ...fields(on), on, says: /not by which group/, write: /Write checkedBy/ },
  { name: 'a day and a mark without a group', ...fields(on, anyMark), on, says: /not by which group/, write: /Write checkedBy/ },
  { name: 'an empty group', ...fields("checkedBy: ''", on), on, says: /not by which group/, write: /Write checkedBy/, also: /"checkedBy"/ },
  { name: 'a mark alone', ...fields(anyMark), on: anyMark, says: /nobody has checked it/, write: /checkedBy and checkedOn too/ },
  {
    name: 'a day for the next check alone',
    ...fields('reviewBy: 2031-02-01'),
    on: 'reviewBy',
    says: /nobody has checked it/,
    write: /take reviewBy out/,
  },
  { name: 'a group and a day without the words', ...fields(by, on), on: by, says: /which words/, write: givesMark },
  {
    name: 'a mark that is none',
    ...fields(by, on, 'checkedText: the words of today'),
    on: 'checkedText',
    says: /no mark/,
    write: givesMark,
  },
  {
    name: 'a day that is yet to come',
    ...fields(by, 'checkedOn: 2030-06-16', anyMark),
    on: 'checkedOn',
    says: /16 June 2030.*yet to come/,
    write: /day of the check/,
  },
  {
    name: 'a next check before the check',
    ...fields(by, on, anyMark, 'reviewBy: 2030-01-31'),
    on: 'reviewBy',
    says: /again before/,
    write: /take reviewBy out: it is then 2031-02-01/,
  },
  {
    name: 'a day in words',
    ...fields(by, 'checkedOn: 1 February 2030', anyMark),
    on: 'checkedOn',
    says: /"checkedOn"/,
    write: /2026-11-23/,
  },
  { name: 'a sentence for a group', ...fields(`${by}.`, on, anyMark), on: by, says: /full stop/, write: /name alone/ },
  {
    name: 'a long name of a group',
    ...fields(`${by} in the old town hall`, on, anyMark),
    on: by,
    says: /more than 8 words/,
    write: /shorter name/,
  },
]);

describe('what is no fault', () => {
  const told = async (content: ContentCopy) => {
    const library = await checkedLibrary(content.folder);
    expect(library.problems).toEqual([]);
    return checkedAdvice(library).map(({ problem }) => problem);
  };
  /** The mark that an author is told to write. */
  async function markIn(content: ContentCopy): Promise<string> {
    const { problems } = await checkedLibrary(content.folder);
    return /'([0-9a-f]{12})'/.exec(problems.map(({ problem }) => problem).join())![1]!;
  }
  function checkedCopy(mark: string): ContentCopy {
    const content = new ContentCopy();
    withFields(content, by, on, `checkedText: '${mark}'`);
    return content;
  }
  async function rightMark(): Promise<string> {
    using content = new ContentCopy();
    withFields(content, by, on);
    return await markIn(content);
  }

  test('a page is well when the mark is written that the check gave', async () => {
    using content = checkedCopy(await rightMark());
    expect(await told(content)).toEqual([]);
  });
  test('words that change after the check are told of, with the mark to write next', async () => {
    using content = checkedCopy(await rightMark());
    content.change(file, 'Ask a person you trust', 'Ask a friend you trust');
    const [advice, ...more] = await told(content);
    expect(advice).toMatch(/other words .* 1 February 2030.*checked it again, write checkedText: '[0-9a-f]{12}'/);
    expect(more).toEqual([]);
  });
  test('so is a check that is more than a year old', async () => {
    using content = checkedCopy(await rightMark());
    process.env.TODAY = '2031-02-02';
    const advice = await told(content).finally(() => (process.env.TODAY = '2030-06-15'));
    expect(advice).toEqual([expect.stringMatching(/checked again by 1 February 2031/)]);
  });
  test('pages that nobody checked are told of by no one', async () => {
    using content = new ContentCopy();
    expect(await told(content)).toEqual([]);
  });
});
