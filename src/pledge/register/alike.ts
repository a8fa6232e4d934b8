/** Entries with the same or a look-alike name, so that a person sees that a setting may have signed twice, or that somebody pretends. */
import { skeleton } from '../form/look-alike.ts';
import type { Status } from './register.ts';
import type { Work } from './tables.ts';

interface Named {
  reference: string;
  status: Status;
  /** The name typed and the name published. */
  names: string[];
}

/** Case is folded by way of capitals, so that ß and ss are the same. */
const same = (name: string) => name.normalize('NFC').trim().toUpperCase().toLowerCase().normalize('NFC');

export interface Alike {
  /** What an entry is like to others. */
  of(reference: string, names: readonly string[]): { alike: string[]; flags: ('same-name' | 'look-alike-name')[] };
}

/** @returns what finds the look-alikes of any name among the entries, each name being folded once */
export function alikeAmong(entries: readonly Named[]): Alike {
  const bySkeleton = new Map<string, { reference: string; same: string }[]>();
  for (const { reference, status, names } of entries) {
    if (status === 'rejected' || status === 'withdrawn') continue;
    for (const name of new Set(names)) {
      const key = skeleton(name);
      const found = bySkeleton.get(key);
      if (found) found.push({ reference, same: same(name) });
      else bySkeleton.set(key, [{ reference, same: same(name) }]);
    }
  }
  return {
    of(own, names) {
      const alike = new Map<string, 'same-name' | 'look-alike-name'>();
      for (const name of new Set(names)) {
        for (const other of bySkeleton.get(skeleton(name)) ?? []) {
          if (other.reference === own) continue;
          if (other.same === same(name)) alike.set(other.reference, 'same-name');
          else if (!alike.has(other.reference)) alike.set(other.reference, 'look-alike-name');
        }
      }
      const kinds = new Set(alike.values());
      return { alike: [...alike.keys()], flags: (['same-name', 'look-alike-name'] as const).filter((flag) => kinds.has(flag)) };
    },
  };
}

/** @returns the names of every entry that still counts */
export async function namesOf(db: Work): Promise<Named[]> {
  const rows = await db
    .selectFrom('submission')
    .leftJoin('signatory', 'signatory.submission_id', 'submission.id')
    .select(['reference', 'status', 'answers', 'signatory.name'])
    .where('status', 'in', ['pending', 'quarantined', 'approved'])
    .orderBy('submission.id')
    .execute();
  return rows.map(({ reference, status, answers, name }) => ({ reference, status, names: namesIn(answers, name) }));
}

/** @param answers JSON as it is stored */
export function namesIn(answers: string, published: string | null): string[] {
  const typed = (JSON.parse(answers) as { setting?: string }).setting;
  return [typed, published].filter((name) => name !== undefined && name !== null && name !== '') as string[];
}
