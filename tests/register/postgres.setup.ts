/** One PostgreSQL for all tests of a run: the one of TEST_DATABASE_URL, else one of our own. */
import type { TestProject } from 'vitest/node';
import { startCluster } from './postgres-cluster.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: { url: string; where: string } | { missing: string };
  }
}

export default async function setup(project: TestProject) {
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    project.provide('postgres', { url: given, where: 'TEST_DATABASE_URL' });
    return undefined;
  }
  const cluster = await startCluster();
  project.provide('postgres', 'missing' in cluster ? cluster : { url: cluster.url, where: cluster.where });
  return async () => {
    if (!('missing' in cluster)) await cluster.stop();
  };
}
