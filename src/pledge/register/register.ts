/** What the register does, whatever store it is kept in. The form, the command, the staff pages and the public list know only this. */
import type { Answers, Kind } from '../form/fields.ts';

export const statuses = ['pending', 'quarantined', 'approved', 'rejected', 'withdrawn'] as const;
export type Status = (typeof statuses)[number];

/** Something that cannot be done, as approving what is not there; the message is a sentence for the person who asked. */
export class NotPossible extends Error {}
/** The store is locked, full or away: nothing was kept, and the same can be tried again. */
export class StoreAway extends Error {}
/** The store cannot be used by this program, as one of a newer version; the message says what to do. The start stops. */
export class StoreUnusable extends Error {}

export interface NewSubmission {
  /** The same for the same form with the same answers: SHA-256 in hex. */
  idem: string;
  formVersion: number;
  answers: Answers;
  flags: string[];
  /** Whether it is set aside: `quarantined` and not `pending`. */
  quarantine: boolean;
}

/** What the public sees of an approved entry, as the moderator worded it. */
export interface Published {
  /** 8 characters; not the reference. */
  id: string;
  name: string;
  kind: Kind;
  area: string;
  /** The day of signing, as 2026-11-23. */
  date: string;
  sentence?: string;
  website?: string;
}

export interface Decision {
  /** UTC, as 2026-11-23T10:00:00.000Z. */
  at: string;
  /** Who decided: an operator's or a member of staff's name. */
  who: string;
  from: Status;
  to: Status;
  /** How it was checked, or the reason. */
  note: string;
}

export interface Entry {
  /** SP-XXXX-XXXX. */
  reference: string;
  status: Status;
  form: 'pledge' | 'import';
  createdAt: string;
  /** What was typed; the contact is gone after withdrawal or its time. */
  answers: Partial<Answers>;
  /** What a person should look at; `same-name` and `look-alike-name` are reckoned against the other entries when it is read. */
  flags: string[];
  /** References of entries with the same or a look-alike name that are not rejected. */
  alike: string[];
  published?: Published;
  /** Oldest first. */
  decisions: Decision[];
}

export interface Approval {
  /** The name as it is to be published; the name typed, unless said otherwise. */
  name?: string;
  /** The sentence as it is to be published; none unless said. */
  sentence?: string;
  /** The website, when a person has looked at it. */
  website?: string;
  /** How the signature was checked with the setting, through a contact that the setting itself publishes. Must not be empty. */
  checked: string;
}

export interface EarlierSignatory {
  name: string;
  kind: Kind;
  area: string;
  date: string;
}

export interface PublicList {
  /** When it last changed, in UTC; null when nothing was ever on it. */
  changed: string | null;
  count: number;
  /** By name. */
  signatories: Published[];
  /** Ids that were on the list and were withdrawn or erased. */
  withdrawn: string[];
}

export interface Mail {
  id: number;
  reference: string;
  quarantined: boolean;
  tries: number;
}

/** What stays of an erased entry. */
export interface Tombstone {
  reference: string;
  /** Its public id; null when it was never published. */
  id: string | null;
  at: string;
  who: string;
}

export interface Register {
  readonly store: 'sqlite' | 'postgres';
  /** Keeps a submission, and with it the mail to staff that tells of it; resolves only after commit. @throws StoreAway */
  add(submission: NewSubmission): Promise<{ reference: string; repeated: boolean }>;
  list(filter?: { status?: Status }): Promise<Entry[]>;
  find(reference: string): Promise<Entry | undefined>;
  /** Every entry whose contact has this e-mail address, in any case of letters. */
  findByEmail(email: string): Promise<Entry[]>;
  /** @throws NotPossible */
  approve(reference: string, who: string, approval: Approval): Promise<Entry>;
  reject(reference: string, who: string, reason: string): Promise<Entry>;
  /** Takes it off the public list and erases the contact. */
  withdraw(reference: string, who: string, reason: string): Promise<Entry>;
  /** Removes all that was typed, for good; a tombstone stays, so that a restored backup can be cleaned again. */
  erase(reference: string, who: string): Promise<void>;
  /** Oldest first. */
  tombstones(): Promise<Tombstone[]>;
  /** Erases again what a restored backup brought back, and keeps the tombstones. @returns how many entries were erased again */
  bury(tombstones: readonly Tombstone[]): Promise<number>;
  /** Adds what is not there yet (same name, kind and area). */
  importEarlier(rows: readonly EarlierSignatory[], who: string): Promise<{ added: number; already: number }>;
  publicList(): Promise<PublicList>;
  /** One of the public list; 'withdrawn' when it was there once. */
  published(id: string): Promise<Published | 'withdrawn' | undefined>;
  /** Erases what has outlived its time. Running it twice changes nothing more. */
  purge(keep: { rejectedDays: number; contactMonths: number }, now?: Date): Promise<{ removed: number; contactsErased: number }>;
  /** Mail whose time has come, taken by this process alone. */
  dueMail(now: Date, most: number): Promise<Mail[]>;
  /** @param next when to try again; null when it will not be tried any more */
  mailSent(id: number): Promise<void>;
  mailNotSent(id: number, why: string, next: Date | null): Promise<void>;
  mailFigures(): Promise<{ waiting: number; failed: number }>;
  /** A real write that is rolled back. @throws StoreAway */
  ready(): Promise<void>;
  close(): Promise<void>;
}
