/** What families are told of progress: the same in both readings, as the records say, with every chart as its table. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { readProgress } from '../../src/progress/read.ts';
import { stateOf } from '../../src/progress/state.ts';
import { readToday } from '../../src/settings.ts';
import { pathOf } from './files.ts';
import { allPages, pageAt, type Page } from './pages.ts';

const progress = readProgress();
const all = [...progress.groups, ...progress.strands];
const readingsOf = (address: string) => [pageAt.get(address)!, pageAt.get(`/easy-read${address}`)!] as const;
const figures = (text: string) => text.replace(/\s+/g, ' ');

test('every strand and plan has a page in both readings', () => {
  expect(progress.strands.length).toBeGreaterThan(0);
  for (const { address } of all) for (const page of readingsOf(address)) expect(page, address).toBeDefined();
});

describe.each(progress.strands)('$id', (strand) => {
  const [standard, easy] = readingsOf(strand.address);
  const state = stateOf(strand, { on: readToday() }, progress.sourceDates);
  const statusOn = ({ $ }: Page) => $('main .body [data-status]').first().attr('data-status');

  test('both readings tell the status of the record, or that it is not said', () => {
    expect([statusOn(standard), statusOn(easy)]).toEqual([state.status?.status, state.status?.status]);
    if (!state.status) expect(standard.$('main .status').text()).toContain('The report does not say');
  });

  test('the source’s own word stands beside it, with who says so and who answers for it', () => {
    const said = figures(standard.$('main .status').text());
    if (state.status) expect(said).toContain(`“${state.status.word}”`);
    expect(said).toContain(state.accountable?.role ?? 'Not said');
  });

  test('easy read tells it in three Ideas: what was wrong, what we did, what is next', () => {
    const ideas = easy.$('main [data-idea-of]').toArray();
    expect(ideas.map(({ attribs }) => attribs['data-idea-of'])).toEqual(['wrong', 'done', 'next']);
    for (const idea of ideas) expect(easy.$(idea).find('[data-idea]')).toHaveLength(1);
    const first = strand.record.wrong[0]?.words.easyRead ?? 'We do not know what was wrong.';
    expect(figures(easy.$(ideas[0]).find('p').html() ?? '').replaceAll('<br>', ' ')).toContain(
      first.split('. ')[0]!.replace(/&/g, '&amp;'),
    );
  });

  test('every measure is told in both readings, with the same numbers', () => {
    for (const { name, values } of strand.record.measures)
      for (const page of [standard, easy]) {
        const shown = figures(page.$(`[data-measure="${name}"]`).text());
        for (const { value } of values.slice(-1)) expect(shown).toContain(new Intl.NumberFormat('en-GB').format(value));
      }
  });

  test('every status that was ever given is in its history', () => {
    const history = figures(standard.$('[data-history]').text());
    for (const { word } of strand.record.statuses) expect(history).toContain(`“${word}”`);
    expect(standard.$('[data-history] li')).toHaveLength(strand.record.statuses.length);
  });
});

describe('every chart', () => {
  const charts = allPages.flatMap((page) =>
    page
      .$('[data-measure]:has(svg)')
      .toArray()
      .map((section) => ({ page, section })),
  );
  const pairs = (page: Page, section: (typeof charts)[number]['section'], of: string) =>
    page
      .$(section)
      .find(of)
      .toArray()
      .map(({ attribs }) => `${attribs['data-on']} ${attribs['data-value']}`);

  test('equals its table', () => {
    expect(charts.length).toBeGreaterThan(0);
    for (const { page, section } of charts.filter(({ page: { reading } }) => reading === 'standard')) {
      const rows = pairs(page, section, 'tbody tr');
      expect(rows.length, page.address).toBeGreaterThan(0);
      expect(pairs(page, section, 'svg [data-value]'), page.address).toEqual(rows);
      for (const row of page.$(section).find('tbody tr').toArray())
        expect(page.$(row).text().replaceAll(',', '')).toContain(row.attribs['data-value']);
    }
  });

  test('of one value has no line; each has a name and no style of its own', () => {
    for (const { page, section } of charts) {
      const svg = page.$(section).find('svg');
      if (svg.find('[data-value]').length === 1) expect(svg.find('path.line'), page.address).toHaveLength(0);
      expect(svg.attr('role')).toBe('img');
      expect(svg.attr('aria-label')).toBeTruthy();
      expect(page.$(section).find('[style]')).toHaveLength(0);
    }
  });

  test('has its numbers as a CSV that equals its table', () => {
    for (const { page, section } of charts.filter(({ page: { reading } }) => reading === 'standard')) {
      const file = page.address.slice(1) + 'measures.csv';
      const rows = parse(readFileSync(pathOf(file)), { bom: true, columns: true }) as Record<string, string>[];
      const mine = rows.filter(({ measure }) => measure === page.$(section).attr('data-measure'));
      expect(mine.map(({ date, value }) => `${date} ${value}`)).toEqual(pairs(page, section, 'tbody tr'));
    }
  });
});

test('the drawing of the steps has the dates of the list beside it', () => {
  const drawn = allPages.flatMap((page) =>
    page
      .$('[data-milestones]:has(svg)')
      .toArray()
      .map((element) => ({ page, element })),
  );
  expect(drawn.length).toBeGreaterThan(0);
  for (const { page, element } of drawn.filter(({ page: { reading } }) => reading === 'standard'))
    for (const mark of page.$(element).find('svg [data-date]').toArray()) {
      const step = page
        .$(element)
        .find('ol > li')
        .eq(Number(mark.attribs['data-number']) - 1);
      expect(step.attr('data-milestone-state')).toBe(mark.attribs['data-state']);
      expect(step.find('time').first().attr('datetime')).toBe(mark.attribs['data-date']!.replace('by ', ''));
    }
});

test('the steps stand in a table too, as the list and the drawing have them, with a CSV of every step ever told', () => {
  const tables = allPages.flatMap((page) =>
    page
      .$('[data-milestones]:has(table)')
      .toArray()
      .map((element) => ({ page, element })),
  );
  expect(tables.length).toBeGreaterThan(0);
  for (const { page, element } of tables) {
    const inList = page
      .$(element)
      .find('ol > li')
      .toArray()
      .map(({ attribs }) => `${attribs['data-milestone']} ${attribs['data-milestone-state']}`);
    const inTable = page
      .$(element)
      .find('tbody tr')
      .toArray()
      .map(({ attribs }) => `${attribs['data-milestone']} ${attribs['data-state']}`);
    expect(inTable, page.address).toEqual(inList);
    const rows = parse(readFileSync(pathOf(`${page.address.slice(1)}milestones.csv`)), { bom: true, columns: true }) as Record<
      string,
      string
    >[];
    const recorded = all.find(({ address }) => address === page.address)!;
    expect(rows.map(({ milestone, date, state }) => `${milestone} ${date} ${state}`)).toEqual(
      recorded.record.milestones.flatMap(({ name, steps }) => steps.map(({ on, state }) => `${name} ${on} ${state}`)),
    );
  }
});

test('the progress page has every strand once, in the place of its status, in both readings', () => {
  const [standard, easy] = readingsOf('/progress/');
  const placed = ({ $ }: Page) =>
    $('[data-place] [data-strand]')
      .toArray()
      .map((one) => [one.attribs['data-strand'], $(one).closest('[data-place]').attr('data-place')].join(' '))
      .sort();
  expect(placed(standard)).toHaveLength(progress.strands.length);
  expect(placed(easy)).toEqual(placed(standard));
});

describe('the data', () => {
  const data = JSON.parse(readFileSync(pathOf('progress/data.json'), 'utf8')) as { plans: { strands: { id: string }[] }[] };
  const schema = JSON.parse(readFileSync(pathOf('progress/data.schema.json'), 'utf8')) as object;
  const ajv = addFormats.default(new Ajv2020({ strict: false }));
  const isData = ajv.compile(schema);

  test('is what its own published description says', () => expect(isData(data), JSON.stringify(isData.errors)).toBe(true));
  test('has every strand', () =>
    expect(data.plans.flatMap(({ strands }) => strands.map(({ id }) => id)).sort()).toEqual(progress.strands.map(({ id }) => id).sort()));
  test.each<[string, (copy: { asOf?: unknown; plans: { strands: { state: unknown; record: { statuses: object[] } }[] }[] }) => void]>([
    ['no day', (copy) => delete copy.asOf],
    ['a strand without a state', (copy) => delete (copy.plans[0]!.strands[0] as { state?: unknown }).state],
    ['a status that nobody knows', (copy) => copy.plans[0]!.strands[0]!.record.statuses.push({ on: '2021', status: 'fine', word: 'fine' })],
  ])('its description refuses %s', (_name, spoil) => {
    const copy = structuredClone(data) as unknown as Parameters<typeof spoil>[0];
    spoil(copy);
    expect(isData(copy)).toBe(false);
  });
});

describe('updates', () => {
  const updates = allPages.filter(({ address }) => /^\/progress\/updates\/[^/]+\/$/.test(address));
  test('stand on the list in both readings, the newest first', () => {
    for (const page of readingsOf('/progress/updates/')) {
      const dates = page
        .$('[data-update] time')
        .toArray()
        .map(({ attribs }) => attribs.datetime!);
      expect(dates).toHaveLength(updates.length);
      expect(dates).toEqual([...dates].sort((a, b) => `${b}-99`.localeCompare(`${a}-99`)));
    }
  });
  test('stand on the page of each strand that they are about', () => {
    for (const { address, $ } of updates)
      for (const link of $('nav[aria-labelledby=update-about] a').toArray()) {
        const to = link.attribs.href!.replace(/^.*(?=\/progress\/)/, '');
        expect(pageAt.get(to)!.$(`[data-update="${address.slice(1, -1)}"]`), `${address} on ${to}`).toHaveLength(1);
      }
  });
});
