/** Examples of an Idea and of a hard word in easy read. Their pictures are those that every dictionary has. */
import type { Pattern, ThingsToName } from '../components/pattern.ts';

export const ideaExamples = ({ page }: Pick<ThingsToName, 'page'>): Pattern => ({
  id: 'idea',
  name: 'An Idea',
  makes: 'One picture on the left, and one or two short sentences beside it. Easy read is headings and Ideas, nothing else.',
  when: 'For every idea of an easy-read page. Write each sentence on its own line, at most 15 words long.',
  whenNot: 'Not in the standard reading. Not for two things at once: write two Ideas.',
  good: [
    { reading: 'easy-read', source: '<Idea picture="list">\nMake a list of what you need.\nTake it to your meeting.\n</Idea>' },
    { reading: 'easy-read', source: `<Idea picture="direction">\nYou can read [${page.title}](${page.address}).\n</Idea>` },
  ],
  bad: [
    {
      reading: 'easy-read',
      source:
        '<Idea picture="list">\nIt is a good idea to make a list of what you need before the meeting and to take it with you.\n</Idea>',
      because: 'The sentence is too long. Two short ones say the same.',
      says: /has \d+ words/,
    },
    {
      reading: 'easy-read',
      source: '<Idea picture="lisst">\nMake a list of what you need.\n</Idea>',
      because: 'There is no picture of that name. The check gives the three nearest names.',
      says: /no[t]? .*pictures\.yaml\. Near it: list, /,
    },
    {
      reading: 'easy-read',
      source: 'Make a list of what you need.',
      because: 'Words stand outside an Idea, so they have no picture.',
      says: /outside an Idea/,
    },
  ],
});

export const easyWordExamples = ({ word }: Pick<ThingsToName, 'word'>): Pattern => ({
  id: 'hard-word-easy-read',
  name: 'A hard word in easy read',
  makes: 'The word in bold, and its meaning as the next sentence. The meaning comes from the file of the word.',
  when: 'Once on a page, where the word is first used, in an Idea with the picture of the word and no other sentence of yours.',
  whenNot: 'Not when an everyday word does as well.',
  good: [{ reading: 'easy-read', source: `<Idea picture="${word.picture}">\nYou may hear of [${word.word}](${word.address}).\n</Idea>` }],
  bad: [
    {
      reading: 'easy-read',
      source: '<Idea picture="question">\nYou may hear of [a word](/words/no-such-word/).\n</Idea>',
      because: 'The word has no file in content/words/, so there is no meaning to print.',
      says: /no-such-word/,
    },
  ],
});
