/** Nothing stands beside the screen and no word is cut off, on a small phone, at 400% zoom or with wide spacing. */
import type { Page } from '@playwright/test';
import type { Problem } from './problems.ts';

export async function overflow(page: Page, address: string, shown: string): Promise<Problem[]> {
  const found = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const told = (element: Element) => element.outerHTML.replace(/\s+/g, ' ').slice(0, 160);
    /** Words for screen readers alone are a pixel wide on purpose. */
    const forListeners = (element: Element): boolean =>
      getComputedStyle(element).clipPath === 'inset(50%)' || (element.parentElement !== null && forListeners(element.parentElement));
    const hidden = (element: Element) => !element.checkVisibility({ visibilityProperty: true }) || forListeners(element);
    const problems: { what: string; element: string }[] = [];
    const scroll = document.scrollingElement!.scrollWidth;
    if (scroll > width) problems.push({ what: `the page is ${scroll} pixels wide on a screen of ${width}`, element: 'html' });
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const parent = text.parentElement!;
      if (!text.nodeValue!.trim() || hidden(parent)) continue;
      range.selectNodeContents(text);
      const { left, right } = range.getBoundingClientRect();
      if (right > width + 1 || left < -1) problems.push({ what: 'words stand beside the screen', element: told(parent) });
    }
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      const { overflowX, overflowY } = getComputedStyle(element);
      const cutX = /hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
      const cutY = /hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1;
      if ((cutX || cutY) && element.textContent?.trim() && !hidden(element) && !(element instanceof SVGElement))
        problems.push({ what: 'words are cut off', element: told(element) });
    }
    return problems;
  });
  return found.map(({ what, element }) => ({
    address,
    rule: `${what} (${shown})`,
    element,
    mend: 'let it wrap or shrink: no fixed width or height, min-inline-size: 0 in a grid or flex row',
  }));
}
