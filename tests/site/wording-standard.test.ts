/** The rules of the standard reading over the finished page: plain English, and enough of it to be worth a visit. */
import { gradeOf } from '../../src/easy-read/grade.ts';
import { limits } from '../../src/easy-read/limits.ts';
import { meanWords, wordsOf } from '../../src/easy-read/sentences.ts';
import { standardFindings } from '../../src/easy-read/standard-rules.ts';
import { onEach } from './check.ts';
import { isListedName, knownWords } from './known-words.ts';
import { standardPages, type Page } from './pages.ts';
import { sentencesIn } from './text.ts';

const { mean: mostMean, grade: mostGrade, fewestWords } = limits.standard;
/** The names of sources are as long as their authors made them. */
const sources = 'section[aria-labelledby=page-sources]';
const running = ({ $ }: Page) => sentencesIn($, 'main', `nav, button, h1, h2, h3, h4, ${sources}`);

onEach(standardPages, 'no sentence of a standard page is too long, holds a short form or a term that is not used', (page, say) => {
  for (const sentence of sentencesIn(page.$, 'header, main, footer', sources))
    for (const { rule, words, mend } of standardFindings(sentence))
      if (!(rule === 'one-word' || rule === 'hurtful') || !isListedName(page, words)) say(`"${words}" ${mend}`);
});

onEach(standardPages, `the mean sentence of a standard page has at most ${mostMean} words`, (page, say) => {
  const mean = meanWords(running(page));
  if (mean > mostMean) say(`has a mean of ${mean.toFixed(1)} words a sentence. Bring it to ${mostMean} or fewer.`);
});

onEach(standardPages, `a standard page reads at grade ${mostGrade} or lower`, (page, say) => {
  const grade = gradeOf(running(page), knownWords(page));
  if (grade > mostGrade) say(`reads at grade ${grade.toFixed(1)}. Use shorter words and sentences, down to ${mostGrade}.`);
});

/** A word's page is a meaning to look up, the A to Z a list, and the search page a box to type in: more words would be in the way. */
const toLookUp = /^\/(words\/[^/]+|a-z|search)\/$/;
onEach(
  standardPages.filter(({ address }) => !toLookUp.test(address)),
  `a standard page has at least ${fewestWords} words`,
  ({ $ }, say) => {
    const total = sentencesIn($, 'main').reduce((sum, sentence) => sum + wordsOf(sentence).length, 0);
    if (total < fewestWords) say(`has ${total} words in main. Say more, or put it on another page.`);
  },
);
