/** A newsletter is two sheets of A4, in both readings, whatever its period holds. */
import { readPdf } from '../gallery/pdf.ts';
import { expect, test } from './site.ts';

for (const under of ['', '/easy-read'])
  test(`every newsletter prints on two sheets of A4, with nothing that is pressed (${under || 'standard'})`, async ({ page }) => {
    // As wide as the paper between its margins, 182 mm: words wrap there as they do in print.
    await page.setViewportSize({ width: 688, height: 1000 });
    await page.goto(`${under}/progress/newsletter/`);
    const links = await page.locator('main .periods a').evaluateAll((all) => all.map((one) => one.getAttribute('href')!));
    expect(links.length).toBeGreaterThan(1);
    for (const link of links) {
      await page.goto(link);
      await page.emulateMedia({ media: 'print' });
      await expect(page.locator('main button, header, footer').filter({ visible: true })).toHaveCount(0);
      const cut = await page.locator('.sheet').evaluateAll((sheets) => sheets.map((one) => one.scrollHeight - one.clientHeight));
      expect(
        cut.every((pixels) => pixels <= 1),
        `${link} has words that the paper cuts off: ${cut.join(', ')}`,
      ).toBe(true);
      const { sheets } = await readPdf(await page.pdf({ preferCSSPageSize: true }));
      expect(sheets, link).toHaveLength(2);
      await page.emulateMedia({ media: 'screen' });
    }
  });
