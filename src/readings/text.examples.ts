/** Examples of what Markdown gives: headings, lists, links; and of the facts that only a council knows. */
import type { Pattern, ThingsToName } from '../components/pattern.ts';

export const headingExamples: Pattern = {
  id: 'heading',
  name: 'A heading',
  makes: 'A heading of a part of the page. People who do not see the page leaf through it by headings.',
  when: 'For each new question that the page answers, in both readings. At most 8 words.',
  whenNot: 'Not to make words large. The title of the page is not written again: it stands in topic.yaml.',
  good: [
    {
      reading: 'standard',
      source: '## Who can ask\n\nYou can ask from the age of 16.\n\n### If you need help to ask\n\nA parent can ask for you.',
    },
  ],
  bad: [
    {
      reading: 'standard',
      source: '# Who can ask\n\nYou can ask from the age of 16.',
      because: 'One "#" makes a second title. Begin with "##".',
      says: /##|heading/,
    },
  ],
};

export const listExamples: Pattern = {
  id: 'list',
  name: 'A list',
  makes: 'A list with dots, or with numbers for steps that come in an order.',
  when: 'In the standard reading, for three things or more of one kind.',
  whenNot: 'Not in easy read: there each point is an Idea.',
  good: [{ reading: 'standard', source: '1. Ask for a form.\n2. Fill it in with somebody you trust.\n3. Send it back.' }],
  bad: [
    {
      reading: 'easy-read',
      source: '<Idea picture="list">\n\n- Ask for a form.\n- Send it back.\n\n</Idea>',
      because: 'An Idea holds one or two sentences, and no list.',
      says: /list in an Idea/,
    },
  ],
};

export const linkExamples = ({ page }: Pick<ThingsToName, 'page'>): Pattern => ({
  id: 'link',
  name: 'A link',
  makes: 'A link. One to this site stays in the reading that the reader is in, by itself.',
  when: 'Where the reader may want to go next. Its words say where it leads. It begins and ends with "/".',
  whenNot: 'Never with "/easy-read/" in front, and never with "click here".',
  good: [{ reading: 'standard', source: `You can read about [${page.title}](${page.address}).` }],
  bad: [
    {
      reading: 'standard',
      source: 'You can read about [the plan](/no/such/page/).',
      because: 'There is no such page.',
      says: /\/no\/such\/page\//,
    },
    {
      reading: 'standard',
      source: `You can read about [${page.title}](/easy-read${page.address}).`,
      because: 'The link leaves the reading that the reader is in.',
      says: /easy-read/,
    },
  ],
});

export const factExamples: Pattern = {
  id: 'fact',
  name: 'A fact that only the council has',
  makes: 'A fact of local-offer.yaml, or a stand-in that says it is not filled in yet.',
  when: 'For telephone numbers, opening hours and addresses of the council itself, in both readings of a page.',
  whenNot: 'Not for facts with a source: write those out, and name the source in topic.yaml.',
  good: [
    { reading: 'standard', source: 'You can phone the council: <Fact name="contact.telephone" />.' },
    {
      reading: 'easy-read',
      source: '<Idea picture="question">\nDo you have a question?\nPhone <Fact name="contact.telephone" />.\n</Idea>',
    },
  ],
  bad: [
    {
      reading: 'standard',
      source: 'Phone the council: <Fact name="contact.fax" />.',
      because: 'There is no such fact.',
      says: /contact\.fax/,
    },
  ],
};
