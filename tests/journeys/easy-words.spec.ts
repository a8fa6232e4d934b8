/**
 * Words that only a browser shows are easy too: the panel of reading help and what it says, the search with no answer, reading aloud
 * where there is a voice and where there is none, and the page for what does not exist.
 */
import type { Locator, Page } from '@playwright/test';
import { easyReadFindings } from '../../src/easy-read/easy-read-rules.ts';
import { sentencesOf } from '../../src/easy-read/sentences.ts';
import { localOffer } from '../../src/readings/local-offer.ts';
import { examples } from './example-pages.ts';
import { openWith, readPage } from './read-aloud-page.ts';
import { browsers } from './read-aloud-double.ts';
import { expect, test } from './site.ts';

const somePage = `/easy-read${examples.topic ?? '/'}`;

/** What a person sees in a part of the page, and what its elements are called for those who do not see. */
async function wordsIn(part: Locator): Promise<string[]> {
  const seen = await part.innerText();
  const heard = await part.evaluate((top) =>
    [top, ...top.querySelectorAll('*')].flatMap((one) =>
      ['aria-label', 'title', 'alt', 'placeholder'].flatMap((name) => one.getAttribute(name) ?? []),
    ),
  );
  return [seen, ...heard].flatMap(sentencesOf);
}

/** Holds all words of a part of the page to the easy-read rules. @returns them, so that a test can say what must be among them */
async function expectEasy(part: Locator): Promise<string> {
  await expect(part).toBeVisible();
  const sentences = await wordsIn(part);
  expect(sentences.length, 'it says something').toBeGreaterThan(0);
  const found = sentences.flatMap((sentence) =>
    easyReadFindings(sentence, localOffer.names).map(({ words, mend }) => `"${words}" ${mend} (in "${sentence}")`),
  );
  expect(found).toEqual([]);
  return sentences.join('\n');
}

const status = (page: Page) => page.locator('main [data-search-status]');

test('the panel of reading help, and what it says when a choice is made', async ({ page }) => {
  await page.goto(somePage);
  await page.getByRole('button', { name: 'Reading help', exact: true }).click();
  const panel = page.locator('header [data-reading-help-form]');
  await expectEasy(panel);
  await expectEasy(page.locator('header'));
  for (const group of await panel.getByRole('group').all()) {
    await group.getByRole('radio').last().check();
    const said = page.locator('header [role="status"]');
    await expect(said).not.toBeEmpty();
    const found = sentencesOf((await said.textContent())!).flatMap((sentence) => easyReadFindings(sentence, localOffer.names));
    expect(found).toEqual([]);
  }
});

test('the search: nothing asked, nothing found, pages found', async ({ page }) => {
  await page.goto('/easy-read/search/?q=xqzwv');
  await expect(status(page)).toHaveText(/found/i);
  await expectEasy(page.locator('main'));
  await page.goto('/easy-read/search/');
  await page.getByRole('searchbox').press('Enter');
  await expect(status(page)).not.toBeEmpty();
  await expectEasy(page.locator('main'));
  await page.goto('/easy-read/search/?q=help');
  await expect(status(page)).toHaveText(/\d/);
  await expectEasy(status(page));
});

test('the search that cannot start', async ({ page }) => {
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto('/easy-read/search/?q=help');
  await expect(status(page)).not.toBeEmpty();
  await expect(status(page)).not.toHaveText('Please wait.');
  await expectEasy(page.locator('main'));
});

test('the page for what does not exist, in its easy part', async ({ page }) => {
  await page.goto('/easy-read/no-such-page/');
  await expectEasy(page.locator('main [data-reading="easy-read"]'));
});

for (const [name, behaviour] of Object.entries(browsers))
  test(`reading aloud: ${name}`, async ({ page }) => {
    await openWith(page, behaviour, somePage);
    await readPage(page).click();
    await page.clock.runFor(5000);
    // Where no voice of the device can read, words beside the button say why, and there is no bar.
    const said = page.locator('.read-aloud-says');
    await expect(page.getByRole('region', { name: 'Read aloud' }).or(said).first()).toBeVisible();
    for (const part of await page.getByRole('region', { name: 'Read aloud' }).or(said).all()) await expectEasy(part);
  });
