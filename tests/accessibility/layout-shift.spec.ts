/** Nothing moves by itself while a page arrives: late letters and late pictures find their place kept. */
import { expect, test } from '../journeys/site.ts';
import { templates } from './templates.ts';

for (const width of [390, 1280]) {
  test(`nothing moves while a page loads, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    // Letters and pictures arrive late here, as they do on a slow phone.
    await page.route(/\.(woff2|svg|jpg|avif|png)$/, async (route) => {
      await new Promise((done) => setTimeout(done, 150));
      await route.continue();
    });
    const moved: string[] = [];
    for (const { template, address } of templates) {
      await page.goto(address);
      const shift = await page.evaluate(async () => {
        await document.fonts.ready;
        scrollTo(0, document.body.scrollHeight);
        await new Promise((done) => setTimeout(done, 300));
        return new Promise<{ sum: number; what: string[] }>((done) => {
          new PerformanceObserver((list) => {
            const shifts = list.getEntries() as (PerformanceEntry & { value: number; sources: { node?: Element }[] })[];
            done({
              sum: shifts.reduce((sum, { value }) => sum + value, 0),
              what: shifts.flatMap(({ sources }) => sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? 'text')),
            });
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => done({ sum: 0, what: [] }), 100);
        });
      });
      if (shift.sum >= 0.01)
        moved.push(
          `${address} (${template}) moved by ${shift.sum.toFixed(3)}: ${[...new Set(shift.what)].slice(0, 3).join(' | ')}. Give pictures width and height; match the fallback letters.`,
        );
    }
    expect(moved).toEqual([]);
  });
}
