/**
 * From a signature to the public list, as people see it: nothing before a person has approved it; then the list, its filter, the
 * setting's own page with badge and certificate; and after withdrawal nothing but a kind word. All of it without script.
 */
import { getDocumentProxy } from 'unpdf';
import type { Page } from '@playwright/test';
import { dateInWords } from '../../src/readings/dates.ts';
import { wordsFor } from '../../src/readings/interface-words.ts';
import { localOffer } from '../../src/readings/local-offer.ts';
import { inWords } from '../../src/pledge/form/form-words.ts';
import type { Entry } from '../../src/pledge/register/register.ts';
import { signerAt } from '../register/signing.ts';
import { formWords, hasForm, newSetting, onList, signedPath, withRegister } from './pledge-form.ts';
import { expect, inBothReadings, test } from './site.ts';

test.skip(!hasForm, 'this content has no form to sign');
test.use({ javaScriptEnabled: false });

const area = localOffer.areas[0]!;
const sentence = 'We ask a young person first.';
const website = 'https://oak.example.org/';
/** A kind that no other test signs with, for each reading. */
const kindIn = { standard: 'special', 'easy-read': 'post-16' } as const;

for (const { reading, start } of inBothReadings) {
  const say = wordsFor(reading);
  const kind = kindIn[reading];
  const listed = (page: Page, name: string) => page.locator('main [data-signed] li a', { hasText: new RegExp(`^\\s*${name}\\s*$`) });

  test.describe(`a signatory (${reading})`, () => {
    // One signature is followed from test to test, and withdrawn at the end.
    test.describe.configure({ mode: 'serial' });
    let typed: string;
    let name: string;
    let reference: string;
    let id: string;
    const own = () => `${start}${signedPath}${id}/`;
    const withdraw = () => withRegister((register) => register.withdraw(reference, 'Testa Operator', 'they asked'));

    test('is on no list before a person has approved it, and then as that person worded it', async ({ page, request }) => {
      typed = newSetting();
      name = `${typed}, ${reading}`;
      reference = await signerAt(process.env.TESTED_SITE!).sign(
        { setting: typed, kind, area: area.id, how: 'ask furst', 'publish-how': 'yes' },
        start,
      );
      for (const file of [start + signedPath, '/pledge/signed.json', '/pledge/signed.csv'])
        expect(await (await request.get(file)).text(), file).not.toContain(typed);

      const entry: Entry = await withRegister((register) =>
        register.approve(reference, 'Testa Operator', { name, sentence, website, checked: 'by telephone' }),
      );
      ({ id } = entry.published!);
      await onList(request, id);
      await page.goto(start + signedPath);
      const item = page.locator('main [data-signed] .group li').filter({ hasText: name });
      await expect(item).toContainText(area.name);
      await expect(item).toContainText(dateInWords(entry.published!.date));
      await expect(item).toContainText(sentence);
      await expect(item.locator(`a[href="${website}"]`)).toHaveAttribute('rel', /nofollow/);
      await expect(page.locator('main')).not.toContainText('furst');
      const json = (await (await request.get('/pledge/signed.json')).json()) as { count: number; signatories: { id: string }[] };
      expect(json.count).toBe(json.signatories.length);
      expect(json.signatories.find((one) => one.id === id)).toEqual({
        ...{ id, name, kind, area: area.id, date: entry.published!.date, sentence, website },
      });
      expect(await (await request.get('/pledge/signed.csv')).text()).toContain(`"${name}"`);
    });

    test('is found by kind and by area, with the number said in words', async ({ page }) => {
      await page.goto(start + signedPath);
      const total = await page.locator('main [data-signed] .group li').count();
      const counted = (found: number) => new RegExp(say('signedFound').replace('{found}', String(found)).replace('{count}', '\\d+'));
      const choose = async (choice: { kind?: string; area?: string }) => {
        for (const [control, value] of Object.entries(choice)) await page.locator(`select[name="${control}"]`).selectOption(value);
        await page.getByRole('button', { name: say('signedShow'), exact: true }).click();
        await page.waitForURL((url) => Object.entries(choice).every(([control, value]) => url.searchParams.get(control) === value));
      };

      await choose({ kind, area: area.id });
      await expect(listed(page, name)).toBeVisible();
      await expect(page.locator('main [data-signed] .group h3')).toHaveText([inWords(formWords.kinds[kind], reading)]);
      const shown = await page.locator('main [data-signed] .group li').count();
      await expect(page.getByText(counted(shown))).toBeVisible();
      await expect(page.locator('select[name="kind"]')).toHaveValue(kind);
      await expect(page.locator('select[name="area"]')).toHaveValue(area.id);

      // No test signs as a council service.
      await choose({ kind: 'council' });
      await expect(page.locator('main [data-signed] .group li')).toHaveCount(0);
      await expect(page.getByText(counted(0))).toBeVisible();
      await expect(page.getByText(say('signedNothing'))).toBeVisible();

      await page.getByRole('link', { name: say('signedShowAll'), exact: true }).click();
      await page.waitForURL((url) => url.pathname === start + signedPath && url.search === '');
      await expect(listed(page, name)).toBeVisible();
      expect(await page.locator('main [data-signed] .group li').count()).toBeGreaterThanOrEqual(total);
    });

    test('is still shown when the address asks for what the list does not have', async ({ page }) => {
      for (const question of ['?kind=<b>castle</b>', '?area=the-moon', `?kind=${kind}&kind=council`, '?kind=__proto__', '?other=1&kind=']) {
        expect((await page.goto(start + signedPath + question))!.status(), question).toBe(200);
        await expect(listed(page, name), question).toBeVisible();
        await expect(page.locator('main')).not.toContainText('castle');
        await expect(page.getByText(say('signedUnknown'))).toHaveCount(question.startsWith('?other') ? 0 : 1);
      }
    });

    test('has a page of its own: badge, code to copy, certificate', async ({ page, request }) => {
      await page.goto(start + signedPath);
      await listed(page, name).click();
      await page.waitForURL((url) => url.pathname === own());
      await expect(page.locator('h1')).toHaveText(name);
      await expect(page).toHaveTitle(new RegExp(name));
      await expect(page.locator('main')).toContainText(sentence);

      const badge = page.locator(`main img[src="${signedPath}${id}/badge.svg"]`);
      await expect(badge).toHaveAttribute('alt', new RegExp(name));
      expect(await badge.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBeGreaterThan(100);
      const code = await page.getByLabel(say('signatoryCode')).inputValue();
      expect(code).toMatch(
        new RegExp(`^<a href="https?://[^"]+${signedPath}${id}/"><img src="[^"]+/badge\\.svg" alt="[^"]*${name}[^"]*" `),
      );
      await expect(page.getByLabel(say('signatoryCode'))).not.toBeEditable();

      const certificate = page.getByRole('link', { name: say('signatoryCertificate') });
      const answered = await request.get((await certificate.getAttribute('href'))!);
      expect(answered.status()).toBe(200);
      expect(answered.headers()['content-type']).toBe('application/pdf');
      const pdf = await getDocumentProxy(new Uint8Array(await answered.body()));
      expect(pdf.numPages).toBe(1);
      const words = (await (await pdf.getPage(1)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' ');
      expect(words.replace(/\s+/g, ' ')).toContain(typed);
      for (const link of [say('signatoryPng'), say('signatorySvg')]) {
        const file = await request.get((await page.getByRole('link', { name: link, exact: true }).getAttribute('href'))!);
        expect(file.headers()['content-type']).toMatch(/^image\/(png|svg\+xml)/);
      }

      await page.locator('[data-reading-switch]').click();
      await page.waitForURL((url) => url.pathname === `${start ? '' : '/easy-read'}${signedPath}${id}/`);
      await expect(page.locator('h1')).toHaveText(name);
    });

    test('prints as one page to put on a wall: who signed what and when, and nothing of the screen', async ({ page }) => {
      await page.goto(own());
      await page.emulateMedia({ media: 'print' });
      for (const screen of ['body > header', 'body > footer', '[data-reading-switch]', 'main textarea', 'main img[src$="badge.svg"]'])
        await expect(page.locator(screen).first()).toBeHidden();
      await expect(page.locator('h1')).toBeVisible();
      await expect(page.locator('main [data-signed] time').first()).toBeVisible();
      await expect(page.getByRole('heading', { name: say('signatoryValues') })).toBeVisible();
      const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
      expect(pdf.numPages).toBe(1);
    });

    test('is gone when it withdraws: 410 with a kind page, and on no list', async ({ page, request }) => {
      await withdraw();
      await onList(request, id, false);
      for (const from of ['', '/easy-read']) {
        const answered = await page.goto(`${from}${signedPath}${id}/`);
        expect(answered!.status()).toBe(410);
        const words = wordsFor(from ? 'easy-read' : 'standard');
        await expect(page.locator('h1')).toHaveText(words('signatoryGone'));
        await expect(page.locator('html')).not.toContainText(typed);
        await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/);
        await page
          .locator('main')
          .getByRole('link', { name: words('signatoryToList') })
          .click();
        await page.waitForURL((url) => url.pathname === from + signedPath);
        await expect(page.locator('main')).not.toContainText(typed);
      }
      for (const file of ['badge.svg', 'badge.png', 'certificate.pdf'])
        expect((await request.get(`${signedPath}${id}/${file}`)).status(), file).toBe(410);
      expect(await (await request.get('/pledge/signed.json')).text()).not.toContain(id);
      expect(await (await request.get('/pledge/signed.csv')).text()).not.toContain(id);
      const [entry] = await withRegister((register) =>
        register.findByEmail('testa.person@example.org').then((all) => all.filter((one) => one.reference === reference)),
      );
      expect(entry, 'the contact is erased at once').toBeUndefined();
    });
  });
}
