/**
 * A setting signs the pledge in a real browser: by keyboard, with mistakes, by a double click, with the back button; in both
 * readings, with script and without. Over 150 lines: one journey from all sides.
 */
import { fieldNames } from '../../src/pledge/form/fields.ts';
import { decoyName } from '../../src/pledge/form/body.ts';
import { errorWords, inWords } from '../../src/pledge/form/form-words.ts';
import { wordsFor } from '../../src/readings/interface-words.ts';
import {
  answer,
  control,
  entriesOf,
  fillIn,
  formWords,
  hasForm,
  mainButton,
  newSetting,
  referenceOn,
  sign,
  signPath,
  tabToControl,
  toCheck,
} from './pledge-form.ts';
import { expect, inBothReadings, test } from './site.ts';

test.skip(!hasForm, 'this content has no form to sign');

for (const { reading, start } of inBothReadings)
  for (const script of [true, false]) {
    const say = wordsFor(reading);
    const short = (field: (typeof fieldNames)[number]) => inWords(formWords.fields[field].short, reading);

    test.describe(`${reading}, ${script ? 'with' : 'without'} JavaScript`, () => {
      test.use({ javaScriptEnabled: script });

      test('a school signs by keyboard alone, changes one answer on the way, and calls no other host', async ({ page, context }) => {
        const setting = newSetting();
        const hosts = new Set<string>();
        page.on('request', (request) => hosts.add(new URL(request.url()).host));
        const passed: string[] = [];
        const to = async (selector: string) => passed.push(...(await tabToControl(page, selector)));
        const write = async (name: string, words: string) => {
          await to(`[name="${name}"]`);
          await page.keyboard.type(words);
        };
        await page.goto(start + signPath);
        await write('setting', setting);
        await to('[name="kind"]');
        await page.keyboard.press('Space');
        await page.keyboard.press('ArrowDown');
        await to('[name="area"]');
        await page.keyboard.press('Space');
        await write('website', 'https://oak.example.org');
        await write('name', 'Testa Person');
        await write('role', 'Teecher');
        await write('email', 'testa.person@example.org');
        await to('[name="value"]');
        await page.keyboard.press('Space');
        await page.keyboard.press('Tab');
        await page.keyboard.press('Space');
        await write('how', 'We ask before we help.');
        await to('[name="publish-how"]');
        await page.keyboard.press('Space');
        await to('[name="authority"]');
        await page.keyboard.press('Space');
        await to('.main-button');
        await page.keyboard.press('Enter');

        await expect(page.locator('h1')).toHaveText(inWords(formWords.pages.check.title, reading));
        await expect(answer(page, short('setting'))).toHaveText(setting);
        await expect(answer(page, short('role'))).toHaveText('Teecher');
        await to('button[value="role"]');
        await page.keyboard.press('Enter');

        // The field to change has the focus, and every other answer is still there.
        await expect(control(page, 'role')).toBeFocused();
        await expect(control(page, 'role')).toHaveValue('Teecher');
        await expect(control(page, 'setting')).toHaveValue(setting);
        expect(await control(page, 'value').evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).checked))).toEqual(
          Array.from({ length: await control(page, 'value').count() }, (_, at) => at < 2),
        );
        await page.keyboard.press('ControlOrMeta+a');
        await page.keyboard.type('Teacher');
        await to('.main-button');
        await page.keyboard.press('Enter');

        await expect(answer(page, short('role'))).toHaveText('Teacher');
        await to('.main-button');
        await page.keyboard.press('Enter');
        const reference = await referenceOn(page, start);
        await expect(page.locator('h1')).toHaveText(inWords(formWords.pages.done.title, reading));

        const entries = await entriesOf(setting);
        expect(entries).toHaveLength(1);
        expect(entries[0]).toMatchObject({
          reference,
          status: 'pending',
          flags: [],
          answers: {
            kind: 'primary',
            role: 'Teacher',
            website: 'https://oak.example.org',
            how: 'We ask before we help.',
            'publish-how': 'yes',
          },
        });
        expect(entries[0]!.answers.value).toHaveLength(2);
        expect(
          passed.filter((html) => html.includes(decoyName)),
          'the field that people do not see',
        ).toEqual([]);
        expect([...hosts]).toEqual([new URL(process.env.TESTED_SITE!).host]);
        expect(await context.cookies()).toEqual([]);
      });

      test('mistakes are told first, lead to their fields, and lose nothing that was typed', async ({ page }) => {
        await page.goto(start + signPath);
        await control(page, 'setting').fill('Half <b>a</b> form');
        await control(page, 'email').fill('nonsense');
        await control(page, 'value').last().check();
        await mainButton(page).click();

        const summary = page.locator('.problem');
        await expect(summary).toBeFocused();
        await expect(page).toHaveTitle(new RegExp(`^${say('errorStart')} `));
        await expect(summary.locator('h2')).toHaveText(say('thereIsAProblem'));
        const wanted = (
          [
            ['kind', 'kind-missing'],
            ['area', 'area-missing'],
            ['name', 'name-missing'],
            ['role', 'role-missing'],
            ['email', 'email-wrong'],
            ['authority', 'authority-missing'],
          ] as const
        ).map(([field, problem]) => ({ field, words: errorWords(formWords, { field, problem }, reading) }));
        await expect(summary.locator('a')).toHaveText(wanted.map(({ words }) => words));
        for (const { field, words } of wanted) {
          const first = control(page, field).first();
          await summary.locator('a', { hasText: words }).click();
          await expect(first).toBeFocused();
          await expect(first).toBeInViewport();
          await expect(page.locator(`#${field}-error`)).toContainText(words);
          await expect(page.locator(`[aria-invalid="true"][aria-describedby~="${field}-error"]`)).toHaveCount(1);
        }
        await expect(page.locator('[aria-invalid="true"]')).toHaveCount(wanted.length);
        await expect(control(page, 'setting')).toHaveValue('Half <b>a</b> form');
        await expect(control(page, 'email')).toHaveValue('nonsense');
        await expect(control(page, 'value').last()).toBeChecked();

        const setting = newSetting();
        await fillIn(page, setting);
        await mainButton(page).click();
        await expect(page).not.toHaveTitle(new RegExp(`^${say('errorStart')}`));
        await mainButton(page).click();
        await referenceOn(page, start);
        expect(await entriesOf(setting)).toHaveLength(1);
      });

      test('Double click, reload, back: one row and one reference', async ({ page }) => {
        const setting = newSetting();
        await toCheck(page, start, setting);
        // Two presses before the first is answered; a person who shakes sends two real ones.
        if (script)
          await mainButton(page).evaluate((button) => {
            (button as HTMLButtonElement).click();
            (button as HTMLButtonElement).click();
          });
        else await mainButton(page).dblclick({ noWaitAfter: true });
        const reference = await referenceOn(page, start);

        await page.reload();
        expect(await referenceOn(page, start)).toBe(reference);
        // The answers are not kept on the device, so Chromium asks whether to send them again; reloading says yes.
        await page.goBack().catch((error: Error) => expect(error.message).toContain('ERR_CACHE_MISS'));
        // Chromium's own page comes in a process of its own, and cannot be reloaded while it does.
        await expect(() => page.reload({ timeout: 5000 })).toPass({ timeout: 20_000 });
        await expect(answer(page, short('setting'))).toHaveText(setting);
        await mainButton(page).click();
        expect(await referenceOn(page, start)).toBe(reference);
        expect(await entriesOf(setting)).toHaveLength(1);
      });

      test('the other reading is one press away on the form, and after signing with the same reference', async ({ page }) => {
        const other = start ? '' : '/easy-read';
        await page.goto(start + signPath);
        await page.locator('[data-reading-switch]').click();
        await page.waitForURL((url) => url.pathname === other + signPath);
        await expect(control(page, 'setting')).toBeVisible();
        await page.locator('[data-reading-switch]').click();
        await page.waitForURL((url) => url.pathname === start + signPath);
        await fillIn(page, newSetting());
        await mainButton(page).click();
        await mainButton(page).click();
        const reference = await referenceOn(page, start);
        await page.locator('[data-reading-switch]').click();
        expect(await referenceOn(page, other)).toBe(reference);
      });
    });
  }

