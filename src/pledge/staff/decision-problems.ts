/** What can be wrong with a decision, in the words above the form and beside the field. */

import { mostCharacters } from '../form/fields.ts';

/** Most characters of a reason, and of how a signature was checked. */
export const mostOfNote = 500;
export const mostOfName = mostCharacters.setting!;
export const mostOfSentence = mostCharacters.how!;

export const decisionProblems = [
  { field: 'name', problem: 'name-missing', words: 'Write the name to publish.' },
  { field: 'name', problem: 'name-too-long', words: `The name must be ${mostOfName} characters or fewer.` },
  { field: 'name', problem: 'name-personal', words: 'Take the e-mail address, telephone number or web address out of the name.' },
  { field: 'sentence', problem: 'sentence-empty', words: 'Write the sentence in words, or leave it empty.' },
  { field: 'sentence', problem: 'sentence-too-long', words: `The sentence must be ${mostOfSentence} characters or fewer.` },
  {
    field: 'sentence',
    problem: 'sentence-personal',
    words: 'Take the e-mail address, telephone number or web address out of the sentence.',
  },
  { field: 'checked', problem: 'checked-missing', words: 'Write how you checked with the setting.' },
  { field: 'checked', problem: 'checked-too-long', words: `How you checked must be ${mostOfNote} characters or fewer.` },
  { field: 'reject-reason', problem: 'reject-reason-missing', words: 'Write why you reject it.' },
  { field: 'reject-reason', problem: 'reject-reason-too-long', words: `The reason must be ${mostOfNote} characters or fewer.` },
  { field: 'withdraw-reason', problem: 'withdraw-reason-missing', words: 'Write who asked to withdraw it, and when.' },
  { field: 'withdraw-reason', problem: 'withdraw-reason-too-long', words: `The reason must be ${mostOfNote} characters or fewer.` },
] as const;

export type DecisionProblem = (typeof decisionProblems)[number]['problem'];
