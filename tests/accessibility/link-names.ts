/**
 * WCAG 2.4.9 (AAA): the name of a link tells where it leads, for a reader who lists all links of a page. axe leaves this
 * to a person. A hard word may share its name with a topic: it explains itself where it stands.
 */
import type { Page } from '@playwright/test';
import type { Problem } from './problems.ts';

export async function ambiguousLinks(page: Page, address: string): Promise<Problem[]> {
  const found = await page.evaluate(() => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]:not([data-word])')].filter((link) => link.checkVisibility());
    const named = (link: HTMLAnchorElement) =>
      (link.getAttribute('aria-label') ?? link.textContent ?? '').replace(/\s+/g, ' ').trim().toLowerCase();
    return [...Map.groupBy(links, named)]
      .map(([name, same]) => ({ name, to: [...new Set(same.map(({ href }) => href.replace(location.origin, '')))] }))
      .filter(({ to }) => to.length > 1);
  });
  return found.map(({ name, to }) => ({
    address,
    rule: 'links of one name lead to one place',
    element: `“${name}” leads to ${to.join(' and to ')}`,
    mend: 'give each link a name that tells where it leads (words for listeners alone are enough)',
  }));
}
