/** Faults in words that a build tells of at once: initials, hurtful terms, second names, and broken lists. */
import { testFaults, type Fault } from './fault.ts';

const standard = 'about/standard.mdx';
const easy = 'help-now/easy-read.mdx';
const heading = '## What it is made of\n';
const inStandard =
  (lines: string): Fault['make'] =>
  (content) =>
    content.change(standard, heading, `${heading}\n${lines}\n`);
const inEasy =
  (lines: string): Fault['make'] =>
  (content) =>
    content.change(easy, 'Ask a person you trust for help.', lines);
const list = (name: string, text: string): Pick<Fault, 'make' | 'file'> => ({
  make: (content) => content.write(`wording/${name}.yaml`, text),
  file: `wording/${name}.yaml`,
});

testFaults([
  {
    name: 'initials that a standard page does not explain',
    make: inStandard('Ask us.\nThen ask the CQC too.'),
    file: standard,
    on: 'Then ask',
    says: /"CQC" is not explained on this page/,
    write: /in full, or link its page/,
  },
  {
    name: 'a hurtful term in the second line of a paragraph',
    make: inStandard('We help everyone.\nSome of them are wheelchair-bound.'),
    file: standard,
    on: 'Some of them',
    says: /"wheelchair-bound" can hurt people/,
    write: /Say: a wheelchair user/,
  },
  {
    name: 'a long sentence that is broken into two lines',
    make: inStandard(
      'Each of the people who wrote this page for the town took care that\nno line of it was longer than a child can say aloud. They did.',
    ),
    file: standard,
    on: 'Each of the people',
    says: /has 25 words|has 2[6-9] words/,
    write: /25 words or fewer/,
  },
  {
    name: 'a second name for one thing in the second line of an Idea',
    make: inEasy('Ask a friend.\nYou can select one.'),
    file: easy,
    on: 'You can select',
    says: /"select" is a second name/,
    write: /Say: choose/,
  },
  {
    name: 'a hard word that is explained only after its first use',
    make: (content) =>
      content.change(
        easy,
        '<Idea picture="town">',
        '<Idea picture="plan">\nAsk about SEND.\n</Idea>\n\n<Idea picture="hand">\nTalk about [SEND](/words/send/).\n</Idea>\n\n<Idea picture="town">',
      ),
    file: easy,
    on: 'Ask about SEND',
    says: /"SEND" is explained only on line \d+/,
    write: /Link it here/,
  },
  {
    name: 'an entry of a list without a reason',
    ...list('idioms', '- words: [as right as rain]\n  say: well\n'),
    on: 'as right as rain',
    says: /needs the field "0\.reason"/,
    write: /Write why, in a sentence/,
  },
  {
    name: 'an entry of a list without a better way',
    ...list('idioms', '- words: [as right as rain]\n  reason: It is not about rain.\n'),
    on: 'as right as rain',
    says: /cannot be used/,
    write: /"say", a better way, or "allow: true"/,
  },
  {
    name: 'a list that cannot be read',
    ...list('idioms', '- words: [as right as rain\n  say: well\n'),
    says: /cannot be read here/,
    write: /bracket that is not closed/,
  },
  {
    name: 'an exception without a reason',
    ...list('exceptions', '- file: about/standard.mdx\n  rule: hurtful\n  words: lame\n'),
    on: 'file: about',
    says: /needs the field "0\.reason"/,
    write: /Write why/,
  },
  {
    name: 'an exception from a rule that does not exist',
    ...list('exceptions', '- file: about/standard.mdx\n  rule: hurts\n  words: lame\n  reason: It stands in a name here.\n'),
    on: 'rule: hurts',
    says: /"0\.rule" that cannot be used/,
    write: /one of length, mean, grade/,
  },
]);
