/** What a person decides of an entry, each decision kept with who, when and why. */
import type { Kind } from '../form/fields.ts';
import { londonDay } from './london-day.ts';
import { freePublicId } from './names.ts';
import { NotPossible, type Approval, type Status } from './register.ts';
import { storable, storableJson } from './storable.ts';
import type { Tables, Work } from './tables.ts';
import type { Answers } from '../form/fields.ts';
import type { Selectable } from 'kysely';

/** @returns the text, cleaned. @throws NotPossible when nothing was said */
export function said(text: string, sentence: string): string {
  const clean = storable(text).trim();
  if (!clean) throw new NotPossible(sentence);
  return clean;
}

export const sayWho = (who: string): string => said(who, 'Say who decides: a name is kept with each decision.');

/** @returns the entry's row, which nobody else can change before this transaction ends. @throws NotPossible when there is none */
export async function held(db: Work, store: 'sqlite' | 'postgres', reference: string): Promise<Selectable<Tables['submission']>> {
  const clean = storable(reference);
  const row = await db
    .selectFrom('submission')
    .selectAll()
    .where('reference', '=', clean)
    .$if(store === 'postgres', (query) => query.forUpdate())
    .executeTakeFirst();
  if (row) return row;
  const erased = await db.selectFrom('tombstone').select('at').where('reference', '=', clean).executeTakeFirst();
  throw new NotPossible(
    erased ? `${clean} was erased on ${londonDay(erased.at)}.` : `There is no entry ${clean}. A reference looks like SP-BCDF-2345.`,
  );
}

async function decide(db: Work, row: Selectable<Tables['submission']>, to: Status, who: string, note: string, at: string) {
  if (row.status !== to) await db.updateTable('submission').set({ status: to }).where('id', '=', row.id).execute();
  await db.insertInto('decision').values({ submission_id: row.id, at, who, from_status: row.status, to_status: to, note }).execute();
}

type Decided = (db: Work, store: 'sqlite' | 'postgres') => Promise<void>;

/** Publishes an entry as it is worded here; once more for a published one, which renews it. */
export const approving = (reference: string, who: string, approval: Approval): Decided => {
  return async (db, store) => {
    const name = sayWho(who);
    const checked = said(
      approval.checked,
      'Say how the signature was checked with the setting, as: telephoned the number on its website. Anyone can type the name of a school.',
    );
    const row = await held(db, store, reference);
    if (row.status === 'withdrawn')
      throw new NotPossible(`${row.reference} was withdrawn, so it cannot be published again. The setting can sign once more.`);
    const answers = JSON.parse(row.answers) as Partial<Answers>;
    const wording = {
      name: said(approval.name ?? answers.setting ?? '', 'Say the name to publish.'),
      sentence: storable(approval.sentence ?? '').trim() || null,
      website: storable(approval.website ?? '').trim() || null,
    };
    if (wording.sentence && answers['publish-how'] !== 'yes')
      throw new NotPossible(`${row.reference} did not agree that a sentence is published. Approve it without one.`);
    if (wording.website && !(URL.canParse(wording.website) && new URL(wording.website).protocol === 'https:'))
      throw new NotPossible('The address of the website must begin with https://.');

    const at = new Date().toISOString();
    await decide(db, row, 'approved', name, checked, at);
    const before = await db.selectFrom('signatory').selectAll().where('submission_id', '=', row.id).executeTakeFirst();
    if (!before) {
      const facts = { kind: answers.kind as Kind, area: answers.area ?? '', date: londonDay(row.created_at) };
      await db
        .insertInto('signatory')
        .values({
          id: await freePublicId(db),
          submission_id: row.id,
          ...wording,
          ...facts,
          approved_at: at,
          changed_at: at,
          withdrawn_at: null,
        })
        .execute();
      return;
    }
    const asBefore = before.name === wording.name && before.sentence === wording.sentence && before.website === wording.website;
    await db
      .updateTable('signatory')
      .set({ ...wording, approved_at: at, ...(!asBefore && { changed_at: at }) })
      .where('id', '=', before.id)
      .execute();
  };
};

/** Refuses an entry that is not published. */
export const rejecting = (reference: string, who: string, reason: string): Decided => {
  return async (db, store) => {
    const [name, note] = [sayWho(who), said(reason, 'Say why it is rejected.')];
    const row = await held(db, store, reference);
    if (row.status === 'approved') throw new NotPossible(`${row.reference} is on the public list. Withdraw it instead.`);
    if (row.status === 'rejected') throw new NotPossible(`${row.reference} is rejected already.`);
    if (row.status === 'withdrawn') throw new NotPossible(`${row.reference} was withdrawn, so there is nothing to reject.`);
    await decide(db, row, 'rejected', name, note, new Date().toISOString());
  };
};

/** Takes an entry back, as the setting asks: the public list forgets all but its id; who signed and what was said are gone at once. */
export const withdrawing = (reference: string, who: string, reason: string): Decided => {
  return async (db, store) => {
    const [name, note] = [sayWho(who), said(reason, 'Say why it is withdrawn.')];
    const row = await held(db, store, reference);
    if (row.status === 'withdrawn') throw new NotPossible(`${row.reference} is withdrawn already.`);
    if (row.status === 'rejected')
      throw new NotPossible(`${row.reference} was rejected, so nothing of it is public. Erase it to remove what was typed.`);
    const at = new Date().toISOString();
    await decide(db, row, 'withdrawn', name, note, at);
    await keepAnswers(db, row, ({ setting, kind, area }) => ({ setting, kind, area }));
    await db
      .updateTable('signatory')
      .set({ name: '', sentence: null, website: null, changed_at: at, withdrawn_at: at })
      .where('submission_id', '=', row.id)
      .execute();
  };
};

/** Removes who signed, their role and e-mail address; what the setting said of itself stays. */
export const eraseContact = (db: Work, row: { id: number; answers: string }): Promise<void> =>
  keepAnswers(db, row, ({ name: _name, role: _role, email: _email, ...rest }) => rest);

/** Keeps some of what was typed, and nothing to find a person by. */
async function keepAnswers(
  db: Work,
  { id, answers }: { id: number; answers: string },
  kept: (answers: Partial<Answers>) => { [Name in keyof Answers]?: Answers[Name] | undefined },
): Promise<void> {
  await db
    .updateTable('submission')
    .set({ answers: storableJson(kept(JSON.parse(answers) as Partial<Answers>)), contact: null })
    .where('id', '=', id)
    .execute();
}
