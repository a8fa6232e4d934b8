/** Examples of the panel that says what the reader can do. */
import type { Pattern } from './pattern.ts';

export const doExamples: Pattern = {
  id: 'do',
  name: 'What you can do',
  makes: 'The one coloured panel of a page, with a heading of its own.',
  when: 'Once on a page of the standard reading, for the steps that the reader can take now.',
  whenNot: 'Not for facts, and not in easy read: there each step is an Idea.',
  good: [
    {
      reading: 'standard',
      source:
        '<Do title="What you can do">\n\n- Write down what you want to say.\n- Ask for a copy of the letter.\n- Take somebody with you.\n\n</Do>',
    },
  ],
  bad: [
    {
      reading: 'standard',
      source: '<Do>\n\n- Write down what you want to say.\n\n</Do>',
      because: 'The panel has no title, so nobody hears what it is.',
      says: /title/,
    },
  ],
};
