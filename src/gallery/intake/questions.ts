/** The questions about a scan, in the order in which they are asked: may we show it, then what is seen. Long, since all stand in one list. */
import type { z } from 'astro/zod';
import { nearest } from '../../easy-read/nearest.ts';
import { plainProblems } from '../../readings/plain-problems.ts';
import { artworkSchema, scopes } from '../artwork.schema.ts';
import { valueNamed, type PledgeValue } from './pledge-values.ts';
import type { IntakeRecord } from './record.schema.ts';
import { inWords, refuse } from './refusal.ts';
import type { Terminal } from './terminal.ts';

export type Draft = Partial<IntakeRecord>;
export interface Known {
  values: readonly PledgeValue[];
  /** Names of pictures for easy read. */
  pictures: readonly string[];
  /** As 2026-11-24. */
  today: string;
}
export interface Question {
  /** The field of the record that it fills. */
  field: keyof IntakeRecord;
  /** Asked only when this holds. */
  when?: (draft: Draft) => boolean;
  words: (draft: Draft, known: Known) => string;
  read: (terminal: Terminal, draft: Draft, known: Known) => Promise<unknown>;
}

const shape = artworkSchema.shape;
const consent = shape.consent.unwrap().shape;

/** @returns the value when it holds to the schema @throws Refusal with what to write */
function fitting<Schema extends z.ZodType>(schema: Schema, value: unknown, field: string): z.output<Schema> {
  const { success, data } = schema.safeParse(value);
  if (success) return data;
  const [problem = ''] = plainProblems(schema, value);
  const [, bound] = /: (at (?:least|most) [^.]+)\./.exec(problem) ?? [];
  const given = bound && typeof value === 'string' ? ` It has ${value.length} letters, and needs ${bound}.` : '';
  return refuse(`That cannot be used.${given} Write ${schema.description ?? field}.`);
}

const yes = /^(y|yes)$/i;
const no = /^(n|no)$/i;
async function yesOrNo(terminal: Terminal): Promise<boolean> {
  const answer = await terminal.line();
  return yes.test(answer) || (no.test(answer) ? false : refuse('Type yes or no.'));
}

/** One line that must hold to a field's schema. */
const line =
  (field: 'title' | 'alt' | 'question' | 'easyAlt' | 'easyQuestion') =>
  async (terminal: Terminal): Promise<string> => {
    const answer = await terminal.line();
    if (answer === '') refuse('This is needed. Type an answer.');
    return fitting(shape[field], answer, field);
  };

/** One line that may stay empty. */
const maybe =
  <Value>(read: (answer: string) => Value) =>
  async (terminal: Terminal): Promise<Value | undefined> => {
    const answer = await terminal.line();
    return answer === '' ? undefined : read(answer);
  };

const licences = ['by/4.0', 'by-nc/4.0', 'by-nc-nd/4.0'].map((name) => `http://creativecommons.org/licenses/${name}/`);
const listed = (lines: readonly string[]) => lines.map((one, index) => `  ${index + 1}  ${one}`).join('\n');

async function readScope(terminal: Terminal): Promise<(typeof scopes)[number][]> {
  const asked = (await terminal.line())
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  const wrong = asked.find((one) => !(scopes as readonly string[]).includes(one));
  if (wrong) refuse(`"${wrong}" is none of them. Type ${inWords(scopes)}, or some of these with commas between.`);
  if (!asked.includes('site'))
    refuse('Without "site" the artwork cannot be shown here. Type site, and what else the form says. Or press Ctrl+C.');
  return scopes.filter((scope) => asked.includes(scope));
}

/** A day of the calendar. */
async function readDay(terminal: Terminal, field: 'givenOn' | 'reviewBy'): Promise<string> {
  const { success, data } = consent[field].safeParse(await terminal.line());
  return success ? data : refuse('That is no day of the calendar. Type year, month and day, as 2026-11-24.');
}

async function readConsent(terminal: Terminal, today: string): Promise<IntakeRecord['consent']> {
  const signed = await terminal.ask(
    'Has the family, and the young person where they can, signed the consent form? Type yes or no.',
    yesOrNo,
  );
  if (!signed) return null;
  const scope = await terminal.ask(
    'What did they agree to? Type what the form says, with commas between:\n  site    shown on this site\n  embeds  shown on other sites, such as libraries\n  print   as PDF files to print\n  reuse   others may use it in works of their own',
    readScope,
  );
  const givenOn = await terminal.ask('When did they sign? Type the day as 2026-11-24.', async (one) => {
    const answer = await readDay(one, 'givenOn');
    return answer <= today ? answer : refuse(`That day is still to come: today is ${today}. Type the day on the form.`);
  });
  const reviewBy = await terminal.ask(
    'By when do we ask them again? After this day it is not shown. Type the day as 2027-11-24.',
    async (one) => {
      const answer = await readDay(one, 'reviewBy');
      return answer > today ? answer : refuse(`That day is over: today is ${today}. Type a later day, or ask the family again first.`);
    },
  );
  const form = await terminal.ask('Where is the signed form kept? Write no name of a person: "Schools team, folder 12".', async (one) =>
    fitting(consent.form, await one.line(), 'form'),
  );
  return { scope, givenOn, reviewBy, form };
}

