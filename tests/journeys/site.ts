/** The `test` of every browser test: it knows where the site is served, and `page.goto('/x/')` goes there. */
import { test as base, expect } from '@playwright/test';

export const test = base.extend({
  baseURL: async ({}, use) => use(process.env.TESTED_SITE),
});
export { expect };

/** Both readings, with what an address of each begins with. */
export const inBothReadings = [
  { reading: 'standard', start: '' },
  { reading: 'easy-read', start: '/easy-read' },
] as const;
