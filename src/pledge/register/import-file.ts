/**
 * A list of earlier signatories, as a council has it from before this site: name, kind, area and date of each, and nothing of a person.
 * All of it is checked before any of it is kept, and each fault says where it is and what to write.
 * Longer than most files here: it reads two formats, and a person who mends a spreadsheet needs all faults at once, by line and column.
 */
import { parse as parseCsv } from 'csv-parse/sync';
import { isSeq, LineCounter, parseDocument } from 'yaml';
import { kinds, mostCharacters, type Kind } from '../form/fields.ts';
import { personalIn } from './command-approval.ts';
import type { EarlierSignatory } from './register.ts';

const columns = ['name', 'kind', 'area', 'date'] as const;
type Column = (typeof columns)[number];

/** What a file may say: the areas of this Local Offer, and the last day that can be a day of signing. */
export interface ImportChoices {
  areas: readonly string[];
  today: string;
}

/** The list cannot be kept; each fault names its line, its column and the mend. */
export class ImportFaults extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.faults = faults;
  }
}

interface Row {
  line: number;
  cells: Map<string, unknown>;
}

/**
 * @param bytes a CSV file with the header name,kind,area,date, or a JSON array of objects with these four
 * @returns its rows, all sound
 * @throws ImportFaults
 */
export function readImport(bytes: Uint8Array, choices: ImportChoices): EarlierSignatory[] {
  const text = textOf(bytes);
  if (text.trim() === '') throw new ImportFaults(['line 1: the file is empty. Its first line is name,kind,area,date.']);
  const rows = /^\s*[[{]/.test(text) ? jsonRows(text) : csvRows(text);
  const faults = rows.flatMap((row) => faultsOf(row, choices));
  if (faults.length > 0) throw new ImportFaults(faults);
  return rows.map(({ cells }) => Object.fromEntries(columns.map((column) => [column, cellText(cells, column)])) as never);
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ImportFaults(['line 1: the file is not UTF-8. Save it anew as "CSV UTF-8".']);
  }
}

/** A column of a person is told apart from one that is merely unknown: the reason not to take it is another. */
const personal = /mail|phone|tel\b|mobile|contact|person|head ?teacher|signed ?by|first|last|surname|role|post ?code|address|notes?$/i;
const wrongColumn = (column: string) =>
  personal.test(column)
    ? `an import holds nothing about persons. Take this column out: only ${columns.join(', ')} are kept.`
    : `this column is not known. Take it out: the columns are ${columns.join(', ')}.`;

function csvRows(text: string): Row[] {
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parseCsv(text, { bom: true, info: true, relax_column_count: true, skip_empty_lines: true, trim: true }) as never;
  } catch (error) {
    const line = (error as { lines?: number }).lines ?? 1;
    throw new ImportFaults([`line ${line}: this is not CSV. Look for a quotation mark that is opened or closed without its pair.`]);
  }
  const header = (records[0]?.record ?? []).map((name) => name.toLowerCase());
  const wrong = header.filter((name) => !(columns as readonly string[]).includes(name));
  const missing = columns.filter((column) => !header.includes(column));
  const twice = columns.filter((column) => header.filter((name) => name === column).length > 1);
  const faults = [
    ...wrong.map((name) => `line 1, column ${JSON.stringify(name)}: ${wrongColumn(name)}`),
    ...missing.map((column) => `line 1, column ${column}: it is missing. The first line of the file is ${columns.join(',')}.`),
    ...twice.map((column) => `line 1, column ${column}: it is there twice. Take one out.`),
  ];
  if (faults.length > 0) throw new ImportFaults(faults);
  // The parser says where a record ends; one with a line break in a cell begins before that.
  const lineOf = (index: number) => records[index]!.info.lines - (records[index]!.record.join('').match(/\n/g)?.length ?? 0);
  const uneven = records.flatMap(({ record }, index) =>
    record.length === header.length
      ? []
      : [
          `line ${lineOf(index)}: it has ${record.length} columns and not ${header.length}. Put quotation marks around a name that holds a comma.`,
        ],
  );
  if (uneven.length > 0) throw new ImportFaults(uneven);
  if (records.length === 1) throw new ImportFaults(['line 2: there is no row. Write one line for each signatory below the first line.']);
  return records.slice(1).map(({ record }, index) => ({
    line: lineOf(index + 1),
    cells: new Map(record.map((cell, place) => [header[place]!, cell])),
  }));
}

