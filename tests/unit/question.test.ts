/** A question, as families type it, becomes what the index can answer. */
import { describe, expect, test } from 'vitest';
import { namesFor } from '../../src/search/names.ts';
import { alike, changes, respelled, tellingWords, understood } from '../../src/search/question.ts';

describe('everyday words', () => {
  test.each([
    ['My son needs help with his speech', ['speech']],
    ["I don't want to go to school", ['school']],
    ['I don’t want to go to school', ['school']],
    ['What can I do', ['what', 'can', 'i', 'do']],
    ['  "EHC-plan" after 16?! ', ['ehc-plan', '16']],
    ['Zażółć szkoła', ['zażółć', 'szkoła']],
    [' ?! ', []],
  ])('%s → %j', (question, words) => expect(tellingWords(question)).toEqual(words));
});

describe('spelling', () => {
  const known = ['wheelchair', 'apprenticeship', 'benefits', 'college', 'tribunal', 'mediation', 'travel', 'council'];
  test.each([
    ['weelchair', 'wheelchair'],
    ['aprentiship', 'apprenticeship'],
    ['benifits', 'benefits'],
    ['collage', 'college'],
    ['tribunel', 'tribunal'],
    ['meditaion', 'mediation'],
    ['counsil', 'council'],
    ['giraffe', undefined],
    ['bus', undefined],
  ])('%s is meant for %s', (typed, meant) => expect(respelled(typed, known)).toBe(meant));

  test('counts letters more, less, others, and two that change places', () => {
    expect(changes('', 'abc')).toBe(3);
    expect(changes('hte', 'the')).toBe(1);
    expect(changes('colege', 'college')).toBe(1);
    expect(changes('same', 'same')).toBe(0);
  });

  test.each([
    ['travel', 'travels', true],
    ['live', 'living', true],
    ['meet', 'meeting', true],
    ['plan', 'planet', true],
    ['job', 'jobs', false],
    ['cat', 'car', false],
    ['pip', 'pipes', false],
  ])('%s and %s are forms of one word: %s', (one, other, expected) => expect(alike(one, other)).toBe(expected));
});

describe('with the names of a site', () => {
  const word = (name: string, otherNames: string[] = []) => ({
    word: name,
    meaning: `${name} means something.`,
    easyMeaning: `Easy: ${name}.`,
    otherNames,
  });
  const names = namesFor(
    [
      ['ehc-plan', word('EHC plan', ['EHCP', 'the plan'])],
      ['ehc-needs-assessment', word('EHC needs assessment', ['EHCNA'])],
      ['camhs', word('CAMHS', ['child and adolescent mental health services'])],
    ],
    ['Travel to school and college', 'wheelchair'],
    'standard',
  );
  const ask = (question: string, known: string[] = []) => understood(question, names, async (one) => known.includes(one));

  test('initials are looked for by their long name too, and the reader is told', async () => {
    const { groups, also, word: asked } = await ask('how do I get an ehcp');
    expect(groups).toEqual([['ehcp', 'ehc plan']]);
    expect(also).toEqual(['EHC plan']);
    expect(asked?.[0]).toBe('/words/ehc-plan/');
  });

  test('the longest name goes first', async () =>
    expect((await ask('EHC needs assessment')).groups[0]).toEqual(['ehc assessment', 'ehc needs assessment']));

  test('a word of the glossary alone has a direct answer, a longer question has none', async () => {
    expect((await ask('what is CAMHS')).word?.[2]).toBe('CAMHS means something.');
    expect((await ask('camhs waiting list', ['waiting', 'list'])).word).toBeUndefined();
  });

  test('a word that no page has is spelled anew, one that a page has stays', async () => {
    expect((await ask('weelchair')).spelled).toEqual([['weelchair', 'wheelchair']]);
    expect((await ask('collage', ['collage'])).spelled).toEqual([]);
    expect((await ask('qqqqq')).groups).toEqual([['qqqqq']]);
  });

  test('nothing asked is nothing looked for', async () => expect((await ask(' ?! ')).groups).toEqual([]));

  test('a reader of easy read gets the easy meaning', () => {
    expect(namesFor([['pip', word('PIP')]], [], 'easy-read').words).toEqual([['/words/pip/', 'PIP', 'Easy: PIP.']]);
  });

  test('nobody waits long for a question that is very long', async () => {
    const { groups } = await ask(Array.from({ length: 300 }, (_, index) => `word${index}`).join(' '));
    expect(groups.length).toBeGreaterThan(0);
  });
});
