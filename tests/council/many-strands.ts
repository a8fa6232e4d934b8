/**
 * A made-up council with a long memory: 4 plans of 15 strands and ten years of monthly updates, written into a copy of the made-up
 * council's content. What it says is plain and the same for all; what differs are names, dates, numbers and states.
 */
import { stringify as toYaml } from 'yaml';
import type { ContentCopy } from './council.ts';

/** The years that it tells of, and the day on which it is built. */
export const years = { first: 2020, last: 2029 } as const;
export const builtOn = '2030-02-01';
export const plans = 4;
export const strandsOfPlan = 15;
export const updatesOfYear = 12;

const stringify = (value: unknown) => toYaml(value, { aliasDuplicateObjects: false });
const statuses = ['not-started', 'on-track', 'needs-attention', 'late', 'on-track'] as const;
const cited = { source: 'westmere-plan', where: '2' };
const month = (year: number, index: number) => `${year}-${String((index % 12) + 1).padStart(2, '0')}`;
const names = [
  'playgrounds',
  'buses',
  'clubs',
  'schools',
  'doctors',
  'parks',
  'shops',
  'homes',
  'music',
  'sport',
  'work',
  'friends',
  'food',
  'art',
  'books',
];
const planNames = ['Play', 'Learn', 'Work', 'Live'];
const allYears = Array.from({ length: years.last - years.first + 1 }, (_, index) => years.first + index);

const letters = 'abcdefghijklmno';

/** Pictures that pages with records need, and that the made-up council's dictionary lacks. */
const morePictures = [
  ...['not-started', 'on-track', 'warning', 'late', 'finish', 'not-known', 'calendar'],
  ...Array.from(letters, (letter) => `sign-${letter}`),
];

const words = (standard: string, easyRead: string, picture: string) => ({ standard, easyRead, picture });

function record(plan: number, strand: number) {
  const seed = plan * strandsOfPlan + strand;
  const dated = <T extends object>(year: number, index: number, more: T) => ({ on: month(year, index + seed), source: cited, ...more });
  return {
    wrong: [
      {
        on: '2019-06',
        source: cited,
        who: 'families',
        words: words('Families had to wait too long.', 'You had to wait too long.', 'hand'),
      },
    ],
    done: allYears
      .flatMap((year) => [dated(year, 1, { words: words(`We made a new path in ${year}.`, `We made a new path in ${year}.`, 'gate') })])
      .sort((a, b) => (a.on < b.on ? -1 : 1)),
    next: [
      { on: '2020-03', source: cited, until: '2021-03', words: words('We look for a place.', 'We look for a place.', 'town') },
      { on: '2029-03', source: cited, words: words('We ask families what they need.', 'We ask you what you need.', 'talk') },
    ],
    accountable: [
      { on: '2020-01', source: cited, role: null },
      { on: '2024-05', source: cited, role: 'The head of the team' },
    ],
    statuses: allYears
      .map((year, index) => ({
        ...dated(year, 2, { status: statuses[(index + seed) % statuses.length], word: 'as planned' }),
        // A late report: it tells of a month long before it.
        ...(index % 4 === 3 ? { reported: `${year + 1}-01` } : {}),
      }))
      .map((one) => (one.reported && one.reported > '2030-01' ? { ...one, reported: '2030-01' } : one)),
    milestones: Array.from({ length: seed % 5 === 0 ? 12 : 3 }, (_, index) => ({
      name: `step-${letters[index]}`,
      words: words('A new path is open.', 'A new path is open', 'gate'),
      steps: [
        { on: '2020-02', source: cited, state: 'planned', due: month(2021 + (index % 8), index) },
        ...(index % 3 === 1 ? [{ on: '2021-01', source: cited, state: 'moved', due: month(2023, index) }] : []),
        ...(index % 3 === 2 ? [{ on: '2029-11', source: cited, state: 'done' }] : []),
      ],
    })),
    measures: [
      {
        name: 'families',
        words: words('Families who use the path', 'Families who use the path', 'town'),
        unit: 'families',
        values: Array.from({ length: seed % 15 === 0 ? 120 : 20 }, (_, index) => ({
          on:
            seed % 15 === 0
              ? month(years.first + Math.floor(index / 12), index)
              : month(years.first + Math.floor(index / 2), (index % 2) * 6),
          source: cited,
          value: 20 + ((index * 7 + seed) % 60),
        })),
      },
    ],
    unknown: [words('We do not know if families like the path.', 'We do not know if you like the path.', 'question')],
  };
}

