/** Examples of a stop on a timeline. */
import type { Pattern } from './pattern.ts';

export const stageExamples: Pattern = {
  id: 'stage',
  name: 'A stop on a timeline',
  makes: 'One stop on a path: when it is, what it is called, and what happens.',
  when: 'For things that come one after the other in a life or a process. Two or more stand below each other.',
  whenNot: 'Not for a list without dates or ages. Not in easy read.',
  good: [
    {
      reading: 'standard',
      source:
        '<Stage when="Year 9" title="Start to plan">\n\nYou talk about the life that you want.\n\n</Stage>\n\n<Stage when="Year 11" title="Choose what comes next">\n\nYou visit places and say which one you like.\n\n</Stage>',
    },
  ],
  bad: [
    {
      reading: 'standard',
      source: '<Stage title="Start to plan">\n\nYou talk about the life that you want.\n\n</Stage>',
      because: 'It does not say when.',
      says: /when/,
    },
  ],
};
