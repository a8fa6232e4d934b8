/** The values of a strand's measures as a spreadsheet reads them (RFC 4180). */
import { stringify } from 'csv-stringify/sync';
import { safeCell } from '../components/safe-cell.ts';
import type { MeasureShown } from './measures.ts';

const columns = ['strand', 'measure', 'counted', 'unit', 'date', 'exactness', 'value', 'source', 'paragraph', 'reported'] as const;

/**
 * @param strand as `work-streams/getting-support-early`
 * @returns one row for each value, oldest first; dates as exact as they are known; what this site counted itself has no source
 */
export function measuresCsv(strand: string, measures: readonly MeasureShown[]): string {
  const rows = measures.flatMap(({ name, words, unit, points }) =>
    points.map(({ on, exactness, value, source, reported }) =>
      [strand, name, words.standard, unit, on, exactness, String(value), source?.source ?? '', source?.where ?? '', reported ?? ''].map(
        safeCell,
      ),
    ),
  );
  return stringify([columns, ...rows], { bom: true, record_delimiter: '\r\n' });
}
