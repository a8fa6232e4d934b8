/** Faults in records of progress and in updates: the file, the line and the mend, as an editor reads them. Long, because it is a list. */
import type { ContentCopy } from '../council/council.ts';
import { testFaults, type Fault } from './fault.ts';

const works = 'progress/works';
const road = `${works}/quiet-road`;
const update = 'progress/updates/2024-05-a-meeting';
const source = '{ source: westmere-plan }';
const statusOn = (on: string, status = 'on-track') =>
  `statuses:\n  - on: ${on}\n    source: ${source}\n    status: ${status}\n    word: as planned\n`;
const done = (on: string, standard = 'We made a path.', easyRead = 'We made a path.', picture = 'gate') =>
  `done:\n  - on: ${on}\n    source: ${source}\n    words:\n      standard: ${standard}\n      easyRead: ${easyRead}\n      picture: ${picture}\n`;

/** A plan with one strand and one update, all well, but for what a test then writes. */
function withPlan(content: ContentCopy): void {
  const pictures = {
    'not-started': 'town',
    'on-track': 'gate',
    warning: 'hand',
    late: 'phone',
    finish: 'happy',
    'not-known': 'sad',
    calendar: 'date',
  };
  Object.keys(pictures).forEach((name, index) => {
    content.write(
      `pictures/${name}.svg`,
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><path d="M${index} 8h40v48h-40z"/></svg>`,
    );
    content.write(
      'pictures/pictures.yaml',
      `${content.read('pictures/pictures.yaml').trimEnd()}\n  ${name}:\n    means: the sign of ${name.replace('-', ' ')}\n    file: ${name}.svg\n    shows: a sign\n    set: westmere\n`,
    );
  });
  const topic = (folder: string, title: string, more = '') => {
    content.write(`${folder}/topic.yaml`, `title: ${title}\npicture: town\nsources: []\nlastChecked: 2024-06-01\n${more}`);
    content.write(
      `${folder}/standard.mdx`,
      content.read('about/standard.mdx').replace(/^summary: .*$/m, `summary: This is about ${title.toLowerCase()} in our town.`),
    );
    content.write(
      `${folder}/easy-read.mdx`,
      content.read('about/easy-read.mdx').replace(/^summary: .*$/m, `summary: This is about ${title.toLowerCase()}.`),
    );
  };
  topic('progress', 'How it goes');
  topic(works, 'Our works');
  content.write(`${works}/plan.yaml`, `began: 2024-01\nsource: ${source}\n`);
  topic(road, 'A quiet road');
  content.write(`${road}/record.yaml`, statusOn('2024-05'));
  topic('progress/updates', 'Our news', 'order: 2\n');
  content.change('progress/updates/topic.yaml', 'picture: town', 'picture: plan');
  topic(update, 'A meeting', 'on: 2024-05\nstrands: [works/quiet-road]\n');
}

const fault = (
  name: string,
  make: (content: ContentCopy) => void,
  more: Pick<Fault, 'file' | 'says' | 'write'> & Partial<Fault>,
): Fault => ({
  name,
  make: (content) => {
    withPlan(content);
    make(content);
  },
  ...more,
});
const inRecord = (name: string, record: string, on: string | undefined, says: RegExp, write: RegExp, more: Partial<Fault> = {}) =>
  fault(name, (content) => content.write(`${road}/record.yaml`, record), {
    file: `${road}/record.yaml`,
    ...{ says, write },
    ...(on ? { on } : {}),
    ...more,
  });

testFaults([
  inRecord(
    'a status without a date',
    `statuses:\n  - source: ${source}\n    status: late\n    word: late\n`,
    undefined,
    /\.on"/,
    /Write when it was.*2021-07/,
  ),
  inRecord(
    'a status without a source',
    'statuses:\n  - on: 2024-05\n    status: late\n    word: late\n',
    undefined,
    /\.source"/,
    /Write who says so/,
  ),
  inRecord(
    'a status without its own word',
    `statuses:\n  - on: 2024-05\n    source: ${source}\n    status: late\n`,
    undefined,
    /\.word"/,
    /source's own word/,
  ),
  inRecord(
    'a status that is not one of the five',
    statusOn('2024-05', 'nearly'),
    'status: nearly',
    /\.status"/,
    /not-started, on-track, needs-attention, late, done/,
  ),
  inRecord('a date in words', statusOn('May 2024'), 'on: May', /\.on"/, /2021-07/),
  inRecord('a date before the plan began', done('2023-12'), 'on: 2023-12', /before the plan began/, /Mend the date, or "began"/),
  inRecord('a day that is still to come', done('2999-01-01'), 'on: 2999', /still to come/, /milestone with "due"/),
  inRecord(
    'a source that does not exist',
    done('2024-05').replace('westmere-plan', 'westmere-pan'),
    'westmere-pan',
    /westmere-pan/,
    /Near it: westmere-plan/,
  ),
  inRecord('a picture that does not exist', done('2024-05', undefined, undefined, 'gat'), 'picture: gat', /"gat"/, /Near it: gate/),
  inRecord(
    'a figure in one reading alone',
    done('2024-05', 'We made 12 paths.', 'We made paths.'),
    'easyRead: We made',
    /says 12 in "standard"/,
    /Both readings tell the same figures/,
  ),
  inRecord(
    'hard words in the easy words',
    done('2024-05', 'We made a path.', 'We implemented a path.'),
    'implemented',
    /"implemented"/,
    /everyday word/,
    { also: /longer than it has to be/ },
  ),
  inRecord(
    'three easy sentences beside one picture',
    done('2024-05', 'We made a path.', 'We made it. It is new. You can use it.'),
    'easyRead: We',
    /more than two sentences/,
    /Make two entries/,
  ),
  fault('a strand without a record', (content) => content.remove(`${road}/record.yaml`), {
    file: `${road}/record.yaml`,
    says: /is missing/,
    write: /write one/,
    also: /works\/quiet-road/,
  }),
  fault('a record without a plan', (content) => content.remove(`${works}/plan.yaml`), {
    file: `${works}/plan.yaml`,
    says: /is missing/,
    write: /"began" and "source"/,
  }),
  fault(
    'a plan that ends before it began',
    (content) => content.write(`${works}/plan.yaml`, `began: 2024-01\nends: 2023\nsource: ${source}\n`),
    {
      file: `${works}/plan.yaml`,
      on: 'ends:',
      says: /before it began/,
      write: /Mend one of the dates/,
    },
  ),
  fault(
    'the number of signatures in two places',
    (content) => {
      const measure = `measures:\n  - name: signed\n    words: { standard: Settings that signed., easyRead: Places that signed., picture: hand }\n    unit: places\n    from: signed\n    values: []\n`;
      content.write(`${road}/record.yaml`, measure);
      content.write(`${works}/plan.yaml`, `began: 2024-01\nsource: ${source}\n${measure}`);
    },
    { file: `${road}/record.yaml`, says: /from: signed/, write: /take one out/ },
  ),
  fault('an update about nothing', (content) => content.change(`${update}/topic.yaml`, 'strands: [works/quiet-road]\n', ''), {
    file: `${update}/topic.yaml`,
    says: /"strands"/,
    write: /Write what it is about/,
  }),
  fault('an update about a strand that does not exist', (content) => content.change(`${update}/topic.yaml`, 'quiet-road]', 'quiet-rod]'), {
    file: `${update}/topic.yaml`,
    says: /works\/quiet-rod/,
    write: /Near it: works\/quiet-road/,
  }),
  fault('an update whose folder says another date', (content) => content.change(`${update}/topic.yaml`, 'on: 2024-05', 'on: 2024-04'), {
    file: `${update}/topic.yaml`,
    on: 'on: 2024-04',
    says: /its folder is "2024-05-a-meeting"/,
    write: /Name the folder/,
  }),
  fault(
    'an event that ends before it begins',
    (content) =>
      content.change(
        `${update}/topic.yaml`,
        'strands:',
        `events:\n  - name: { standard: A walk, easyRead: A walk }\n    on: 2024-05-09\n    until: 2024-05-08\n    source: ${source}\nstrands:`,
      ),
    { file: `${update}/topic.yaml`, on: 'until:', says: /ends on "2024-05-08"/, write: /later day/ },
  ),
  fault(
    'newsletters without a last day',
    (content) =>
      content.write('progress/newsletters.yaml', '- period: spring\n  title: { standard: Spring, easyRead: Spring }\n  from: 2024-03-01\n'),
    {
      file: 'progress/newsletters.yaml',
      says: /\.to"/,
      write: /its last day/,
    },
  ),
]);
