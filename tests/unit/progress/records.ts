/** Made-up records for tests: a strand over the turn of years, with a late report. */
import { recordSchema, type StrandRecord } from '../../../src/progress/record.schema.ts';

const source = { source: 'paper', where: '2' };
export const says = (text: string) => ({ standard: text, easyRead: text, picture: 'plan' });

/** A record from what a test writes; the schema fills in the rest, and refuses what no editor could write. */
export const record = (fields: object): StrandRecord => recordSchema.parse(fields);
export const dated = (on: string, more: object) => ({ on, source, ...more });
export const status = (on: string, name: string, more: object = {}) => dated(on, { status: name, word: name, ...more });

export const quietRoad = {
  id: 'safe-roads/quiet-road',
  record: record({
    wrong: [dated('2020-11', { who: 'families', words: says('Cars were too fast.') })],
    done: [dated('2021-03-02', { words: says('We counted cars.') }), dated('2021-12', { words: says('We closed a road.') })],
    next: [
      dated('2021-01-10', { until: '2021-12-31', words: says('Close a road.') }),
      dated('2022-02', { until: '2022-12-31', words: says('Paint it.') }),
    ],
    accountable: [dated('2021-01-10', { role: null }), dated('2022-01-01', { role: 'Head of roads' })],
    statuses: [
      status('2021-01-10', 'not-started'),
      status('2021-12', 'late', { reported: '2022-02-20' }),
      status('2021-12-31', 'on-track', { reported: '2021-12-31' }),
      status('2022-12-31', 'done'),
    ],
    milestones: [
      {
        name: 'closing',
        words: says('The road is closed.'),
        steps: [
          dated('2021-01-10', { state: 'planned', due: 'by 2021-06' }),
          dated('2021-07-01', { state: 'late' }),
          dated('2021-08-15', { state: 'moved', due: '2021-12' }),
          dated('2021-12-31', { state: 'done' }),
        ],
      },
    ],
    measures: [
      {
        name: 'cars',
        words: says('Cars in an hour'),
        unit: 'cars',
        values: [dated('2021-03', { value: 80 }), dated('2022-03', { value: 35, exactness: 'about' })],
      },
    ],
  }),
};
