/** Whether a person who uses the keyboard sees where they are: an outline on what has the focus, or on the card around it. */
import type { Page } from '@playwright/test';

/** What has the focus, and whether a ring of two pixels or more is around it. */
export const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body || element === document.documentElement) return undefined;
    const ringed = (each: Element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(each);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    };
    const { top, bottom, width, height } = element.getBoundingClientRect();
    const card = element.closest('li');
    return {
      name: (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim(),
      href: element.getAttribute('href'),
      html: element.outerHTML.replace(/\s+/g, ' ').slice(0, 120),
      ring: ringed(element) || (card !== null && ringed(card)),
      onScreen: width > 1 && height > 1 && bottom > 0 && top < innerHeight,
    };
  });

/** Walks through a page with Tab. @returns what took the focus without a ring */
export async function focusRing(page: Page, most = 25): Promise<string[]> {
  const dim: string[] = [];
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press('Tab');
    const here = await focused(page);
    if (!here) break;
    if (!here.ring) dim.push(here.html);
  }
  return dim;
}
