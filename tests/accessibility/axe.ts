/**
 * axe-core in the page, without its Playwright wrapper: that opens a second page for each run, and there are
 * three runs on every address.
 */
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type Axe from 'axe-core';
import type { Problem } from './problems.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'wcag2aaa', 'best-practice'];
/** The rules that a change of colours can break. */
export const colourRules = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'];
/** axe leaves to a person whether two links of one name that lead apart mean the same; WCAG 2.4.9 (AAA) wants names that tell. */
const undecided = 'identical-links-same-purpose';

/** Makes axe stand ready in every page that the given one opens. */
export const withAxe = (page: Page) => page.addInitScript({ path: fileURLToPath(import.meta.resolve('axe-core/axe.min.js')) });

/**
 * @param shown how the page is shown, for the message
 * @param only the rules to look at; all of the tags unless given
 */
export async function axeProblems(page: Page, address: string, shown: string, only?: string[]): Promise<Problem[]> {
  const options: Axe.RunOptions = { runOnly: only ? { type: 'rule', values: only } : { type: 'tag', values: tags }, preload: false };
  const found = await page.evaluate(
    async ([given, name]) => {
      const { violations, incomplete } = await (window as unknown as { axe: typeof Axe }).axe.run(document, given);
      const told = ({ id, nodes }: Axe.Result) => nodes.map(({ html, failureSummary }) => ({ id, html, mend: failureSummary ?? '' }));
      return [...violations, ...incomplete.filter(({ id }) => id === name)].flatMap(told);
    },
    [options, undecided] as const,
  );
  return found.map(({ id, html, mend }) => ({
    address,
    rule: `axe ${id} (${shown})`,
    element: html.length > 200 ? `${html.slice(0, 200)} …` : html,
    mend:
      id === undecided
        ? 'another link of this name leads elsewhere: give each a name that tells where it leads'
        : mend.replace(/^Fix .*:\s*/, '').replace(/\s*\n\s*/g, '; '),
  }));
}
