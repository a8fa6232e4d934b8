/** The words of an Idea are large, begin at one edge and are never broken. */
import type { Page } from '@playwright/test';
import type { Problem } from './problems.ts';

export async function easyReadType(page: Page, address: string, shown: string): Promise<Problem[]> {
  const found = await page.evaluate(() =>
    [...document.querySelectorAll('[data-idea] p')].flatMap((words) => {
      const { fontSize, textAlign, hyphens, display } = getComputedStyle(words);
      const wrong = [
        Number.parseFloat(fontSize) < 24 && `letters of ${fontSize}, at least 24px wanted`,
        !['start', 'left'].includes(textAlign) && `text-align ${textAlign}, start wanted`,
        hyphens !== 'none' && `hyphens ${hyphens}, none wanted`,
        display === 'none' && 'it is not shown',
      ];
      return wrong.filter((what) => what !== false).map((what) => ({ what, element: words.textContent?.trim().slice(0, 100) ?? '' }));
    }),
  );
  return found.map(({ what, element }) => ({ address, rule: `easy-read type (${shown})`, element, mend: what }));
}
