/** What a voice is given: initials, numbers, money, addresses; and how the spoken word is found again on the page. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { saysOf } from '../../src/reading-help/speech-says.build.ts';
import { digits, sayer, shownWordAt } from '../../src/reading-help/speech-saying.ts';

const glossary = { SENCO: 'senko', SENCo: 'senko', SEND: 'send', PIP: 'pip', SENDIASS: 'send eye as', 'post-16': 'post sixteen' };
const say = sayer(glossary);

describe('a voice says', () => {
  for (const [what, shown, said] of [
    ['initials letter by letter', 'An EHC plan from the NHS.', 'An E H C plan from the N H S.'],
    ['initials of the glossary as it has them', 'Ask the SENCO about SEND and PIP.', 'Ask the senko about send and pip.'],
    ['the longer word of two', 'SENDIASS helps.', 'send eye as helps.'],
    ['a word of the glossary at the front of a sentence', 'Post-16 is next.', 'post sixteen is next.'],
    ['a word of the glossary for more than one', 'Two SENCOs came.', 'Two senkos came.'],
    ['initials for more than one', 'Some GPs know.', "Some G P's know."],
    ['initials with a small letter', 'A WSoA for SpLD, by AtW.', 'A W S O A for S P L D, by A T W.'],
    ['initials with a number', 'At KS4.', 'At K S 4.'],
    ['long initials that are a word', 'COVID and IPSEA.', 'covid and ipsea.'],
    ['long initials that are no word', 'An EHCNA by the NSPCC.', 'An E H C N A by the N S P C C.'],
    ['A and E', 'Go to A&E.', 'Go to A and E.'],
    ['the sign for and', 'Health & care', 'Health and care'],
    ['a name and a word with a capital as they are', 'Ofsted in Westmere. I am A. Year 9.', 'Ofsted in Westmere. I am A. Year 9.'],
    ['a telephone number digit by digit, in its groups', 'Call 0800 1111 now.', 'Call 0 8 0 0, 1 1 1 1 now.'],
    ['a long telephone number', '0300 365 1020', '0 3 0 0, 3 6 5, 1 0 2 0'],
    ['a telephone number with spaces that do not break', '0808\u00a0808\u00a03555', '0 8 0 8, 8 0 8, 3 5 5 5'],
    ['a telephone number without groups', '08081234567', '0 8 0 8 1, 2 3 4, 5 6 7'],
    ['a telephone number of another country', '+44 1733 123456', 'plus 4 4, 1 7 3 3, 1 2 3 4 5 6'],
    ['a number for emergencies', 'In danger? 999. Or 116 123.', 'In danger? 9 9 9. Or 1 1 6, 1 2 3.'],
    ['a short number after a word for calling', 'Text 85258, or phone NHS 111.', 'Text 8 5 2 5 8, or phone N H S 1 1 1.'],
    ['a number that counts as a number', '111 settings and 1,500 children.', '111 settings and 1,500 children.'],
    ['a sum of pounds', '£1,500 a year', '1,500 pounds a year'],
    ['one pound', '£1', '1 pound'],
    ['pounds and pence', '£10.50 or 50p', '10 pounds 50 or 50 pence'],
    ['millions of pounds', '£1.2 million', '1.2 million pounds'],
    ['a year as it stands', 'In 2021 and 1989.', 'In 2021 and 1989.'],
    ['a month in figures', 'Since 2021-07.', 'Since July 2021.'],
    ['a day in figures', 'On 2026-11-03.', 'On 3 November 2026.'],
    ['years from and to', '2019–2024, 2023/24, 2021-22', '2019 to 2024, 2023 to 24, 2021 to 22'],
    ['ages from and to', 'aged 18-25, or 16+', 'aged 18 to 25, or 16 or over'],
    ['times', 'from 9am to 3pm', 'from 9 a m to 3 p m'],
    ['an address of the web', 'See www.nhs.uk/send-help.', 'See w w w dot N H S dot U K slash send dash help.'],
    ['an address of the web in capitals', 'On GOV.UK.', 'On gov dot U K.'],
    ['an address of e-mail', 'Write to help@ipsea.org.uk', 'Write to help at ipsea dot org dot U K'],
    ['nothing for a sign', '▲ On track', ' On track'],
  ] as const)
    test(what, () => expect(say(shown).said).toBe(said));

  test('digit by digit what the page marks as a number to press, and nothing else', () => {
    expect(say('Childline 0800 1111 is free', [[10, 19]]).said).toBe('Childline 0 8 0 0, 1 1 1 1 is free');
    expect(say('Text 85 258', [[5, 11]]).said).toBe('Text 8 5, 2 5 8');
    expect(digits('111')).toBe('1 1 1');
  });
});

describe('the word that is spoken is found on the page', () => {
  const shown = 'The SENCO can call 0800 1111 for you.';
  const saying = say(shown);
  const wordAt = (word: string) => {
    const span = shownWordAt(saying, shown, saying.said.indexOf(word));
    return span && shown.slice(...span);
  };
  test('before, in and after what is said otherwise', () => {
    expect(saying.said).toBe('The senko can call 0 8 0 0, 1 1 1 1 for you.');
    expect(['The', 'senko', 'can', '1 1 1', 'for', 'you'].map(wordAt)).toEqual(['The', 'SENCO', 'can', '0800 1111', 'for', 'you']);
  });
  test('and none where no word stands', () => {
    expect(shownWordAt(saying, shown, saying.said.length)).toBeUndefined();
    expect(shownWordAt(say('So — no'), 'So — no', 3)).toBeUndefined();
  });
});

describe('the glossary tells how its words are said', () => {
  test('what is said by rule or as it is written is not carried', () => {
    expect(
      saysOf([
        { word: 'SENCO', say: 'senko', otherNames: ['SENCo', 'SEN co-ordinator'] },
        { word: 'EHC plan', say: 'E H C plan', otherNames: ['EHCP'] },
        { word: 'carer' },
        { word: 'PIP', say: 'pip', otherNames: [] },
        { word: 'DfE', say: 'D F E' },
        null,
      ]),
    ).toEqual({ SENCO: 'senko', SENCo: 'senko', PIP: 'pip' });
  });

  test('every word of this glossary is said as its file says', () => {
    const words = globSync('content/words/*.yaml').map((file) => parse(readFileSync(file, 'utf8')) as { word: string; say?: string });
    const withSay = words.filter((word) => word.say !== undefined);
    expect(withSay.length).toBeGreaterThan(0);
    const ours = sayer(saysOf(words));
    for (const { word, say: wanted } of withSay) expect(ours(word).said).toBe(wanted);
  });
});