function jsonRows(text: string): Row[] {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch (error) {
    throw new ImportFaults([notJson(text, (error as Error).message)]);
  }
  if (!Array.isArray(list))
    throw new ImportFaults([`line 1: the file is no list. Write [{"name": "…", "kind": "…", "area": "…", "date": "…"}].`]);
  if (list.length === 0) throw new ImportFaults(['line 1: the list is empty. Write one object for each signatory.']);
  // JSON is YAML too, and the YAML reader knows on which line each entry begins.
  const counter = new LineCounter();
  const { contents } = parseDocument(text, { lineCounter: counter });
  const starts = isSeq(contents) ? contents.items.map((item) => (item as { range?: number[] }).range?.[0] ?? 0) : [];
  const rows = list.map((entry: unknown, index) => ({ line: counter.linePos(starts[index] ?? 0).line || 1, entry }));
  const faults = rows.flatMap(({ line, entry }) => {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
      return [`line ${line}: this is no object with ${columns.join(', ')}.`];
    return Object.keys(entry)
      .filter((key) => !(columns as readonly string[]).includes(key))
      .map((key) => `line ${line}, column ${JSON.stringify(key)}: ${wrongColumn(key)}`);
  });
  if (faults.length > 0) throw new ImportFaults(faults);
  return rows.map(({ line, entry }) => ({ line, cells: new Map(Object.entries(entry as object)) }));
}

/** The engine says the place of a fault, or the text around it. */
function notJson(text: string, message: string): string {
  const place = /position (\d+)/.exec(message)?.[1];
  const near = /"([\s\S]*)"[.]* is not valid JSON$/.exec(message)?.[1];
  const where = place === undefined ? 'the file' : `line ${text.slice(0, Number(place)).split('\n').length}`;
  return `${where}: this is not JSON. Look at the commas and quotation marks there${near === undefined ? '' : `, near ${near.replace(/\s+/g, ' ')}`}.`;
}

const cellText = (cells: Row['cells'], column: Column) =>
  String(cells.get(column) ?? '')
    .normalize('NFC')
    .trim();

function faultsOf({ line, cells }: Row, { areas, today }: ImportChoices): string[] {
  const name = cellText(cells, 'name');
  const kind = cellText(cells, 'kind');
  const area = cellText(cells, 'area');
  const date = cellText(cells, 'date');
  const said: Record<Column, string | undefined> = {
    name: nameFault(name),
    kind: kinds.includes(kind as Kind) ? undefined : `${quote(kind)} is no kind. Write one of ${kinds.join(', ')}.`,
    area: areas.includes(area) ? undefined : `${quote(area)} is no area. Write one of ${areas.join(', ')}.`,
    date: dateFault(date, today),
  };
  return columns.flatMap((column) => {
    const value = cells.get(column);
    const fault = value !== undefined && typeof value !== 'string' ? 'this is no text. Put it in quotation marks.' : said[column];
    return fault ? [`line ${line}, column ${column}: ${fault}`] : [];
  });
}

const quote = (text: string) => (text === '' ? 'Nothing' : JSON.stringify(text));

function nameFault(name: string): string | undefined {
  const most = mostCharacters.setting!;
  if (!/[\p{L}\p{N}]/u.test(name)) return 'the name is missing. Write the name of the setting.';
  if ([...name].length > most) return `the name has more than ${most} characters. Write it shorter.`;
  if (/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(name))
    return 'the name holds a line break or another hidden character. Type it anew, in one line.';
  const found = personalIn(name);
  return found ? `the name holds ${found}. Write only the name of the setting.` : undefined;
}

function dateFault(date: string, today: string): string | undefined {
  const asDay = 'Write the whole day as year, month and day: 2021-07-01.';
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return `${quote(date)} is no whole day. ${asDay}`;
  if (Number.isNaN(Date.parse(date)) || !new Date(date).toISOString().startsWith(date)) return `the calendar has no ${date}. ${asDay}`;
  if (date > today) return `${date} is still to come. Write the day when it was signed.`;
  return date < '2000' ? `${date} is too long ago. Write the day when it was signed.` : undefined;
}
