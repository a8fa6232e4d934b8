/** The words of reading aloud come with its script, so the checks of the built pages do not see them; these do. */
import { expect, test } from 'vitest';
import { easyReadFindings } from '../../src/easy-read/easy-read-rules.ts';
import { sentencesOf } from '../../src/easy-read/sentences.ts';
import { standardFindings } from '../../src/easy-read/standard-rules.ts';
import { readAloudWords } from '../../src/reading-help/read-aloud-words.ts';

const all = Object.entries(readAloudWords);

test('the easy words hold to the easy-read rules', () => {
  const found = all.flatMap(([name, [, easy]]) =>
    sentencesOf(easy).flatMap((sentence) => easyReadFindings(sentence).map(({ words, mend }) => `${name}: "${words}" ${mend}`)),
  );
  expect(found).toEqual([]);
});

test('the standard words are plain', () => {
  const found = all.flatMap(([name, [standard]]) =>
    sentencesOf(standard).flatMap((sentence) => standardFindings(sentence).map(({ words, mend }) => `${name}: "${words}" ${mend}`)),
  );
  expect(found).toEqual([]);
});
