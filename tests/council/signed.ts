/** A list of who has signed, for the made-up council: its page, and a file as `npm run register -- export --public` writes it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kinds } from '../../src/pledge/form/fields.ts';
import type { PublicList } from '../../src/pledge/register/register.ts';
import type { ContentCopy } from './council.ts';

const story = `They sign on paper at the town hall, with the blue pen on a string. A child chose the pen, and the string was a good idea after
the first week.

Somebody rings each place to ask if it means it. Then its name goes up here, below what kind of place it is, with the day when it signed.

Westmere is made up, and so are the places. They show how the list looks when another council has one. A real list says no more than this one.

No person stands on it. A place that changes its mind comes off it on the next day.`;

/** Adds the page of the list. The council has no form: its settings sign on paper. */
export function addSignedPage(content: ContentCopy): void {
  content.write(
    'pledge/signed/topic.yaml',
    'title: Who has signed\norder: 9\npicture: list\nsources: []\nlastChecked: 2030-01-15\nrelated: [pledge]\n',
  );
  content.write('pledge/signed/standard.mdx', `---\nsummary: The places in Westmere that have signed our pledge.\n---\n\n${story}\n`);
  content.write(
    'pledge/signed/easy-read.mdx',
    '---\nsummary: You can see who signed the pledge.\n---\n\n<Idea picture="hand">\nThey sign on paper.\n</Idea>\n',
  );
  content.write(
    'pledge/signed/signed.yaml',
    [
      'badge: { signed: has signed our pledge, unnamed: We have signed our pledge }',
      'certificate: { values: "We act by these values:", writeName: Write your name on this line., listed: "See us here:" }',
      'pictures:',
      ...kinds.map((kind) => `  ${kind}: town`),
    ].join('\n'),
  );
}

export const signedList: PublicList = {
  changed: '2029-12-01T10:00:00.000Z',
  count: 2,
  signatories: [
    {
      ...{ id: 'bcdfghjk', name: 'Hill & "Dale" <School>', kind: 'primary', area: 'westmere', date: '2029-11-02' },
      ...{ sentence: 'We ask first.', website: 'https://hill.example.org/' },
    },
    { id: 'bcdfghjm', name: '=Lake Nursery', kind: 'early-years', area: 'westmere', date: '2029-11-03' },
  ],
  withdrawn: ['bcdfghjn'],
};

/** @param dataDir where the build reads the list @param list what stands there */
export function writeSignedList(dataDir: string, list: unknown = signedList): void {
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(join(dataDir, 'signed.json'), JSON.stringify(list));
}
