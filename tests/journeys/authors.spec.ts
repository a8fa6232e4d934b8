/** An author looks for a picture and copies a pattern: with script, without it, and on a phone. */
import { expect, test } from './site.ts';

const pictures = '/authors/pictures/';
const shown = 'main [data-letter] li[id]:visible';

test('typing a word leaves the pictures that have it, and says how many', async ({ page }) => {
  await page.goto(pictures);
  const all = await page.locator(shown).count();
  const wanted = await page.locator('main [data-letter] li[id]').nth(3).getAttribute('id');
  await page.getByRole('searchbox').fill(wanted!.replaceAll('-', ' '));
  await expect(page.locator(`[id="${wanted}"]`)).toBeVisible();
  await expect.poll(() => page.locator(shown).count()).toBeLessThan(all / 2);
  await expect(page.getByRole('status')).toHaveText(/\d+ pictures?$/);
  await page.getByRole('searchbox').fill('xqzwv');
  await expect(page.locator(shown)).toHaveCount(0);
  await expect(page.getByRole('status')).toHaveText(/Try another word/);
  await page.getByRole('searchbox').fill('');
  await expect(page.locator(shown)).toHaveCount(all);
  await expect(page.getByRole('status')).toHaveText('');
});

test('one press marks the whole name of a picture, to copy it', async ({ page }) => {
  await page.goto(pictures);
  const name = page.locator('main li[id] code').filter({ hasText: '-' }).first();
  await name.click();
  expect(await page.evaluate(() => getSelection()!.toString().trim())).toBe(await name.textContent());
});

test('one press marks a whole example, with its lines', async ({ page }) => {
  await page.goto('/authors/patterns/');
  const example = page.locator('.good pre code').first();
  await example.click();
  expect(await page.evaluate(() => getSelection()!.toString().trim())).toBe((await example.textContent())!.trim());
});

test('an easy-read example is as large as on an easy-read page', async ({ page }) => {
  await page.goto('/authors/patterns/');
  const size = await page
    .locator('.looks[data-reading=easy-read] [data-idea] p')
    .first()
    .evaluate((words) => getComputedStyle(words).fontSize);
  expect(size).toBe('24px');
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the letters lead to the pictures, and there is no box that does nothing', async ({ page }) => {
    await page.goto(pictures);
    await expect(page.locator('[data-picture-filter]')).toBeHidden();
    const last = page.getByRole('navigation', { name: 'Pictures by letter' }).getByRole('link').last();
    const to = await last.getAttribute('href');
    await last.click();
    await expect(page.locator(to!)).toBeInViewport();
  });
});
