/** Examples of a hard word in the standard reading. */
import type { Pattern, ThingsToName } from '../components/pattern.ts';

export const hardWordExamples = ({ word }: Pick<ThingsToName, 'word'>): Pattern => ({
  id: 'hard-word',
  name: 'A hard word',
  makes: 'A link with a dotted line. A press shows the meaning beside it; without JavaScript it leads to the page of the word.',
  when: 'Where a page first uses a word that families meet in letters.',
  whenNot: 'Not at every use: once on a page is enough.',
  good: [{ reading: 'standard', source: `You may hear of [${word.word}](${word.address}) when you ask for help.` }],
  bad: [
    {
      reading: 'standard',
      source: 'You may hear of [this word](/words/no-such-word/) when you ask for help.',
      because: 'The word has no file in content/words/.',
      says: /no-such-word/,
    },
  ],
});
