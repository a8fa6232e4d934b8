/** The list of questions that people type, and what the search page answers to each. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { z } from 'astro/zod';
import { parse } from 'yaml';

const folder = join(import.meta.dirname, '../questions');

const schema = z.array(
  z.strictObject({
    ask: z.string().min(2),
    who: z.enum(['parent', 'young-person', 'teacher']),
    reading: z.enum(['standard', 'easy-read']),
    /** The pages that answer it, as addresses of the standard reading. */
    page: z
      .array(z.string().regex(/^\/.*\/$/))
      .min(1)
      .max(4),
  }),
);
export type Asked = z.infer<typeof schema>[number];

/** Each half of the list, by the name of its file. */
export const halves = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => ({ half: file.slice(0, -'.yaml'.length), questions: schema.parse(parse(readFileSync(join(folder, file), 'utf8'))) }));

export const startOf = (reading: Asked['reading']) => (reading === 'easy-read' ? '/easy-read' : '');

/** Types a question on the search page of its reading, which is open. @returns the addresses that it shows, as of the standard reading */
export async function askOn(page: Page, { ask, reading }: Asked): Promise<string[]> {
  await page.getByRole('searchbox').fill(ask);
  await page.getByRole('searchbox').press('Enter');
  const status = page.getByRole('status');
  // It says that it searches, and then what it has found, or that it has not.
  await page.waitForFunction((asked) => document.title.startsWith(asked), ask);
  await status.filter({ hasNotText: /^(Searching …|Please wait\.)?$/ }).waitFor();
  const links = await page
    .locator('ol[data-search-results] > li a')
    .evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  return links.map((address) => address.slice(startOf(reading).length));
}
