/**
 * Every address of the site, for everyone: axe in light, in dark and on a small phone (which is 400% zoom on a
 * desktop), targets, reflow, easy-read type, and a quiet page that calls nobody. One page object looks at many addresses.
 */
import { test } from '../journeys/site.ts';
import { everyAddress, inParts } from './addresses.ts';
import { axeProblems, colourRules, withAxe } from './axe.ts';
import { easyReadType } from './easy-read-type.ts';
import { ambiguousLinks } from './link-names.ts';
import { expectNone, type Problem } from './problems.ts';
import { overflow } from './reflow.ts';
import { smallTargets } from './targets.ts';
import { watch } from './watch.ts';

const parts = inParts(everyAddress(), 20);

for (const [index, addresses] of parts.entries()) {
  test(`every address, part ${index + 1} of ${parts.length}: ${addresses[0]} to ${addresses.at(-1)}`, async ({ page }) => {
    const problems: Problem[] = [];
    await withAxe(page);
    const quiet = await watch(page);
    for (const address of addresses) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(address);
      problems.push(...(await axeProblems(page, address, 'light')));
      problems.push(...(await smallTargets(page, address, '1280 pixels wide')));
      problems.push(...(await ambiguousLinks(page, address)));
      problems.push(...(await overflow(page, address, '1280 pixels wide')));
      problems.push(...(await easyReadType(page, address, '1280 pixels wide')));
      await page.emulateMedia({ colorScheme: 'dark' });
      problems.push(...(await axeProblems(page, address, 'dark', colourRules)));
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize({ width: 320, height: 640 });
      await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
      problems.push(...(await axeProblems(page, address, '320 pixels wide')));
      problems.push(...(await smallTargets(page, address, '320 pixels wide')));
      problems.push(...(await overflow(page, address, '320 pixels wide')));
      problems.push(...(await easyReadType(page, address, '320 pixels wide')));
      problems.push(...(await quiet(address)));
    }
    expectNone(problems);
  });
}
