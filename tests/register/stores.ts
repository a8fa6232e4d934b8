/** Fresh registers on both stores, and signatures to keep in them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Answers } from '../../src/pledge/form/fields.ts';
import { openRegister, sqlitePath } from '../../src/pledge/register/open.ts';
import type { NewSubmission, Register } from '../../src/pledge/register/register.ts';
import { postgresForTests, postgresOrWhyNot } from './postgres.ts';

export const answers = (changes: Partial<Answers> = {}): Answers => ({
  setting: 'Riverside Nursery',
  kind: 'early-years',
  'kind-other': '',
  area: 'north',
  website: '',
  name: 'Pat Example',
  role: 'Manager',
  email: 'Pat@riverside.example',
  value: ['listen'],
  how: '',
  'publish-how': '',
  authority: 'yes',
  ...changes,
});

let forms = 0;
/** @returns a submission of a form of its own, unless `idem` is given */
export const submission = (changes: Partial<Answers> = {}, own: Partial<NewSubmission> = {}): NewSubmission => ({
  idem: `form-${(forms += 1)}`,
  formVersion: 1,
  answers: answers(changes),
  flags: [],
  quarantine: false,
  ...own,
});

export interface FreshStore {
  register: Register;
  dataDir: string;
  databaseUrl: string | undefined;
  /** Another one on the same store, as the command opens it. */
  beside(): Promise<Register>;
  /** One statement in the store itself. */
  sql(text: string): Promise<Record<string, unknown>[]>;
  remove(): Promise<void>;
}

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'register-store-'));

async function sqlite(): Promise<FreshStore> {
  const dataDir = temporaryFolder();
  const register = await openRegister({ dataDir, serving: true });
  return {
    ...{ register, dataDir, databaseUrl: undefined },
    beside: () => openRegister({ dataDir, serving: false }),
    sql: async (text) => {
      const file = new DatabaseSync(sqlitePath(dataDir), { timeout: 5000 });
      try {
        return file.prepare(text).all();
      } finally {
        file.close();
      }
    },
    remove: async () => {
      await register.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function postgres(): Promise<FreshStore> {
  const database = (await postgresForTests())!;
  const dataDir = temporaryFolder();
  const register = await openRegister({ dataDir, databaseUrl: database.url, serving: true });
  return {
    ...{ register, dataDir, databaseUrl: database.url },
    beside: () => openRegister({ dataDir, databaseUrl: database.url, serving: false }),
    sql: (text) => database.query(text),
    remove: async () => {
      await register.close();
      await database.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** For `describe.each`: a suite without its store is skipped, and its name says why. */
export const stores = [
  { name: 'SQLite', missing: false, fresh: sqlite },
  { ...postgresOrWhyNot(), fresh: postgres },
];
