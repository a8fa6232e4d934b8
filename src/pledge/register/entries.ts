/** Reading entries as people who decide see them. */
import { alikeAmong, namesIn, namesOf } from './alike.ts';
import type { Decision, Entry, Status } from './register.ts';
import type { Work } from './tables.ts';

export interface Which {
  status?: Status;
  reference?: string;
  /** In small letters. */
  contact?: string;
}

/** @returns the entries in the order in which they came, in a few queries however many they are */
export async function readEntries(db: Work, which: Which = {}): Promise<Entry[]> {
  const { status, reference, contact } = which;
  const submissions = await db
    .selectFrom('submission')
    .selectAll()
    .$if(status !== undefined, (query) => query.where('status', '=', status!))
    .$if(reference !== undefined, (query) => query.where('reference', '=', reference!))
    .$if(contact !== undefined, (query) => query.where('contact', '=', contact!))
    .orderBy('id')
    .execute();
  if (submissions.length === 0) return [];

  // For a few entries only their own rows are read; for many, all rows are read once.
  const few = submissions.length <= 100 ? submissions.map(({ id }) => id) : undefined;
  const signatories = await db
    .selectFrom('signatory')
    .selectAll()
    .$if(few !== undefined, (query) => query.where('submission_id', 'in', few!))
    .execute();
  const decisions = await db
    .selectFrom('decision')
    .selectAll()
    .$if(few !== undefined, (query) => query.where('submission_id', 'in', few!))
    .orderBy('id')
    .execute();

  const alike = alikeAmong(await namesOf(db));
  const signatoryOf = new Map(signatories.map((row) => [row.submission_id, row]));
  const decisionsOf = Map.groupBy(decisions, (row) => row.submission_id);
  return submissions.map((row): Entry => {
    const signatory = signatoryOf.get(row.id);
    const others = alike.of(row.reference, namesIn(row.answers, signatory?.name ?? null));
    return {
      reference: row.reference,
      status: row.status,
      form: row.form,
      createdAt: row.created_at,
      answers: JSON.parse(row.answers) as Entry['answers'],
      flags: [...(JSON.parse(row.flags) as string[]), ...others.flags],
      alike: others.alike,
      ...(signatory && signatory.withdrawn_at === null && { published: published(signatory) }),
      decisions: (decisionsOf.get(row.id) ?? []).map(({ at, who, from_status: from, to_status: to, note }): Decision => ({
        at,
        who,
        from,
        to,
        note,
      })),
    };
  });
}

/** @returns what the public sees of a signatory's row */
export function published(row: {
  id: string;
  name: string;
  kind: NonNullable<Entry['published']>['kind'];
  area: string;
  date: string;
  sentence: string | null;
  website: string | null;
}): NonNullable<Entry['published']> {
  const { id, name, kind, area, date, sentence, website } = row;
  return { id, name, kind, area, date, ...(sentence !== null && { sentence }), ...(website !== null && { website }) };
}
