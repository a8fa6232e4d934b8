/** Windows' contrast themes take all background colours away: what a colour showed has a border or an outline there. */
import { test } from '../journeys/site.ts';
import { withoutEdge } from './edges.ts';
import { focusRing } from './focus-ring.ts';
import { expectNone, type Problem } from './problems.ts';
import { templates } from './templates.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a contrast theme (${colorScheme}) keeps header, edges and focus`, async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    const problems: Problem[] = [];
    for (const { address } of templates) {
      await page.goto(address);
      const add = (rule: string, element: string, mend: string) =>
        problems.push({ address, rule: `${rule} (forced colours, ${colorScheme})`, element, mend });
      if (!(await page.getByRole('banner').isVisible())) add('the header is seen', 'header', 'do not hide it');
      for (const element of await withoutEdge(page))
        add('a coloured shape has an edge', element, 'give it a border in @media (forced-colors: active)');
      for (const element of await focusRing(page))
        add('the focus ring is seen', element, 'keep an outline of 2px or more: a box-shadow is taken away');
    }
    expectNone(problems);
  });
}
