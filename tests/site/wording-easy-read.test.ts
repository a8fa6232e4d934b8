/** The easy-read rules over the finished page: what comes from code (menus, labels, dates) is held to them as the authors' words are. */
import { easyReadFindings } from '../../src/easy-read/easy-read-rules.ts';
import { gradeOf } from '../../src/easy-read/grade.ts';
import { limits } from '../../src/easy-read/limits.ts';
import { meanWords, wordsOf } from '../../src/easy-read/sentences.ts';
import { onEach } from './check.ts';
import { isListedName, knownWords } from './known-words.ts';
import { easyReadPages } from './pages.ts';
import { ownSentences, runningSentences } from './running.ts';
import { sentencesIn } from './text.ts';

const { longest, mean: mostMean, grade: mostGrade, mostWords } = limits.easyRead;

onEach(easyReadPages, `no sentence of an easy-read page has more than ${longest} words`, ({ $ }, say) => {
  for (const sentence of sentencesIn($, 'header, main, footer, .skip')) {
    const count = wordsOf(sentence).length;
    if (count > longest) say(`has a sentence of ${count} words: "${sentence}". Write two.`);
  }
});

onEach(easyReadPages, `the mean sentence of an easy-read page has at most ${mostMean} words`, ({ $ }, say) => {
  const mean = Math.max(meanWords(runningSentences({ $ })), meanWords(ownSentences({ $ })));
  if (mean > mostMean) say(`has a mean of ${mean.toFixed(1)} words a sentence. Bring it to ${mostMean} or fewer.`);
});

onEach(easyReadPages, `an easy-read page reads at grade ${mostGrade} or lower`, (page, say) => {
  const known = knownWords(page);
  const grade = Math.max(gradeOf(runningSentences(page), known), gradeOf(ownSentences(page), known));
  if (grade > mostGrade) say(`reads at grade ${grade.toFixed(1)}. Use shorter words and sentences.`);
});

onEach(easyReadPages, 'every sentence of an easy-read page holds to the wording rules', (page, say) => {
  const known = knownWords(page);
  for (const sentence of sentencesIn(page.$, 'header, main, footer, .skip'))
    for (const { rule, words, mend } of easyReadFindings(sentence, known))
      if (!(rule === 'one-word' || rule === 'hurtful') || !isListedName(page, words)) say(`"${words}" ${mend} (in "${sentence}")`);
});

// The list of all pages is there to look something up, not to be read through.
onEach(
  easyReadPages.filter(({ address }) => address !== '/easy-read/a-z/'),
  `an easy-read page has at most ${mostWords} words`,
  ({ $ }, say) => {
    const total = runningSentences({ $ }).reduce((sum, sentence) => sum + wordsOf(sentence).length, 0);
    if (total > mostWords) say(`has ${total} words. Split it.`);
  },
);
