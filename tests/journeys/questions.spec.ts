/** Search that understands families: of all questions of the list, 95 in 100 have a page that answers them among the first three. */
import { halves, askOn, startOf } from './questions.ts';
import { expect, test } from './site.ts';

const wanted = 0.95;

test('there are at least 60 questions, half of them written by somebody who has not seen the search', () => {
  const [seen, unseen] = ['seen', 'unseen'].map((name) => halves.find(({ half }) => half === name)!.questions.length);
  expect(seen! + unseen!).toBeGreaterThanOrEqual(60);
  expect(unseen).toBeGreaterThanOrEqual(30);
});

for (const { half, questions } of halves)
  test(`the right page is in the first three for ${wanted * 100} of 100 of the ${half} questions`, async ({ page }) => {
    test.setTimeout(180_000);
    const missed: string[] = [];
    for (const reading of ['standard', 'easy-read'] as const) {
      await page.goto(`${startOf(reading)}/search/`);
      for (const question of questions.filter((one) => one.reading === reading)) {
        const first = (await askOn(page, question)).slice(0, 3);
        if (!first.some((address) => question.page.includes(address)))
          missed.push(`“${question.ask}” (${reading}): ${first.join(' ')}; wanted ${question.page.join(' or ')}`);
      }
    }
    const share = 1 - missed.length / questions.length;
    console.log(`${half}: ${questions.length - missed.length} of ${questions.length}`);
    expect(share, missed.join('\n')).toBeGreaterThanOrEqual(wanted);
  });
