/**
 * kill -9, power: a server is killed in the middle of a load, again and again, on both stores. What was acknowledged is there,
 * nothing is there twice, and what was not acknowledged can be sent again as it is. `KILLS` sets how often; a few in the tests.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openRegister } from '../../src/pledge/register/open.ts';
import { start } from '../journeys/server-process.ts';
import { postgresForTests } from './postgres.ts';
import { referenceIn, signerAt } from './signing.ts';

const kills = Number(process.env.KILLS ?? 3);
const perRound = 20;
const folders: string[] = [];
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'kill-'));
  folders.push(made);
  return made;
};
const postgres = await postgresForTests();
afterAll(async () => {
  await postgres?.stop();
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

const stores = [
  { name: 'SQLite', url: '' },
  { name: 'PostgreSQL', url: postgres?.url },
];

describe.each(stores)('on $name', ({ name, url }) => {
  test.skipIf(url === undefined)(
    `nothing acknowledged is lost and nothing is there twice through ${kills} kills${url === undefined ? ' (there is no PostgreSQL here)' : ''}`,
    async () => {
      const dataDir = folder();
      const settings = { PORT: '0', DATA_DIR: dataDir, DATABASE_URL: url!, FORM_MIN_SECONDS: '0', FORM_RATE: '100000' };
      const acknowledged = new Map<string, string>();
      let sent = 0;
      let cut = 0;
      for (let round = 0; round <= kills; round += 1) {
        const server = start(settings);
        const signer = signerAt((await server.address()).replace(/\/$/, ''));
        const first = await signer.toCheck({ setting: `Round ${round} school 0` });
        const forms = [first.fields];
        for (let one = 1; one < perRound; one += 1) forms.push((await signer.toCheck({ setting: `Round ${round} school ${one}` })).fields);
        sent += forms.length;
        const last = round === kills;
        // Killed while others are still being stored: after some have been acknowledged, at a moment that differs each time.
        const enough = acknowledged.size + (last ? Infinity : 2 + Math.floor(Math.random() * (perRound - 10)));
        const waiting = [...forms];
        const sendOneByOne = async () => {
          for (let fields = waiting.shift(); fields; fields = waiting.shift()) {
            try {
              const reference = referenceIn(await signer.confirm(fields));
              if (reference) acknowledged.set(fields.setting![0]!, reference);
            } catch {
              cut += 1;
            }
            if (acknowledged.size >= enough) server.child.kill('SIGKILL');
          }
        };
        await Promise.all(Array.from({ length: 6 }, sendOneByOne));
        if (last) server.child.kill('SIGTERM');
        await server.ended;
        if (last) break;
        // The person presses the button once more, after the server has come back: all of them, answered or not.
        const again = start(settings);
        const after = signerAt((await again.address()).replace(/\/$/, ''));
        for (const fields of forms) {
          const setting = fields.setting![0]!;
          const reference = referenceIn(await after.confirm(fields))!;
          expect(reference, setting).toBeTruthy();
          if (acknowledged.has(setting)) expect(reference, setting).toBe(acknowledged.get(setting));
          acknowledged.set(setting, reference);
        }
        again.child.kill('SIGTERM');
        expect((await again.ended).code).toBe(0);
      }
      const register = await openRegister({ dataDir, databaseUrl: url || undefined, serving: false });
      const entries = await register.list();
      await register.close();
      const found = new Map(entries.map(({ reference, answers }) => [answers.setting!, reference]));
      console.log(`${name}: ${kills} kills, ${sent} forms, ${cut} cut off, ${acknowledged.size} acknowledged, ${entries.length} found.`);
      expect(entries.length).toBe(sent);
      expect(found.size).toBe(sent);
      for (const [setting, reference] of acknowledged) expect(found.get(setting)).toBe(reference);
    },
    300_000,
  );
});
