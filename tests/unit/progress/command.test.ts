/** `npm run progress` as a person runs it: a real process, JSON on its output, plain words when it was asked wrongly. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test, vi } from 'vitest';
import { dataJsonSchema } from '../../../src/progress/data.schema.ts';
import { ContentCopy, project } from '../../council/council.ts';

// A real process reads all of the content first.
vi.setConfig({ testTimeout: 60_000 });

const run = (args: string[], settings: Record<string, string> = {}) =>
  spawnSync(process.execPath, [join(project, 'src/progress.ts'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: '', TODAY: '', ...settings },
  });

test('the state on a day is JSON, and is what the published description says', () => {
  const { stdout, status } = run(['state', '--on', '2021-07-31']);
  expect(status).toBe(0);
  const { on, strands } = JSON.parse(stdout) as { on: string; strands: { id: string; status: { status: string } | null }[] };
  expect(on).toBe('2021-07-31');
  expect(strands.find(({ id }) => id === 'work-streams/getting-support-early')?.status?.status).toBe('on-track');
  const ajv = addFormats.default(new Ajv2020({ strict: false }));
  const schema = dataJsonSchema('https://example.org/data.schema.json') as unknown as {
    properties: { plans: { items: { properties: { state: object } } } };
    $defs?: object;
  };
  const isState = ajv.compile({ ...schema.properties.plans.items.properties.state, ...(schema.$defs ? { $defs: schema.$defs } : {}) });
  for (const state of strands) expect(isState(state), JSON.stringify(isState.errors)).toBe(true);
});

test('what changed between two days has the strands that changed and no others', () => {
  const { stdout, status } = run(['changes', '--from', '2018-12-31', '--to', '2020-12']);
  expect(status).toBe(0);
  const { from, to, strands } = JSON.parse(stdout) as { from: string; to: string; strands: { id: string }[] };
  expect([from, to]).toEqual(['2018-12-31', '2020-12-31']);
  expect(strands.map(({ id }) => id)).toContain('work-streams/send-quality-assurance');
  expect(strands.map(({ id }) => id)).not.toContain('phase-one/local-offer');
});

test.each([
  [[], /Say what you want to know/],
  [['state'], /"--on" is missing/],
  [['state', '--on', '2021-02-30'], /"--on 2021-02-30" is no date/],
  [['state', '--on', 'yesterday'], /Write a day/],
  [['state', '--on', '2021-01-01', '--to', '2021-02-01'], /asked for one day/],
  [['changes', '--from', '2021-02-01'], /"--to" is missing/],
  [['changes', '--from', '2021-02-01', '--to', '2021-01-01'], /Write the earlier date after --from/],
  [['changes', '--since', '2021-02-01'], /"--since" is not understood/],
  [['status'], /no command "status"/],
])('%j is answered with what to write, and exit code 2', (args, says) => {
  const { stdout, stderr, status } = run(args);
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(says);
  expect(stderr).toContain('npm run progress -- state --on DATE');
  expect(stderr).not.toMatch(/\bat .*:\d+:\d+/);
});

test('help is no mistake', () => expect(run(['help'])).toMatchObject({ status: 0, stderr: '' }));

test('a record that must be mended is named, with its field and the mend', () => {
  using content = new ContentCopy();
  content.write('progress/a-plan/plan.yaml', 'began: soon\nsource: { source: westmere-plan }\n');
  const { stderr, status } = run(['state', '--on', '2021-01-01'], { CONTENT_DIR: content.folder });
  expect(status).toBe(1);
  expect(stderr).toMatch(/progress\/a-plan\/plan\.yaml:1 .*"began".*2021-07/);
});