async function readIdeas(terminal: Terminal, known: Known): Promise<IntakeRecord['easyDescription']> {
  const ideas: IntakeRecord['easyDescription'] = [];
  for (;;) {
    const words = await terminal.line();
    if (words === '' && ideas.length > 0) return ideas;
    if (words === '') refuse('At least 1 is needed. Type a sentence.');
    const picture = await terminal.ask(
      `Which picture stands beside it? Type its name, such as ${known.pictures.slice(0, 3).join(', ')}, or only Enter for ${known.pictures[0]}. The page /authors/pictures/ shows all.`,
      async (one) => {
        const name = (await one.line()) || known.pictures[0]!;
        if (known.pictures.includes(name)) return name;
        return refuse(`There is no picture "${name}". Near it: ${nearest(name, known.pictures).join(', ')}.`);
      },
    );
    ideas.push({ picture, words });
    terminal.say('The next 1 or 2 sentences, or only Enter when all is said.');
  }
}

export const questions: readonly Question[] = [
  {
    field: 'value',
    words: (_draft, { values }) =>
      `Which value of the pledge does it show? Type its number or name.\n${listed(values.map(({ title }) => title))}`,
    read: async (terminal, _draft, { values }) => valueNamed(await terminal.line(), values).id,
  },
  {
    field: 'standIn',
    words: () => 'Did a young person make it? Type yes. Type no when it only stands in for an artwork that we do not have.',
    read: async (terminal) => !(await yesOrNo(terminal)),
  },
  {
    field: 'consent',
    when: ({ standIn }) => !standIn,
    words: () => 'Now the consent. Without it the artwork is not shown.',
    read: async (terminal, _draft, { today }) =>
      (await readConsent(terminal, today)) ??
      refuse('Then it cannot be added yet. Ask the family first: press Ctrl+C to stop here, and begin again when they have signed.'),
  },
  {
    field: 'licence',
    when: ({ standIn, consent: given }) => Boolean(standIn || given?.scope.includes('reuse')),
    words: () => `Under which licence may others use it? Type a number, or only Enter when there is none.\n${listed(licences)}`,
    read: maybe((answer) => licences[Number(answer) - 1] ?? fitting(shape.licence, answer, 'licence')),
  },
  {
    field: 'names',
    words: () =>
      'Type any names that are written on the picture or known to you: of the artist, their friends, their school. Put commas between.\nThey are not kept. We only look whether a text holds one. Only Enter when there are none.',
    read: async (terminal) =>
      (await terminal.line())
        .split(/[,;]/)
        .map((name) => name.trim())
        .filter(Boolean),
  },
  {
    field: 'title',
    words: (draft, { values }) =>
      `What is the artwork called? Only Enter for "${values.find(({ id }) => id === draft.value)?.title ?? ''}".`,
    read: maybe((answer) => fitting(shape.title, answer, 'title')),
  },
  {
    field: 'alt',
    words: () =>
      'What is seen, in 1 sentence of 30 to 150 letters? Without "picture of", and with no names. People who do not see it hear this.',
    read: line('alt'),
  },
  {
    field: 'description',
    words: () =>
      'What is seen, in full? 2 to 4 paragraphs: the whole first, then from left to right, colours, and all words that are written on it.\nType each paragraph on 1 line. Only Enter when all is said.',
    read: async (terminal) => fitting(shape.description, await terminal.lines(), 'description'),
  },
  {
    field: 'written',
    words: () =>
      'Which words are written on the picture? Type each line of them, in the order in which they are read. Only Enter when there are no more.',
    read: (terminal) => terminal.lines(),
  },
  {
    field: 'question',
    words: () => 'A question to talk about, such as "How do you know that somebody has listened to you?"',
    read: line('question'),
  },
  { field: 'easyAlt', words: () => 'Now in easy read. What is seen, in 1 easy sentence of at most 15 words?', read: line('easyAlt') },
  {
    field: 'easyDescription',
    words: () => 'What is seen, in easy sentences of at most 15 words. Type 1 or 2 sentences, then the picture that stands beside them.',
    read: (terminal, _draft, known) => readIdeas(terminal, known),
  },
  { field: 'easyQuestion', words: () => 'An easy question to talk about.', read: line('easyQuestion') },
  {
    field: 'made',
    words: () => 'In which year was it made? Only Enter when you do not know.',
    read: maybe((answer) => (/^(19|20)\d\d$/.test(answer) ? Number(answer) : refuse('Type a year of 4 figures, as 2026.'))),
  },
  {
    field: 'material',
    words: () => 'What is it made of, such as "Crayon on paper"? Only Enter when you do not know.',
    read: maybe((answer) => fitting(shape.material, answer, 'material')),
  },
  {
    field: 'ageGroup',
    words: () => 'How old are the artists of this group? Type 2 ages with at least 2 years between, as 11-16. Only Enter to leave it out.',
    read: maybe((answer) => {
      const [, from, to] = /^(\d{1,2})\s*(?:-|–|to)\s*(\d{1,2})$/.exec(answer) ?? [];
      const { success, data } = shape.ageGroup.safeParse({ from: Number(from), to: Number(to) });
      return success && from ? data : refuse('Type 2 ages up to 25 with at least 2 years between, as 11-16.');
    }),
  },
];
