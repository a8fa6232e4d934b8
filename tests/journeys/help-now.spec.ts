/** Whoever is in trouble reaches help in one step, from every kind of page, on a phone and on a desktop. */
import { templates } from '../accessibility/templates.ts';
import { examples } from './example-pages.ts';
import { expect, test } from './site.ts';

test.use({ javaScriptEnabled: false });

for (const width of [320, 1280]) {
  test(`help now is one step from every template, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    for (const { template, address } of templates) {
      await page.goto(address);
      const start = address.startsWith('/easy-read/') ? '/easy-read' : '';
      const link = page.locator(`body > header a[href="${start}${examples.helpNow}"]`).last();
      await expect(link, template).toBeInViewport();
      await link.click();
      await page.waitForURL((url) => url.pathname === `${start}${examples.helpNow}`);
      await expect(page.locator('main :is(a[href^="tel:"], a[href^="sms:"])').first(), template).toBeVisible();
    }
  });
}