for (const { reading, start } of inBothReadings) {
  test(`no person meets the field for machines (${reading})`, async ({ page }) => {
    await page.goto(start + signPath);
    const decoy = page.locator(`[name="${decoyName}"]`);
    await expect(decoy).toBeHidden();
    await expect(decoy).toHaveAttribute('tabindex', '-1');
    await expect(decoy).toHaveAttribute('autocomplete', 'off');
    const heard = await page.locator('main form').ariaSnapshot();
    expect(heard).toContain(inWords(formWords.fields.setting.label, reading));
    expect(heard).not.toContain(wordsFor(reading)('leaveEmpty'));
    const boxes = await page.locator('main form').getByRole('textbox').count();
    expect(boxes).toBe(
      await page.locator(`main form :is(input[type="text"], input[type="email"], textarea):not([name="${decoyName}"])`).count(),
    );
  });

  test(`the page after signing prints: the reference, and nothing that is pressed (${reading})`, async ({ page }) => {
    const reference = await sign(page, start, newSetting());
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await expect(page.locator('.reference')).toContainText(reference);
    await expect(page.locator('.reference b')).toBeVisible();
    for (const screen of ['body > header', 'body > footer', '[data-reading-switch]'])
      await expect(page.locator(screen).first()).toBeHidden();
    const pressed = page.locator('main :is(button, summary, input)');
    expect(await pressed.evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.outerHTML))).toEqual([]);
    expect(await page.locator('.reference b').evaluate((words) => getComputedStyle(words).color)).toBe('rgb(0, 0, 0)');
  });
}

