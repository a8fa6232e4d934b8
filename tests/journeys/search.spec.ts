/** Search as families use it: the right page is among the first three, and the address of a search can be passed on. */
import type { Page } from '@playwright/test';
import { promisesOrThrow } from '../promises.ts';
import { examples, menu, titleOf } from './example-pages.ts';
import { expect, inBothReadings, test } from './site.ts';

const questions = promisesOrThrow().questions ?? {};
const results = (page: Page) => page.locator('ol[data-search-results] > li[data-kind]');
const addresses = (page: Page) =>
  results(page)
    .locator('a')
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
const answered = (page: Page) => expect(page.getByRole('status')).toHaveText(/\d/);

for (const { reading, start } of inBothReadings) {
  /** Two names of pages, which search finds in any content. */
  const [one, other] = [examples.topic ?? menu[0]!, menu.at(-1)!].map((address) => titleOf(`${start}${address}`)) as [string, string];

  for (const { asked, answers } of (start ? questions.easyRead : questions.standard) ?? []) {
    test(`“${asked}” finds its page (${reading})`, async ({ page }) => {
      await page.goto(`${start}/search/?q=${encodeURIComponent(asked)}`);
      await answered(page);
      const first = (await addresses(page)).slice(0, 3);
      expect(
        first.some((address) => answers.includes(address.slice(start.length))),
        `the first three are ${first.join(' ')}, wanted one of ${answers.join(' ')}`,
      ).toBe(true);
    });
  }

  test(`results say what they are, their count is announced, and they can be passed on (${reading})`, async ({ page, context }) => {
    await page.goto(`${start}/search/`);
    await expect(page.getByRole('status')).toHaveText('');
    await page.getByRole('searchbox').fill(one);
    await page.keyboard.press('Enter');
    await answered(page);
    const found = await addresses(page);
    await expect(page.getByRole('status')).toContainText(String(found.length));
    for (const result of await results(page).all()) {
      await expect(result.getByRole('link')).toHaveCount(1);
      const kind = await result.getAttribute('data-kind');
      expect(kind, 'a result has a kind').toBeTruthy();
      await expect(result.getByText(kind!, { exact: true }).first()).toBeVisible();
      if (start)
        expect(
          await result.locator('img').evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth)),
          'a result has a picture',
        ).toBeGreaterThan(0);
    }
    expect(
      found.filter((address) => address.startsWith('/easy-read/') !== (start !== '')),
      'results stay in the reading',
    ).toEqual([]);
    expect(new URL(page.url()).searchParams.get('q')).toBe(one);
    const passedOn = await context.newPage();
    await passedOn.goto(page.url());
    await answered(passedOn);
    expect(await addresses(passedOn)).toEqual(found);
  });

  test(`the back button brings the results back (${reading})`, async ({ page }) => {
    await page.goto(`${start}/search/?q=${encodeURIComponent(one)}`);
    await answered(page);
    const first = await addresses(page);
    await page.getByRole('searchbox').fill(other);
    await page.getByRole('button', { name: 'Search' }).click();
    await expect.poll(() => addresses(page)).not.toEqual(first);
    await answered(page);
    await page.goBack();
    await expect(page.getByRole('searchbox')).toHaveValue(one);
    await expect.poll(() => addresses(page)).toEqual(first);
    await results(page).getByRole('link').first().click();
    await page.waitForURL((url) => url.pathname === first[0]);
    await page.goBack();
    await expect.poll(() => addresses(page)).toEqual(first);
  });

  test(`an answer that comes late does not replace a newer one (${reading})`, async ({ page }) => {
    await page.goto(`${start}/search/?q=${encodeURIComponent(one)}`);
    await answered(page);
    const first = await addresses(page);
    let late = 0;
    await page.route('**/pagefind/fragment/**', async (route) => {
      late += 1;
      await new Promise((done) => setTimeout(done, 500));
      await route.continue();
    });
    await page.getByRole('searchbox').fill(other);
    await page.keyboard.press('Enter');
    await expect.poll(() => late).toBeGreaterThan(0);
    await page.goBack();
    await expect.poll(() => addresses(page)).toEqual(first);
    await page.waitForTimeout(1500);
    expect(await addresses(page)).toEqual(first);
  });

  test(`a question that nothing answers says so (${reading})`, async ({ page }) => {
    await page.goto(`${start}/search/?q=xqzwv`);
    await expect(page.getByRole('status')).toHaveText(/found/i);
    await expect(results(page)).toHaveCount(0);
    await expect(
      page
        .locator('main')
        .getByRole('link', { name: /A to Z/ })
        .first(),
    ).toBeVisible();
  });
}