const text = (name: string) => `The council wrote about ${name} in its paper. It says what was done and what is next.

Families asked for a new path, and the council made one. Not all of it is ready.

## What comes next

The council meets families again. They say what they need, and the council writes it down. Then it makes a plan with them.

The plan says who does what, and by when. You can read it on this site.

## What is not known

The paper does not say how many families use the path. It does not say if they like it.

We ask the council, and write the answer here.`;

/** Writes the whole progress section. */
export function writeManyStrands(content: ContentCopy): void {
  for (const [index, name] of morePictures.entries()) {
    content.write(
      `pictures/${name}.svg`,
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><path d="M${index + 8} 8h40v48h-40z"/></svg>`,
    );
    content.write(
      'pictures/pictures.yaml',
      `${content.read('pictures/pictures.yaml').trimEnd()}\n  ${name}:\n    means: ${name.replace('-', ' ')}\n    file: ${name}.svg\n    shows: a sign for it\n    set: westmere\n`,
    );
  }
  /** Pages that stand beside each other have pictures of their own. */
  const pictureOf = (folder: string) => (/(?:strand|plan)-[a-o]$/.test(folder) ? `sign-${folder.at(-1)}` : 'plan');
  const topic = (folder: string, title: string, order: number, more: object = {}) => {
    content.write(
      `${folder}/topic.yaml`,
      stringify({ title, order, picture: pictureOf(folder), sources: [cited], lastChecked: '2030-01-15', ...more }),
    );
    content.write(
      `${folder}/standard.mdx`,
      `---\nsummary: This page tells how ${title.toLowerCase()} went, with dates.\n---\n\n${text(title.toLowerCase())}\n`,
    );
    content.write(
      `${folder}/easy-read.mdx`,
      `---\nsummary: This page is about ${title.toLowerCase()}.\n---\n\n<Idea picture="talk">\nWe say what we did.\n</Idea>\n\n<Idea picture="hand">\nWe say what is next.\n</Idea>\n`,
    );
  };
  topic('progress', 'Our progress', 9, { colour: 120 });
  topic('progress/updates', 'Our news', 9);
  const strands: string[] = [];
  for (let plan = 0; plan < plans; plan += 1) {
    const folder = `progress/plan-${letters[plan]}`;
    topic(folder, `${planNames[plan]} in our town`, plan + 1);
    content.write(
      `${folder}/plan.yaml`,
      stringify({ began: '2020-01', ends: '2030-12', source: cited, milestones: record(plan, 1).milestones }),
    );
    for (let strand = 0; strand < strandsOfPlan; strand += 1) {
      const id = `strand-${letters[strand]}`;
      topic(`${folder}/${id}`, `${planNames[plan]} and ${names[strand]}`, strand + 1);
      content.write(`${folder}/${id}/record.yaml`, stringify(record(plan, strand)));
      strands.push(`plan-${letters[plan]}/${id}`);
    }
  }
  const monthNames = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ];
  for (const year of allYears)
    for (let index = 0; index < updatesOfYear; index += 1) {
      const on = month(year, index);
      const seed = (year - years.first) * updatesOfYear + index;
      topic(`progress/updates/${on}-news`, `News of ${monthNames[index]} ${year}`, seed + 1, {
        on: index === 5 ? `${on}-14` : on,
        strands: [strands[seed % strands.length]!, strands[(seed * 7 + 3) % strands.length]!],
        ...(index === 5
          ? { events: [{ name: { standard: 'A day in the park', easyRead: 'A day in the park' }, on: `${on}-14`, source: cited }] }
          : {}),
      });
    }
  for (const year of allYears) {
    // The folder of a dated update begins with its whole date.
    const [from, to] = [`progress/updates/${year}-06-news`, `progress/updates/${year}-06-14-news`];
    for (const file of ['topic.yaml', 'standard.mdx', 'easy-read.mdx']) content.copy(`${from}/${file}`, `${to}/${file}`);
    content.remove(from);
  }
}
