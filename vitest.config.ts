/**
 * Tests that need no browser. Plain Vitest, without Astro: nothing here imports an `astro:` module.
 * `unit` are pure functions; `site` are promises about the built folder; `content` is
 * the same code with other content or below a sub-path; `register` is the pledge form's service with real parts; `gallery` are artworks,
 * from the scan to its files; `delivery` is the built site behind our server, nginx and Caddy; `faults` are broken inputs.
 */
import { defineConfig } from 'vitest/config';

/**
 * Real processes, stores and mail on a busy machine: on CI a test of them that fails is tried once more, and the output names it (`tests/second-tries.ts`).
 * Tests of pure functions and of the built folder have no second try: there a failure is a fault.
 */
const retry = process.env.CI ? 1 : 0;

export default defineConfig({
  test: {
    environment: 'node',
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      // One worker without isolation: hundreds of pages are read and parsed once, not once a file.
      { test: { name: 'site', include: ['tests/site/**/*.test.ts'], isolate: false, fileParallelism: false, testTimeout: 60_000 } },
      {
        test: {
          name: 'content',
          include: ['tests/content/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
          retry,
        },
      },
      // Real stores, real server processes, real mail.
      {
        test: {
          name: 'register',
          include: ['tests/register/**/*.test.ts'],
          globalSetup: ['tests/register/postgres.setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          retry,
        },
      },
      // The built site behind real servers.
      { test: { name: 'delivery', include: ['tests/delivery/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000, retry } },
      // Pictures are really made, and read again.
      { test: { name: 'gallery', include: ['tests/gallery/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000, retry } },
      { test: { name: 'faults', include: ['tests/faults/**/*.test.ts'], testTimeout: 120_000, retry } },
    ],
  },
});
