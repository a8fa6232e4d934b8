/** The milestones of a plan or strand as a spreadsheet reads them (RFC 4180): every step that was ever told, nothing overwritten. */
import { stringify } from 'csv-stringify/sync';
import { safeCell } from '../components/safe-cell.ts';
import type { Milestone } from './record.schema.ts';

const columns = ['strand', 'milestone', 'words', 'date', 'state', 'due', 'source', 'paragraph', 'reported'] as const;

/**
 * @param strand as `work-streams/getting-support-early`
 * @returns one row for each step, in the order of the record; dates as exact as they are known
 */
export function milestonesCsv(strand: string, milestones: readonly Milestone[]): string {
  const rows = milestones.flatMap(({ name, words, steps }) =>
    steps.map(({ on, state, due, source, reported }) =>
      [strand, name, words.standard, on, state, due ?? '', source.source, source.where ?? '', reported ?? ''].map(safeCell),
    ),
  );
  return stringify([columns, ...rows], { bom: true, record_delimiter: '\r\n' });
}
