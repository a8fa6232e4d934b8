/**
 * Whatever a reader chooses in the reading help, the page keeps what it promises: each kind of page with every colour, size,
 * spacing and kind of letters. One load a page; the choices are put on <html> as the script in its head does.
 */
import type { Page } from '@playwright/test';
import { choices, type Saved } from '../../src/reading-help/settings.ts';
import { test } from '../journeys/site.ts';
import { inParts } from './addresses.ts';
import { axeProblems, colourRules, withAxe } from './axe.ts';
import { easyReadType } from './easy-read-type.ts';
import { expectNone, type Problem } from './problems.ts';
import { overflow } from './reflow.ts';
import { smallTargets } from './targets.ts';
import { templates } from './templates.ts';

const valuesOf = (name: string) => choices.find((choice) => choice.name === name)!.values;
const each = (name: string): Saved[] => valuesOf(name).map((value) => ({ [name]: value }));
/** All at once at their widest: what a reader with low vision may need on a small phone. */
const widest: Saved = { size: '200', spacing: 'wide', letters: 'opendyslexic' };
const shapes: Saved[] = [...each('size'), ...each('spacing'), ...each('letters'), ...each('pictures'), widest];

async function choose(page: Page, saved: Saved): Promise<void> {
  await page.evaluate(
    async ([names, chosen]) => {
      for (const name of names) {
        const value = chosen[name];
        if (value === undefined) document.documentElement.removeAttribute(`data-${name}`);
        else document.documentElement.setAttribute(`data-${name}`, value);
      }
      // Asks for the letters now, and waits until they have come.
      document.body.getBoundingClientRect();
      await document.fonts.ready;
    },
    [choices.map(({ name }) => name), saved] as const,
  );
}
const told = (saved: Saved) =>
  Object.entries(saved)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');

/** Pictures keep their white paper, and what has the focus is seen. */
async function edges(page: Page, address: string, shown: string): Promise<Problem[]> {
  const dark = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main img.plate, header img.plate')]
      .filter((picture) => picture.checkVisibility() && getComputedStyle(picture).backgroundColor !== 'rgb(255, 255, 255)')
      .map((picture) => picture.outerHTML.slice(0, 120)),
  );
  return dark.map((element) => ({ address, rule: `a picture has its white paper (${shown})`, element, mend: 'background: var(--plate)' }));
}

for (const [index, part] of inParts(templates, 8).entries()) {
  test(`every choice on each kind of page, part ${index + 1}: ${part.map(({ template }) => template).join('; ')}`, async ({ page }) => {
    const problems: Problem[] = [];
    await withAxe(page);
    for (const { address } of part) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(address);
      await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
      for (const saved of each('colours')) {
        await choose(page, saved);
        problems.push(...(await axeProblems(page, address, told(saved), colourRules)), ...(await edges(page, address, told(saved))));
      }
      for (const saved of shapes) {
        await choose(page, saved);
        problems.push(...(await overflow(page, address, `${told(saved)}, 1280 pixels wide`)));
      }
      await page.setViewportSize({ width: 320, height: 640 });
      for (const saved of shapes) {
        const shown = `${told(saved)}, 320 pixels wide`;
        await choose(page, saved);
        problems.push(...(await overflow(page, address, shown)), ...(await smallTargets(page, address, shown)));
        problems.push(...(await easyReadType(page, address, shown)));
      }
      await choose(page, widest);
      problems.push(...(await axeProblems(page, address, `${told(widest)}, 320 pixels wide`)));
    }
    expectNone(problems);
  });
}
