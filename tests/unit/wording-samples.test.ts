/** Whole texts: three in the manner of what families are sent today, and one of ours. Our own sentences, no copies. */
import { expect, test } from 'vitest';
import { easyReadFindings } from '../../src/easy-read/easy-read-rules.ts';
import type { Rule } from '../../src/easy-read/finding.ts';
import { listsWith } from '../../src/easy-read/lists.ts';
import { pageFindings } from '../../src/easy-read/page-rules.ts';
import { retextFindings } from '../../src/easy-read/retext.ts';
import { sentencesOf } from '../../src/easy-read/sentences.ts';
import { voiceFindings } from '../../src/easy-read/voice.ts';

const lists = listsWith();

/** The rules that a text breaks as an easy-read page, and how often in all. */
function broken(text: string, known: string[] = []): { rules: Set<Rule>; count: number } {
  const sentences = sentencesOf(text);
  const found = [
    ...sentences.flatMap((sentence) => [
      ...easyReadFindings(sentence, known, lists),
      ...retextFindings(sentence, 'easy-read', known, lists).map(({ finding }) => finding),
      ...voiceFindings(sentence, lists),
    ]),
    ...pageFindings('easy-read', sentences, known),
  ];
  return { rules: new Set(found.map(({ rule }) => rule)), count: found.length };
}

const plan = `This strategic plan sets out our vision for children and young people with SEND, and how we will work together to deliver it.
Provision is commissioned jointly by the local authority and health partners in order to improve outcomes.
Education, health, and care services will be reviewed, and parents, carers, and pupils will be consulted at every stage.
We don't want any child to fall through the cracks, so early help (including signposting) is prioritised.`;

const change = `The law about special educational needs has changed, and this leaflet tells you what has changed, why it has changed and what the changes could mean for you and your family.
If you have an EHCP, your local authority must make sure that it is reviewed annually; you'll be invited to the meeting.
Young people over 16 can't be ignored: their views have to be taken into account when decisions are made.
About 20% of pupils get SEN support, e.g. extra time, and three in a hundred have a plan.`;

const advice = `We are an impartial service which facilitates conversations between families/professionals and the LA.
Children who suffer from a disability, or whose mental age is low, are supported by our advisers.
Referrals should be submitted prior to the end of term & will not be considered without consent, nor without a signature.
Part II of the form is to be completed by the SENCO – it is NOT optional.`;

const ours = `You can ask for help at school.
A teacher listens to you.
They ask what you need.
You make a plan together.
The plan says who helps you.
You can bring a friend.
You can say no.`;

test('a plan of a council fails many rules', () => {
  const { rules, count } = broken(plan);
  expect([...rules]).toEqual(
    expect.arrayContaining([
      'length',
      'comma',
      'passive',
      'sign',
      'hard-word',
      'idiom',
      'simpler',
      'one-word',
      'contraction',
      'mean',
      'grade',
    ]),
  );
  expect(count).toBeGreaterThan(20);
});
test('a leaflet about the law fails many rules', () => {
  const { rules, count } = broken(change);
  expect([...rules]).toEqual(
    expect.arrayContaining(['length', 'passive', 'abbreviation', 'contraction', 'sign', 'number', 'one-word', 'mean', 'grade']),
  );
  expect(count).toBeGreaterThan(20);
});
test('a page of an advice service fails many rules', () => {
  const { rules, count } = broken(advice);
  expect([...rules]).toEqual(
    expect.arrayContaining(['hurtful', 'negative', 'capitals', 'abbreviation', 'simpler', 'sign', 'passive', 'hard-word']),
  );
  expect(count).toBeGreaterThan(20);
});
test('a page of ours passes all of them', () => expect(broken(ours)).toEqual({ rules: new Set(), count: 0 }));
