/** The rules that read a sentence with a library: retext, compromise and the dictionary of cspell. */
import { beforeAll, describe, expect, test } from 'vitest';
import { listsWith } from '../../src/easy-read/lists.ts';
import { passiveIn } from '../../src/easy-read/passive.ts';
import { retextFindings } from '../../src/easy-read/retext.ts';
import { britishDictionary, spellingFindings } from '../../src/easy-read/spelling.ts';
import { voiceFindings } from '../../src/easy-read/voice.ts';

const lists = listsWith();

describe('retext', () => {
  const found = (sentence: string, reading: 'standard' | 'easy-read' = 'easy-read', known: string[] = []) =>
    retextFindings(sentence, reading, known, lists).map(({ finding: { rule, words }, weight }) => `${rule}: ${words} (${weight})`);
  test('a long word is a fault in easy read and advice in standard', () => {
    expect(found('We facilitate it.')).toEqual(['simpler: facilitate (fault)']);
    expect(found('We facilitate it.', 'standard')).toEqual(['simpler: facilitate (advice)']);
  });
  test('a word that the page explains needs no simpler one', () =>
    expect(found('We facilitate it.', 'easy-read', ['facilitate'])).toEqual([]));
  test('a word that stands twice is a fault', () => expect(found('You go to to work.', 'standard')).toEqual(['repeated: to to (fault)']));
  test('a term that hurts is a fault in both readings', () => {
    expect(found('That is lame.', 'standard')).toEqual([expect.stringMatching(/^hurtful: lame/)]);
  });
  test.each([
    'It is easy.',
    'There is help for disabled people.',
    'Tell your mum or dad.',
    'He is at a special school.',
    'Look after your mental health.',
  ])('"%s" is right', (sentence) => expect(found(sentence)).toEqual([]));
  test('each says a better way', () => {
    for (const { finding } of retextFindings('We facilitate it it.', 'easy-read', [], lists))
      expect(finding.mend).toMatch(/\. (Say|Take|Leave) .+\.$/);
  });
});

describe('passive voice', () => {
  const found = (sentence: string) => passiveIn(sentence, lists) ?? voiceFindings(sentence, lists)[0]?.words;
  test.each([
    'Provision is commissioned by the authority.',
    'Applications will be considered by a panel.',
    'Assessments are undertaken each year.',
    'Your needs must be met.',
    'The plan has been written.',
    'You will be given a letter.',
    'The form is not often read.',
    'It was quickly agreed.',
    'Letters get sent out.',
  ])('"%s" does not say who does it', (sentence) => expect(found(sentence)).toBeTypeOf('string'));
  test.each([
    'Are you worried?',
    'You are allowed to go.',
    'It is called a plan.',
    'The door is closed.',
    'We have written to you.',
    'The bus is red.',
    'A hundred is a lot.',
    'You get used to it.',
    'We are happy.',
    'It is a good need.',
    'You can ask for help.',
    'They are married.',
  ])('"%s" is active', (sentence) => expect(found(sentence)).toBeUndefined());
});

describe('spelling', () => {
  let dictionary: Awaited<ReturnType<typeof britishDictionary>>;
  beforeAll(async () => {
    dictionary = await britishDictionary();
  });
  const found = (sentence: string, names: string[] = []) =>
    spellingFindings(sentence, dictionary, new Set(names), lists).map(({ words, mend }) => `${words}: ${mend}`);
  test.each([
    ['We recieved it.', /^recieved: .*"received"/],
    ['The color is red.', /^color: .*"colour"/],
    ['Go to the center.', /^center: .*centre/],
    ['We organize it.', /^organize: has a z\. Write: organise\./],
    ['They analyzed it.', /^analyzed: .*analysed/],
    ['The behavior changed.', /^behavior: .*behaviour/],
  ])('"%s" is told with the British way', (sentence, told) => expect(found(sentence)).toEqual([expect.stringMatching(told)]));
  test.each([
    'We organise it, and the colour of the centre is grey.',
    "The council's size is a prize, and children's wellbeing comes first.",
    'Write to help@example.org or see www.example.org/colr.',
    'The SENCO knows SENDIASS and the DCOs.',
    'Seize the day – it is well-known.',
  ])('"%s" is right', (sentence) => expect(found(sentence)).toEqual([]));
  test('a name of the content is right as it is', () => {
    expect(found('Ask in Amersonborough.')).toHaveLength(1);
    expect(found('Ask in Amersonborough.', ['amersonborough'])).toEqual([]);
  });
});
