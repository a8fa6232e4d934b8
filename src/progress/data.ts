/** Puts the machine-readable whole together from the records. */
import type { Citation, UpdateFacts } from '../readings/topic.schema.ts';
import type { ProgressData } from './data.schema.ts';
import type { Progress, Strand } from './read.ts';
import { stateOf, type SourceDates } from './state.ts';

export interface UpdateForData {
  id: string;
  address: string;
  facts: Pick<UpdateFacts, 'on' | 'strands' | 'events' | 'sources'>;
  title: { standard: string; easyRead: string };
  summary: { standard: string; easyRead: string };
}

export interface DataPlace {
  name: string;
  /** The day for which the states are given. */
  asOf: string;
  /** The whole address of a page, in standard or in easy read. */
  at: (address: string, reading: 'standard' | 'easy-read') => string;
  sources: ProgressData['sources'];
}

/** @returns the whole, with the sources that it cites and no others; the same content and day give the same data */
export function progressData(progress: Progress, updates: readonly UpdateForData[], { name, asOf, at, sources }: DataPlace): ProgressData {
  const strandOf = <T extends Strand>({ id, address, title, record }: T, dates: SourceDates) => ({
    ...{ id, address: at(address, 'standard'), easyRead: at(address, 'easy-read'), title },
    record: record as T['record'],
    state: stateOf({ id, record }, { on: asOf }, dates),
  });
  const plans = progress.groups.map((group) => ({
    ...strandOf(group, progress.sourceDates),
    strands: group.strands.map((strand) => strandOf(strand, progress.sourceDates)),
  }));
  const shown = updates.map(({ id, address, facts: { on, strands, events, sources: cited }, title, summary }) => ({
    ...{ id, address: at(address, 'standard'), easyRead: at(address, 'easy-read'), on, title, summary, strands, events, sources: cited },
  }));
  const cited = new Set(namesIn([plans, shown]));
  return {
    $schema: at('/progress/data.schema.json', 'standard'),
    ...{ name, asOf, plans, updates: shown },
    sources: Object.fromEntries(Object.entries(sources).filter(([id]) => cited.has(id))),
  };
}

/** Every source that is named anywhere in a value. */
function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (value === null || typeof value !== 'object') return [];
  const { source } = value as Partial<Citation>;
  return [...(typeof source === 'string' ? [source] : []), ...Object.values(value).flatMap(namesIn)];
}
