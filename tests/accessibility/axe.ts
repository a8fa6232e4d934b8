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

/** Makes axe stand ready in every page that the given one opens. */
export const withAxe = (page: Page) => page.addInitScript({ path: fileURLToPath(import.meta.resolve('axe-core/axe.min.js')) });

/**
 * @param shown how the page is shown, for the message
 * @param only the rules to look at; all of the tags unless given
 */
export async function axeProblems(page: Page, address: string, shown: string, only?: string[]): Promise<Problem[]> {
  const options: Axe.RunOptions = { runOnly: only ? { type: 'rule', values: only } : { type: 'tag', values: tags }, preload: false };
  const violations = await page.evaluate(
    async (given) =>
      (await (window as unknown as { axe: typeof Axe }).axe.run(document, given)).violations.map(({ id, nodes }) => ({
        id,
        nodes: nodes.map(({ html, failureSummary }) => ({ html, mend: failureSummary ?? '' })),
      })),
    options,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, mend }) => ({
      address,
      rule: `axe ${id} (${shown})`,
      element: html.length > 200 ? `${html.slice(0, 200)} …` : html,
      mend: mend.replace(/^Fix .*:\s*/, '').replace(/\s*\n\s*/g, '; '),
    })),
  );
}
