/** A page that is read aloud by a double of a browser's speech. */
import { expect, type Page } from '@playwright/test';
import { speechDouble, type Behaviour, type Spoken } from './read-aloud-double.ts';

type Heard = typeof globalThis & { spoken: Spoken[]; told: string[] };

/** Opens a page in a browser that speaks as `behaviour` says, with a clock that the test runs forward. */
export async function openWith(page: Page, behaviour: Behaviour, address: string): Promise<void> {
  await page.addInitScript(speechDouble, behaviour);
  await page.clock.install();
  await page.goto(address);
  await expect(page.locator('html')).toHaveAttribute('data-script', '');
  // The script that listens for presses has come when it has asked for the voices, and its buttons have their names.
  await page.waitForLoadState('load');
}

export const spoken = (page: Page) => page.evaluate(() => (globalThis as Heard).spoken);
export const told = (page: Page) => page.evaluate(() => (globalThis as Heard).told);
/** Everything that was said, as one text. */
export const heard = async (page: Page) => (await spoken(page)).map(({ text }) => text.trim()).join(' ');

export const readPage = (page: Page) => page.getByRole('button', { name: 'Read this page aloud' });
export const bar = (page: Page) => page.getByRole('region', { name: 'Read aloud' });
export const key = (page: Page, name: string | RegExp) => bar(page).getByRole('button', { name });

/** The words that are marked on the page. */
export const marked = (page: Page, name: 'read-sentence' | 'read-word') =>
  page.evaluate((mark) => [...(CSS.highlights.get(mark) ?? [])].map(String).join('').replace(/\s+/g, ' ').trim(), name);

/** Runs the clock until all is read, at most so many minutes of it. */
export async function readToTheEnd(page: Page, minutes = 15): Promise<void> {
  for (let half = 0; half < minutes * 2; half += 1) {
    await page.clock.runFor(30_000);
    if (await key(page, 'Read again').count()) return;
  }
  throw new Error(`not read to its end in ${minutes} minutes: ${await heard(page)}`);
}

/** The words of an Idea, one space between two. */
export const wordsOf = async (page: Page, idea: number) =>
  (await page.locator('[data-idea] > p').nth(idea).innerText()).replace(/\s+/g, ' ').trim();
