/** WCAG 1.4.12: a reader who spreads letters, words and lines apart loses no word, on a small phone too. */
import { test } from '../journeys/site.ts';
import { expectNone, type Problem } from './problems.ts';
import { overflow } from './reflow.ts';
import { templates } from './templates.ts';

test('wide spacing of text loses nothing at 320 pixels', async ({ page }) => {
  const problems: Problem[] = [];
  await page.setViewportSize({ width: 320, height: 640 });
  for (const { address } of templates) {
    await page.goto(address);
    // A reader's own style sheet; the page's policy refuses a style element, but not this.
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important } p { margin-block-end: 2em !important }',
      );
      document.adoptedStyleSheets = [sheet];
      document.querySelectorAll('details').forEach((details) => (details.open = true));
    });
    problems.push(...(await overflow(page, address, '320 pixels wide with wide spacing')));
  }
  expectNone(problems);
});
