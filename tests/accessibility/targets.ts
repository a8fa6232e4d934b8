/** What a finger must hit is at least 44 by 44 CSS pixels, but for a link that stands in the words of a sentence. */
import type { Page } from '@playwright/test';
import type { Problem } from './problems.ts';

export async function smallTargets(page: Page, address: string, shown: string): Promise<Problem[]> {
  const found = await page.evaluate(() => {
    const least = 43.5;
    const focusable = 'a[href], button, input:not([type="hidden"]), select, textarea, summary, [tabindex]:not([tabindex="-1"])';
    /** A card's link covers the whole card with its `::after`. */
    const hitBox = (element: HTMLElement) => {
      const after = getComputedStyle(element, '::after');
      const over = after.content !== 'none' && after.position === 'absolute' ? element.offsetParent : null;
      return (over ?? element).getBoundingClientRect();
    };
    const inSentence = (element: HTMLElement) => {
      if (getComputedStyle(element).display !== 'inline') return false;
      let block = element.parentElement!;
      while (getComputedStyle(block).display.startsWith('inline')) block = block.parentElement!;
      const words = block.cloneNode(true) as HTMLElement;
      words.querySelectorAll('a').forEach((link) => link.remove());
      return /\p{L}/u.test(words.textContent ?? '');
    };
    return [...document.querySelectorAll<HTMLElement>(':is(header, main, footer) :is(' + focusable + ')')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !inSentence(element))
      .map((element) => ({ html: element.outerHTML.replace(/\s+/g, ' ').slice(0, 160), box: hitBox(element) }))
      .filter(({ box }) => box.width < least || box.height < least)
      .map(({ html, box }) => ({ html, size: `${Math.round(box.width)} by ${Math.round(box.height)}` }));
  });
  return found.map(({ html, size }) => ({
    address,
    rule: `a target is at least 44 by 44 pixels (${shown})`,
    element: `${html} is ${size}`,
    mend: 'give it the class "target", or a min-block-size and min-inline-size of 2.75rem',
  }));
}
