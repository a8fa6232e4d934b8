/** A parent and a young person look how it is going: from home to a strand and its history, by keyboard and without JavaScript. */
import { expect, test } from './site.ts';

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('from the progress page to a strand, its numbers and its history, and to easy read with the same status', async ({ page }) => {
      await page.goto('/progress/');
      const strand = page.locator('[data-place] [data-strand]').first();
      const status = await strand.locator('[data-status]').getAttribute('data-status');
      await strand.getByRole('link').focus();
      await page.keyboard.press('Enter');
      await expect(page.locator('main .status [data-status]')).toHaveAttribute('data-status', status!);
      await expect(page.locator('[data-history] li').first()).toBeVisible();
      await page.locator('[data-reading-switch]').first().click();
      await expect(page).toHaveURL(/\/easy-read\/progress\//);
      await expect(page.locator('main .body [data-status]').first()).toHaveAttribute('data-status', status!);
      await expect(page.locator('[data-idea-of]')).toHaveCount(3);
    });

    test('the table of a chart opens and closes with the keyboard', async ({ page }) => {
      await page.goto('/progress/');
      await page.locator('[data-measure] a').first().click();
      const details = page.locator('.measure details').first();
      const open = await details.evaluate((one: HTMLDetailsElement) => one.open);
      await details.locator('summary').focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => details.evaluate((one: HTMLDetailsElement) => one.open)).toBe(!open);
    });
  });

test('from an update to the next, and to the years of what changed', async ({ page }) => {
  await page.goto('/progress/updates/');
  await page.locator('[data-update] a').first().click();
  await page.locator('a[rel=prev]').click();
  await expect(page.locator('a[rel=next]')).toBeVisible();
  await page.goto('/progress/changes/');
  await page.locator('main nav.wrap a, main nav .chips a, main .chips a').first().click();
  await expect(page.locator('main h1')).toContainText(/\d{4}/);
  await expect(page.locator('[data-place]').first()).toBeVisible();
});
