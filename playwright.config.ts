/** The tests that need a browser: `npx playwright test` after a build, or all of them with `npm test`. */
import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { chromiumFlags, findChromium } from './src/paper/chromium.ts';

const executablePath = findChromium();

export default defineConfig({
  testDir: 'tests',
  testMatch: ['accessibility/**/*.spec.ts', 'journeys/**/*.spec.ts'],
  globalSetup: './tests/journeys/served-site.ts',
  outputDir: '.cache/playwright',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A real browser on a busy machine: on CI a journey that fails is tried once more, and the list calls it flaky.
  retries: process.env.CI ? 1 : 0,
  workers: availableParallelism(),
  timeout: 60_000,
  reporter: [['list', { printSteps: false }]],
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    viewport: { width: 1280, height: 900 },
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: { args: chromiumFlags, ...(executablePath ? { executablePath } : {}) },
  },
});
