/** The tables as Kysely sees them. JSON and times are text on both stores, so that both keep and order the same. */
import type { Generated, Transaction } from 'kysely';
import type { Kind } from '../form/fields.ts';
import type { Status } from './register.ts';

export interface Tables {
  submission: {
    /** In the order of arrival, whatever the clock says. */
    id: Generated<number>;
    reference: string;
    idem: string;
    form: 'pledge' | 'import';
    form_version: number;
    status: Status;
    created_at: string;
    /** JSON of `Answers`. */
    answers: string;
    /** JSON of a list. */
    flags: string;
    /** The e-mail address in small letters, to find it by; null when there is no contact any more. */
    contact: string | null;
  };
  /** What the public sees. A withdrawn one keeps its id alone, so that its page can say so. */
  signatory: {
    id: string;
    submission_id: number;
    name: string;
    kind: Kind;
    area: string;
    date: string;
    sentence: string | null;
    website: string | null;
    /** When it was last approved: the contact is kept for so many months from then. */
    approved_at: string;
    /** When the public last saw a change. */
    changed_at: string;
    withdrawn_at: string | null;
  };
  /** Rows are added and never changed: triggers refuse it. They go with their submission alone. */
  decision: {
    id: Generated<number>;
    submission_id: number;
    at: string;
    who: string;
    from_status: Status;
    to_status: Status;
    note: string;
  };
  outbox: {
    id: Generated<number>;
    submission_id: number;
    state: 'waiting' | 'sent' | 'failed';
    tries: number;
    next_at: string;
    why: string | null;
  };
  tombstone: { reference: string; public_id: string | null; at: string; who: string };
  /** Submissions that are being removed in this very transaction: only their decisions may be deleted. */
  leaving: { submission_id: number };
  schema_version: { version: number; at: string };
}

export type Work = Transaction<Tables>;
