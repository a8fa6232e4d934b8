/** Examples of a table. */
import type { Pattern } from './pattern.ts';

export const tableExamples: Pattern = {
  id: 'table',
  name: 'A table',
  makes: 'A table that reads as a list on a phone. The first cell of each row becomes its heading.',
  when: 'For facts that are compared: the same two or three things about each of several.',
  whenNot: 'Not to put words side by side. Not in easy read.',
  good: [
    {
      reading: 'standard',
      source: '| Age | What you can ask for |\n| --- | --- |\n| 14 | A health check |\n| 16 | To speak for yourself |',
    },
  ],
  bad: [
    {
      reading: 'easy-read',
      source: '| Age | What you can ask for |\n| --- | --- |\n| 14 | A health check |',
      because: 'A table is hard to read for many people. Write one Idea for each row.',
      says: /outside an Idea/,
    },
  ],
};
