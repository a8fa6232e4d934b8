/** The public list as a spreadsheet reads it: UTF-8 with a mark at its beginning, lines that end as Excel writes them. */
import { stringify } from 'csv-stringify/sync';
import { byName, type PublicList } from './public-list.ts';
import { safeCell } from '../../components/safe-cell.ts';

const columns = ['id', 'name', 'kind', 'area', 'date', 'sentence', 'website'] as const;

/** @returns CSV in which no cell is run as a formula */
export function publishedCsv({ signatories }: Pick<PublicList, 'signatories'>): string {
  const rows = [...signatories].sort(byName).map((one) => columns.map((column) => safeCell(one[column] ?? '')));
  return stringify([columns, ...rows], { bom: true, record_delimiter: '\r\n' });
}
