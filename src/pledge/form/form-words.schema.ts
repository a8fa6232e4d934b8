/** The words of the form, in both readings: what an author writes into `content/pledge/sign/form.yaml`. */
import { z } from 'astro/zod';
import { fieldNames, kinds, problems } from './fields.ts';

/** A number that the program knows better than the author stands in a text between curly brackets. */
export const gaps = ['rejectedDays', 'contactMonths', 'most'] as const;
export type Gap = (typeof gaps)[number];

/** What could not be taken, and has a page of its own. */
export const problemPages = ['forbidden', 'too-large', 'wrong-type', 'broken', 'not-allowed'] as const;
export type ProblemPage = (typeof problemPages)[number];

/** Why answers that are right were not taken; said above them. */
export const notices = ['again', 'busy', 'not-saved'] as const;
export type Notice = (typeof notices)[number];

export const groups = ['setting', 'person', 'work', 'word'] as const;

const words = z.string().trim().min(2).max(300);
const bothFields = {
  standard: words.describe('the words of the standard reading, with at least 2 letters'),
  easyRead: words.describe('the words of easy read, with at least 2 letters'),
};
export const both = z.strictObject(bothFields);
export const idea = z.strictObject({
  picture: z.string().describe('the name of a picture in content/pictures/pictures.yaml'),
  ...bothFields,
});

/** An object with all of these fields, each with the same contract; Zod would take a record with a field too few for granted. */
const each = <Name extends string, Value extends z.ZodType>(names: readonly Name[], value: (name: Name) => Value) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, Value>);

const blank = (what: string) =>
  z
    .strictObject({
      said: both.nullable().describe('what the council says, in both readings (standard and easyRead), or null when it has not said'),
      blank: both.describe('what is missing, in both readings (standard and easyRead): the stand-in says it'),
    })
    .describe(`${what}: "said" and "blank"`);

export const formWordsSchema = z.strictObject({
  trial: idea.describe('what is said first while no council answers for the form: picture, standard and easyRead'),
  before: z.array(idea).min(1).max(5).describe('what happens, step by step: each with picture, standard and easyRead'),
  pages: each(['check', 'done'], (name) =>
    z
      .strictObject({
        title: both.describe('its title, as standard and easyRead'),
        summary: both.describe('one sentence, as standard and easyRead'),
      })
      .describe(name === 'check' ? 'the page where answers are checked: title and summary' : 'the page after signing: title and summary'),
  ),
  groups: each(groups, () => both.describe('the heading above some of the questions, as standard and easyRead')),
  fields: each(fieldNames, (name) =>
    z
      .strictObject({
        picture: z.string().describe('the name of a picture in content/pictures/pictures.yaml'),
        label: both.describe('the question, as standard and easyRead'),
        short: both.describe('its name on the page where answers are checked, as standard and easyRead'),
        hint: both.optional().describe('what helps to answer, and whether the answer is published, as standard and easyRead'),
      })
      .describe(`the question "${name}": picture, label, short and, where it helps, hint`),
  ),
  kinds: each(kinds, (name) => both.describe(`what the kind of setting "${name}" is called, as standard and easyRead`)),
  errors: each(problems, (name) => both.describe(`what the form says to the problem "${name}", as standard and easyRead`)),
  notices: each(notices, (name) => both.describe(`what stands above the answers for "${name}", as standard and easyRead`)),
  privacy: z.array(idea).min(1).describe('what becomes of what people write: each with picture, standard and easyRead'),
  councilSays: z.strictObject({
    lawfulBasis: blank('on what lawful basis answers are kept'),
    howSoon: blank('how soon a signature is checked'),
  }),
  published: z.array(both).min(1).describe('what the public list shows: each as standard and easyRead'),
  notPublished: z.array(both).min(1).describe('what it does not show: each as standard and easyRead'),
  afterwards: z.array(idea).min(1).describe('what happens after signing: each with picture, standard and easyRead'),
  withdraw: z.array(idea).min(1).describe('how to withdraw: each with picture, standard and easyRead'),
  problemPages: each(problemPages, (name) =>
    z
      .strictObject({
        title: both.describe('the name of the page, as standard and easyRead'),
        words: z.array(idea).min(1).max(4).describe('what became of the answers and what to do: each with picture, standard and easyRead'),
      })
      .describe(`the page for "${name}": title and words`),
  ),
});

export type Both = z.infer<typeof both>;
export type FormIdea = z.infer<typeof idea>;
export type FormWords = z.infer<typeof formWordsSchema>;
