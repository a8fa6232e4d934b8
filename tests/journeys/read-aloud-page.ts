/** A page that is read aloud by a double of a browser's speech. */
import { expect, type Page } from '@playwright/test';
import { speechDouble, type Behaviour, type Spoken } from './read-aloud-double.ts';

type Heard = typeof globalThis & { spoken: Spoken[]; told: string[] };

/** Comes to a button that reads aloud with the pointer, as a person does before a press, which fetches the script that reads. */
export async function comeToButton(page: Page): Promise<void> {
  const button = page.locator('button[data-read-aloud]').first();
  if ((await button.count()) === 0) return;
  const coming = page.waitForResponse((answer) => /\/read-aloud\.client[^/]*\.js$/.test(answer.url()));
  await button.hover();
  // The import ends when the script has run.
  await page.evaluate(`import(${JSON.stringify((await coming).url())}).then(() => undefined)`);
}

/**
 * Opens a page in a browser that speaks as `behaviour` says, with a clock that the test runs forward.
 * @param near whether the person has come to a button that reads aloud
 */
export async function openWith(page: Page, behaviour: Behaviour, address: string, near = true): Promise<void> {
  await page.addInitScript(speechDouble, behaviour);
  await page.clock.install();
  await page.goto(address);
  await expect(page.locator('html')).toHaveAttribute('data-script', '');
  await page.waitForLoadState('load');
  if (near) await comeToButton(page);
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
