/** WCAG 1.4.12: a reader who spreads letters, words and lines apart loses no word, on a small phone too. */
import { test } from '../journeys/site.ts';
import { expectNone, type Problem } from './problems.ts';
import { overflow } from './reflow.ts';
import { templates } from './templates.ts';
import { spreadText } from './text-spacing.ts';

test('wide spacing of text loses nothing at 320 pixels', async ({ page }) => {
  const problems: Problem[] = [];
  await page.setViewportSize({ width: 320, height: 640 });
  for (const { address } of templates) {
    await page.goto(address);
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
    await spreadText(page);
    problems.push(...(await overflow(page, address, '320 pixels wide with wide spacing')));
  }
  expectNone(problems);
});
