/** Reads all records of progress from the content folder. The content check has told of what does not hold to its contract. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { contentDir } from '../readings/content-dir.ts';
import { readMdx } from '../readings/mdx-source.ts';
import { sourceSchema, topicSchema } from '../readings/topic.schema.ts';
import { surelyFrom } from './part-dates.ts';
import { planSchema, recordSchema, type Plan, type StrandRecord } from './record.schema.ts';
import { countsFrom, type Entry, type SourceDates } from './state.ts';

export interface Strand {
  /** Its folder below `content/progress/`, as `work-streams/getting-support-early`. */
  id: string;
  /** The folder above it, as `work-streams`. */
  group: string;
  /** Its address from the root in the standard reading, as `/progress/work-streams/getting-support-early/`. */
  address: string;
  title: { standard: string; easyRead: string };
  order: number;
  record: StrandRecord;
}

/** A plan and its strands, in their order. What is said of the whole plan is a record too. */
export interface Group extends Strand {
  record: Plan;
  strands: Strand[];
}

export interface Progress {
  groups: Group[];
  /** The strands of all groups, in order. */
  strands: Strand[];
  /** When each source was published, where that is known. */
  sourceDates: SourceDates;
}

const inOrder = (a: Strand, b: Strand) => a.order - b.order || (a.id < b.id ? -1 : 1);

/**
 * @param dir the content folder
 * @returns every plan with its strands, in the order of their topics; a folder without a record is no strand
 * @throws when a file does not hold to its contract
 */
export function readProgress(dir: string = contentDir()): Progress {
  const yaml = (file: string): unknown => parse(readFileSync(join(dir, file), 'utf8'));
  const strand = <T extends StrandRecord>(folder: string, record: T) => {
    const { title, order } = topicSchema.loose().parse(yaml(`${folder}/topic.yaml`));
    const easy = readMdx(readFileSync(join(dir, folder, 'easy-read.mdx'), 'utf8')).frontMatter.title;
    const id = folder.replace(/^progress\//, '');
    return {
      ...{ id, group: id.split('/')[0]!, address: `/${folder}/`, order, record },
      title: { standard: title, easyRead: typeof easy === 'string' ? easy : title },
    };
  };
  const here = (pattern: string) =>
    globSync(pattern, { cwd: dir })
      .map(dirname)
      .filter((folder) => existsSync(join(dir, folder, 'topic.yaml')));
  const groups = here('progress/*/plan.yaml')
    .map((folder): Group => ({
      ...strand(folder, planSchema.parse(yaml(`${folder}/plan.yaml`))),
      strands: here(`${folder}/*/record.yaml`)
        .map((one) => strand(one, recordSchema.parse(yaml(`${one}/record.yaml`))))
        .sort(inOrder),
    }))
    .sort(inOrder);
  return { groups, strands: groups.flatMap((group) => group.strands), sourceDates: sourceDatesOf(dir) };
}

function sourceDatesOf(dir: string): SourceDates {
  return new Map(
    globSync('sources/*.yaml', { cwd: dir }).flatMap((file) => {
      const { published } = sourceSchema.parse(parse(readFileSync(join(dir, file), 'utf8')));
      return published ? [[basename(file, '.yaml'), published] as const] : [];
    }),
  );
}

/** Every dated entry of a record that can change a state. */
export const entriesOf = (record: StrandRecord): (Entry & { until?: string | undefined })[] => [
  ...record.done,
  ...record.next,
  ...record.accountable,
  ...record.statuses,
  ...record.milestones.flatMap(({ steps }) => steps),
  ...record.measures.flatMap(({ values }) => values),
];

/** The days on which something is known to have become so, oldest first, as `2021-07-31`: between two of them nothing changes. */
export function changeDays({ groups, strands, sourceDates }: Progress): string[] {
  const days = [...groups, ...strands].flatMap(({ record }) =>
    entriesOf(record).flatMap((entry) => [countsFrom(entry, sourceDates), ...(entry.until ? [surelyFrom(entry.until)] : [])]),
  );
  return [...new Set(days)].sort();
}
