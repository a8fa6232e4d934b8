/** Reads what a member of staff decides, and says what is wrong with it. Nothing is decided here. */
import { cleanLine, hasLetterOrDigit, lengthOf } from '../form/clean.ts';
import { personalIn } from '../register/command-approval.ts';
import type { Approval, Entry } from '../register/register.ts';
import { mostOfName, mostOfNote, mostOfSentence, type DecisionProblem } from './decision-problems.ts';

export const actions = ['approve', 'reject', 'withdraw'] as const;
export type Action = (typeof actions)[number];

/** The fields of each form; their names differ, since all forms are on one page. */
export const fieldsOf = {
  approve: ['name', 'sentence', 'website', 'checked'],
  reject: ['reject-reason'],
  withdraw: ['withdraw-reason'],
} as const;

export type Typed = Record<string, string>;
export type Decided =
  | { problems: DecisionProblem[] }
  | { problems: []; action: 'approve'; approval: Approval }
  | { problems: []; action: 'reject' | 'withdraw'; reason: string };

/** What can be decided of an entry as it stands. */
export function possible({ status }: Pick<Entry, 'status'>): Record<Action, boolean> {
  const open = status === 'pending' || status === 'quarantined';
  return { approve: status !== 'withdrawn', reject: open, withdraw: open || status === 'approved' };
}

function noteProblem(field: 'checked' | 'reject-reason' | 'withdraw-reason', note: string): DecisionProblem[] {
  if (!hasLetterOrDigit(note)) return [`${field}-missing`];
  return lengthOf(note) > mostOfNote ? [`${field}-too-long`] : [];
}

function wordsProblem(field: 'name' | 'sentence', text: string, most: number): DecisionProblem[] {
  if (lengthOf(text) > most) return [`${field}-too-long`];
  return personalIn(text) ? [`${field}-personal`] : [];
}

/** The website that may be published when a person has looked at it. */
export const websiteOf = ({ published, answers }: Entry): string => published?.website ?? answers.website ?? '';

/**
 * @param typed the fields as they were sent
 * @returns the decision, or what is wrong with it. A sentence without consent, and a website that nobody looked at, are left out.
 */
export function readDecision(action: Action, typed: Typed, entry: Entry): Decided {
  const line = (field: string) => cleanLine(typed[field] ?? '');
  if (action !== 'approve') {
    const reason = line(`${action}-reason`);
    const problems = noteProblem(`${action}-reason`, reason);
    return problems.length > 0 ? { problems } : { problems: [], action, reason };
  }
  const [name, checked] = [line('name'), line('checked')];
  const sentence = entry.answers['publish-how'] === 'yes' ? line('sentence') : '';
  const website = typed.website === 'looked' ? websiteOf(entry) : '';
  const problems = [
    ...(hasLetterOrDigit(name) ? wordsProblem('name', name, mostOfName) : (['name-missing'] as const)),
    ...(sentence && !hasLetterOrDigit(sentence) ? (['sentence-empty'] as const) : wordsProblem('sentence', sentence, mostOfSentence)),
    ...noteProblem('checked', checked),
  ];
  if (problems.length > 0) return { problems };
  return { problems: [], action, approval: { name, checked, ...(sentence && { sentence }), ...(website && { website }) } };
}
