/** A page on paper is for reading: no menus, dark words on white, and no Idea torn from its picture. */
import { examples } from './example-pages.ts';
import { expect, test } from './site.ts';

const { topic, timeline, table, value } = examples;
const printed = new Set(
  [topic && `/easy-read${topic}`, timeline, table, value && `/easy-read${value}`].filter((address) => address !== undefined),
);

for (const colorScheme of ['light', 'dark'] as const) {
  for (const address of printed) {
    test(`${address} prints well from a ${colorScheme} screen`, async ({ page }) => {
      await page.emulateMedia({ media: 'print', colorScheme });
      await page.goto(address);
      await expect(page.locator('body > header')).toBeHidden();
      await expect(page.locator('body > footer')).toBeHidden();
      const colours = await page.evaluate(() => {
        const light = (colour: string) => {
          const canvas = new OffscreenCanvas(1, 1).getContext('2d')!;
          canvas.fillStyle = colour;
          canvas.fillRect(0, 0, 1, 1);
          const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
          return alpha === 0 ? 1 : (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
        };
        const words = [...document.querySelectorAll('main :is(h1, h2, h3, p, li, a, dt, dd, td)')].filter((element) =>
          element.checkVisibility(),
        );
        const name = (element: Element) => element.outerHTML.replace(/\s+/g, ' ').slice(0, 100);
        return {
          pale: words.filter((element) => light(getComputedStyle(element).color) > 0.35).map(name),
          dark: [document.documentElement, ...document.querySelectorAll('body, main, main *')]
            .filter((element) => element instanceof HTMLElement && light(getComputedStyle(element).backgroundColor) < 0.8)
            .map(name),
        };
      });
      expect(colours, 'dark words on white').toEqual({ pale: [], dark: [] });
      const ideas = page.locator('[data-idea]');
      expect(
        await ideas.evaluateAll((all) => all.filter((idea) => getComputedStyle(idea).breakInside !== 'avoid').length),
        'Ideas stay whole',
      ).toBe(0);
      if (address.startsWith('/easy-read/')) expect(await ideas.count()).toBeGreaterThan(1);
    });
  }
}