test('Cross-site POST: the form sends its own Origin, and is taken from a page that hides it', async ({ page }) => {
  const { origin } = new URL(process.env.TESTED_SITE!);
  const sent: Record<string, string>[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') void request.allHeaders().then((headers) => sent.push(headers));
  });
  const answered = await page.goto(signPath);
  expect((await answered!.allHeaders())['referrer-policy']).toBe('strict-origin-when-cross-origin');
  await fillIn(page, newSetting());
  await mainButton(page).click();
  await expect(page.locator('.answers')).toBeVisible();
  await expect.poll(() => sent.length).toBe(1);
  expect(sent[0]).toMatchObject({ origin, 'sec-fetch-site': 'same-origin' });

  // A reader's own browser, or a proxy, may hide where they come from: Chromium then sends "null".
  const setting = newSetting();
  await page.goto(signPath);
  await fillIn(page, setting);
  await page.evaluate(() => {
    const policy = Object.assign(document.createElement('meta'), { name: 'referrer', content: 'no-referrer' });
    document.head.append(policy);
  });
  await mainButton(page).click();
  await expect(page.locator('.answers')).toBeVisible();
  await expect.poll(() => sent.length).toBe(2);
  expect(sent[1]).toMatchObject({ origin: 'null', 'sec-fetch-site': 'same-origin' });
});

test('Cross-site POST: a page of somebody else is refused, in words, and nothing is kept', async ({ page }) => {
  const site = new URL(process.env.TESTED_SITE!);
  const setting = newSetting();
  const elsewhere = `http://localhost:${site.port}/made-up-page-of-somebody-else`;
  // The same machine by another name: to a browser that is another site.
  await page.route(elsewhere, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<form method="post" action="${site.origin}${signPath}confirm/"><input name="setting" value="${setting}"><button>Win</button></form>`,
    }),
  );
  await page.goto(elsewhere);
  const [answered] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    page.getByRole('button').click(),
  ]);
  expect(answered.status()).toBe(403);
  await expect(page.locator('h1')).toHaveText(inWords(formWords.problemPages.forbidden.title, 'standard'));
  await page
    .locator('main')
    .getByRole('link', { name: wordsFor('standard')('openForm') })
    .click();
  await expect(control(page, 'setting')).toBeVisible();
  expect(await entriesOf(setting)).toEqual([]);
});

test('form-action: the way to the page after signing is open, and no form leads to another host', async ({ page }) => {
  const violations: string[] = [];
  await page.exposeFunction('refused', (directive: string) => violations.push(directive));
  await page.addInitScript(() =>
    addEventListener('securitypolicyviolation', (event) =>
      (window as unknown as { refused(name: string): void }).refused(event.effectiveDirective),
    ),
  );
  await sign(page, '', newSetting());
  expect(violations).toEqual([]);
  await page.goto(signPath);
  await page.locator('main form').evaluate((form) => {
    (form as HTMLFormElement).action = 'https://example.org/elsewhere/';
    (form as HTMLFormElement).submit();
  });
  await expect.poll(() => violations).toEqual(['form-action']);
  expect(new URL(page.url()).pathname).toBe(signPath);
});
