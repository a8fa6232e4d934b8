/** Examples of a quiet remark. */
import type { Pattern } from './pattern.ts';

export const noteExamples: Pattern = {
  id: 'note',
  name: 'A remark',
  makes: 'A quiet remark with a line at its side.',
  when: 'For a caveat, or to say that words are our own and not those of a source.',
  whenNot: 'Not for what people must not miss: write that first, in the words of the page. Not in easy read.',
  good: [{ reading: 'standard', source: '<Note>\n\nThese are our own words. The law may say more.\n\n</Note>' }],
  bad: [
    {
      reading: 'standard',
      source: '<Note>\n\nThese are our own words, e.g. the list above.\n\n</Note>',
      because: 'A Latin short form stands in it. Write "for example".',
      says: /Latin/,
    },
  ],
};
