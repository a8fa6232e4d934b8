/** What stands in the lists of words that the writer's check goes by, and in the list of exceptions. */
import { z } from 'astro/zod';
import { ruleNames, rules } from './finding.ts';

const reason = z.string().min(10).describe('why, in a sentence, for the next person who reads the list');

const listEntry = z
  .strictObject({
    words: z.array(z.string().min(2)).min(1).describe('the words, in every form that they have; a plural with -s is found by itself'),
    say: z.string().min(1).optional().describe('a better way to say it'),
    allow: z.literal(true).optional().describe('true, where the words are right here'),
    reading: z.enum(['standard', 'easy-read']).optional().describe('standard or easy-read, where it is for one reading only'),
    reason,
  })
  .refine(({ say, allow }) => (say === undefined) !== (allow === undefined), {
    error: 'Write either "say", a better way, or "allow: true"',
  });
export type ListEntry = z.infer<typeof listEntry>;

/** A list of words: `[]` when it has none. */
export const listSchema = z.array(listEntry);

/** The lists, each with what it is for. */
export const lists = {
  hurtful: 'terms that hurt people or are out of date',
  idioms: 'words that do not mean what they say',
  'one-word': 'one word for one thing: the words that are not used, and the one that is',
  simpler: 'long words, and short ones that say the same',
  'hard-words': 'long words that easy read may use without explaining them',
  abbreviations: 'initials that everyone knows better than the words',
  passive: 'words that look as if nobody did it, but say how a person is',
  hedges: 'words that make a sentence less sure',
  spelling: 'names and terms that the dictionary lacks, and spellings that are not British',
} as const;
export type ListName = keyof typeof lists;
export const listNames = Object.keys(lists) as ListName[];

export const exceptionsSchema = z.array(
  z.strictObject({
    file: z.string().min(3).describe('the file, from the content folder: pledge/listen/easy-read.mdx'),
    rule: z
      .enum(ruleNames)
      .describe(`the rule, as it stands in brackets at the end of the finding: one of ${Object.keys(rules).join(', ')}`),
    words: z.string().min(1).describe('the words of the finding, or some words of a long one'),
    reason,
  }),
);
export type Exception = z.infer<typeof exceptionsSchema>[number];
