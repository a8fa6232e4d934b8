/** WCAG 1.4.12: a reader's own style sheet that spreads letters, words and lines apart. */
import type { Page } from '@playwright/test';

/** Lasts until the page is left. The page's policy refuses a style element, but not this. @returns what takes it away again */
export async function spreadText(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important } p { margin-block-end: 2em !important }',
    );
    document.adoptedStyleSheets = [sheet];
  });
  return () => page.evaluate(() => void (document.adoptedStyleSheets = []));
}
