/** A fresh database of a real PostgreSQL for a test file. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import type {} from './postgres.setup.ts';

export interface TestDatabase {
  url: string;
  /** Where the PostgreSQL came from, in words. */
  where: string;
  /** Breaks every connection to this database, as a restart does; those to other databases go on. */
  breakConnections(): Promise<void>;
  /** Runs one statement as the owner. */
  query(text: string): Promise<pg.QueryResult['rows']>;
  stop(): Promise<void>;
}

async function once(url: string, text: string): Promise<pg.QueryResult['rows']> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(text)).rows as unknown[];
  } finally {
    await client.end();
  }
}

/**
 * What a suite that needs PostgreSQL is called, so that one that is not run says why.
 * @returns its name, and why there is none
 */
export function postgresOrWhyNot(): { name: string; missing: boolean } {
  const found = inject('postgres');
  return 'missing' in found
    ? { name: `PostgreSQL (${found.missing})`, missing: true }
    : { name: `PostgreSQL (${found.where})`, missing: false };
}

/** @returns a fresh database, dropped by `stop`; undefined when there is no PostgreSQL at all */
export async function postgresForTests(): Promise<TestDatabase | undefined> {
  const found = inject('postgres');
  if ('missing' in found) return undefined;
  const name = `register_test_${randomBytes(6).toString('hex')}`;
  await once(found.url, `create database ${name}`);
  const own = new URL(found.url);
  own.pathname = `/${name}`;
  return {
    url: own.href,
    where: found.where,
    breakConnections: async () =>
      void (await once(found.url, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`)),
    query: (text) => once(own.href, text),
    stop: async () => void (await once(found.url, `drop database if exists ${name} with (force)`)),
  };
}
