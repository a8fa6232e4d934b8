/** A served site for the rows of requirements: the site, its local port, a signer, and the two stores it may keep signatures in. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import * as cheerio from 'cheerio';
import pg from 'pg';
import { expect } from 'vitest';
import { openRegister, sqlitePath } from '../../src/pledge/register/open.ts';
import type { Entry, Register } from '../../src/pledge/register/register.ts';
import { start, type Ended } from '../journeys/server-process.ts';
import { postgresForTests, postgresOrWhyNot } from './postgres.ts';
import { formOf, signerAt, type Signer } from './signing.ts';

export interface Served extends Signer {
  server: ReturnType<typeof start>;
  /** The address of the site, without a slash at its end. */
  site: string;
  /** GET on the local port. */
  local(path: string): Promise<Response>;
  /** Ends it as a supervisor does. */
  stop(): Promise<Ended>;
}

/** Waits until something is there, and fails after some seconds. */
export async function until<T>(look: () => T | Promise<T>, seconds = 20): Promise<NonNullable<T>> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (found) return found as NonNullable<T>;
    if (Date.now() > end) throw new Error(`It did not come about in ${seconds} seconds.`);
    await wait(20);
  }
}

/** No limits on how often and how fast tests sign. So many servers are started that what Node has compiled once is kept for the next. */
const asUsual = {
  ...{ PORT: '0', LOCAL_PORT: '0', FORM_MIN_SECONDS: '0', FORM_RATE: '100000' },
  NODE_COMPILE_CACHE: resolve('node_modules/.cache/compiled-for-tests'),
};

/** @param settings beside ports of its own and `asUsual` @param command see `start` */
export async function serve(settings: Record<string, string>, command?: readonly string[]): Promise<Served> {
  const server = start({ ...asUsual, ...settings }, command);
  let ended = false;
  void server.ended.then(() => (ended = true));
  const addresses = await until(() => {
    const [, site, local] =
      /^The site is at (http:\S+)\/$[^]*^The state of the server is at (http:\S+)\/readyz$/m.exec(server.said()) ?? [];
    if (!site && ended) throw new Error(`The server ended: ${server.said()}`);
    return site && local ? { site, local } : undefined;
  });
  return {
    ...signerAt(addresses.site),
    ...{ server, site: addresses.site },
    local: (path) => fetch(addresses.local + path, { headers: { connection: 'close' } }),
    stop: () => {
      server.child.kill('SIGTERM');
      return server.ended;
    },
  };
}

/** @returns what the built page of the answers says when something happened */
function told(notice: string): string {
  const $ = cheerio.load(readFileSync(`${process.env.OUT_DIR ?? 'dist'}.service/standard/check.html`, 'utf8'));
  const text = $(`[data-when="${notice}"]`).text().trim();
  expect(text.length).toBeGreaterThan(20);
  return text;
}

/** The answers are shown again with what happened, and can be sent as they are. @returns what the button would send */
export async function shownAgain(
  response: Response,
  status: number,
  notice: 'again' | 'busy' | 'not-saved',
  sent: Record<string, string[]>,
) {
  expect(response.status).toBe(status);
  const html = await response.text();
  const $ = cheerio.load(html);
  expect($('title').text()).toMatch(/^Error: /);
  expect($('main [role=alert]').text()).toContain(told(notice));
  const { fields } = formOf(html);
  const { token: before, ...answers } = sent;
  const { token, ...kept } = fields;
  expect(kept).toEqual(answers);
  if (notice === 'again') expect(token).not.toEqual(before);
  else expect(token).toEqual(before);
  return fields;
}

export interface OwnStore {
  /** Settings of a server that keeps its signatures here. */
  env: { DATA_DIR: string; DATABASE_URL: string };
  /** Works on the register beside the servers, as the command does, and closes it. */
  beside<T>(work: (register: Register) => Promise<T>): Promise<T>;
  entries(): Promise<Entry[]>;
  /** One statement in the store itself. */
  sql(text: string): Promise<unknown>;
  /** Holds what every signature is written to, as long work of somebody else does. @returns what lets it go */
  lock(): Promise<() => Promise<void>>;
  remove(): Promise<void>;
}

const newFolder = () => mkdtempSync(join(tmpdir(), 'rows-'));
const forget = (folder: string) => rmSync(folder, { recursive: true, force: true });

/** @param databaseUrl PostgreSQL; none: SQLite in the folder */
export function storeAt(dataDir: string, databaseUrl = ''): Pick<OwnStore, 'env' | 'beside' | 'entries'> {
  const beside: OwnStore['beside'] = async (work) => {
    const register = await openRegister({ dataDir, databaseUrl, serving: false });
    try {
      return await work(register);
    } finally {
      await register.close();
    }
  };
  return { env: { DATA_DIR: dataDir, DATABASE_URL: databaseUrl }, beside, entries: () => beside((register) => register.list()) };
}

async function sqlite(): Promise<OwnStore> {
  const dataDir = newFolder();
  const opened = () => new DatabaseSync(sqlitePath(dataDir), { timeout: 5000 });
  return {
    ...storeAt(dataDir),
    sql: async (text) => {
      const file = opened();
      try {
        return file.exec(text);
      } finally {
        file.close();
      }
    },
    lock: async () => {
      const file = opened();
      file.exec('begin immediate');
      return async () => {
        file.exec('rollback');
        file.close();
      };
    },
    remove: async () => forget(dataDir),
  };
}

async function postgres(): Promise<OwnStore> {
  const dataDir = newFolder();
  const database = (await postgresForTests())!;
  return {
    ...storeAt(dataDir, database.url),
    sql: (text) => database.query(text),
    lock: async () => {
      const client = new pg.Client({ connectionString: database.url });
      await client.connect();
      await client.query('begin; lock table submission in access exclusive mode');
      return () => client.end();
    },
    remove: async () => {
      await database.stop();
      forget(dataDir);
    },
  };
}

/** For `describe.each`: a suite without its store is skipped, and its name says why. */
export const ownStores = [
  { name: 'SQLite', missing: false, make: sqlite },
  { ...postgresOrWhyNot(), make: postgres },
];
