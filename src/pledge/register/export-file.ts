/** The register as a file for other programs: JSON to the letter, and CSV that a spreadsheet opens without running anything in it. */
import { stringify } from 'csv-stringify/sync';
import { fieldNames } from '../form/fields.ts';
import { safeCell } from '../../components/safe-cell.ts';
import type { Entry } from './register.ts';

/** A row of the export, as other programs rely on it (CONTRIBUTING.md, the contract). */
export const exportRow = ({ reference, status, createdAt, answers, flags }: Entry) => ({ reference, status, createdAt, answers, flags });

/** @returns a JSON array, one row for each entry */
export const asJson = (entries: readonly Entry[]): string => `${JSON.stringify(entries.map(exportRow), null, 2)}\n`;

/**
 * @returns a table with a header: reference, status, createdAt, flags, then the answers by the names of their fields. Several values in
 * one cell have "; " between them. CRLF and a byte order mark, so that spreadsheets read accents right.
 */
export function asCsv(entries: readonly Entry[]): string {
  const header = ['reference', 'status', 'createdAt', 'flags', ...fieldNames];
  const rows = entries.map(({ reference, status, createdAt, flags, answers }) => [
    reference,
    status,
    createdAt,
    flags.join('; '),
    ...fieldNames.map((field) => {
      const value = answers[field] ?? '';
      return safeCell(Array.isArray(value) ? value.join('; ') : value);
    }),
  ]);
  return stringify([header, ...rows], { bom: true, record_delimiter: 'windows' });
}
