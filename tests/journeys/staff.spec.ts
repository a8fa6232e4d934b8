/** A member of staff at work: signs in, looks, decides. Without JavaScript, with the keyboard, on a phone, in contrast themes. */
import { expect, test, type Page } from '@playwright/test';
import { axeProblems, withAxe } from '../accessibility/axe.ts';
import { focusRing } from '../accessibility/focus-ring.ts';
import { expectNone, type Problem } from '../accessibility/problems.ts';
import { overflow } from '../accessibility/reflow.ts';
import { smallTargets } from '../accessibility/targets.ts';
import { openPages, sign, type Pages } from '../register/staff-pages.ts';
import { councilAccounts } from '../register/staff-provider.ts';

let pages: Pages;
let accounts: Awaited<ReturnType<typeof councilAccounts>>;
/** Two that are alike, one set aside, one approved. */
let references: string[];

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  pages = await openPages(async (origin) => (accounts = await councilAccounts(origin)).issuer);
  references = [
    await sign(pages.register, { setting: 'Averyveryverylongnamewithoutanyplacetobreakitforaphone Primary School' }),
    await sign(pages.register, { setting: 'Hill Lane School' }),
    await sign(pages.register, { setting: 'Hill lane school', name: 'Sam Other' }),
    await sign(pages.register, { setting: 'Odd One' }, ['decoy', 'too-fast', 'no-token'], true),
    await sign(pages.register, { setting: 'Elm School' }),
  ];
  await pages.register.approve(references[4]!, 'An operator', { name: 'Elm School', sentence: 'We ask.', checked: 'by telephone' });
});
test.afterAll(async () => {
  await pages?.stop();
  await accounts?.stop();
});

async function signIn(page: Page, login = 'ada') {
  await page.goto(`${pages.origin}/`);
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('Account').fill(login);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** What a person sees in each state: its name, and how to come to it. */
const states: [string, (page: Page) => Promise<unknown>][] = [
  ['the door', (page) => page.goto(`${pages.origin}/`)],
  ['not in the group', (page) => signIn(page, 'mallory')],
  ['the queue', (page) => signIn(page)],
  ['a signature that has a twin', (page) => page.goto(`${pages.origin}/signature/${references[1]}/`)],
  [
    'an error',
    async (page) => {
      await page.getByLabel('The name to publish').fill('');
      await page.getByRole('button', { name: 'Approve and publish' }).click();
    },
  ],
  ['one that was set aside', (page) => page.goto(`${pages.origin}/signature/${references[3]}/`)],
  ['one that is approved', (page) => page.goto(`${pages.origin}/signature/${references[4]}/`)],
  ['all that were decided', (page) => page.goto(`${pages.origin}/all/`)],
  ['no such page', (page) => page.goto(`${pages.origin}/signature/x/`)],
  [
    'signed out',
    async (page) => {
      await page.goto(`${pages.origin}/`);
      await page.getByRole('button', { name: 'Sign out' }).click();
    },
  ],
];

test('every page holds in light, in dark and in a contrast theme, on a small phone and on a wide screen', async ({ browser }) => {
  const problems: Problem[] = [];
  const context = await browser.newContext();
  const page = await context.newPage();
  await withAxe(page);
  for (const [name, go] of states) {
    await page.setViewportSize({ width: 1280, height: 900 });
    if (name === 'the queue') await context.clearCookies();
    await go(page);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      problems.push(...(await axeProblems(page, name, colorScheme)));
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 320, height: 640 });
    problems.push(...(await overflow(page, name, '320 pixels')), ...(await smallTargets(page, name, '320 pixels')));
    await page.emulateMedia({ forcedColors: 'active' });
    for (const element of await focusRing(page))
      problems.push({ address: name, rule: 'the focus ring is seen (forced colours)', element, mend: 'keep an outline of 2px or more' });
    await page.emulateMedia({ forcedColors: 'none' });
  }
  await context.close();
  expectNone(problems);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('from the door to an approved signature and out again, and nothing of it is refused by the policy', async ({ page }) => {
    const refused: string[] = [];
    page.on('console', (message) => /policy|refused/i.test(message.text()) && refused.push(message.text()));
    await signIn(page);
    await expect(page).toHaveTitle(/^To decide – /);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Signatures to decide');
    await page.getByRole('link', { name: 'Averyvery' }).click();
    await expect(page).toHaveTitle(/^Averyvery/);
    await page.getByRole('button', { name: 'Approve and publish' }).click();
    await expect(page).toHaveTitle(/^Error: /);
    await page.getByRole('alert').getByRole('link', { name: 'Write how you checked' }).click();
    await expect(page).toHaveURL(/#checked$/);
    await expect(page.getByLabel('How did you check')).toHaveAttribute('aria-invalid', 'true');
    await page.getByLabel('The name to publish').fill('A Long School');
    await page.getByLabel('I have looked at').check();
    await page.getByLabel('How did you check').fill('telephoned the number on its website');
    await page.getByRole('button', { name: 'Approve and publish' }).click();
    await expect(page.getByRole('status')).toContainText('Approved. A Long School (SP-');
    const entry = (await pages.register.find(references[0]!))!;
    expect(entry.published).toMatchObject({ name: 'A Long School', website: 'https://hill-lane.example/' });
    expect(entry.decisions).toMatchObject([{ who: 'Ada Lovelace (ada@council.example)', to: 'approved' }]);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are signed out');
    // The way back shows nothing: no page is kept.
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in to decide about signatures');
    expect(refused).toEqual([]);
  });
});

test('with the keyboard alone: past the head of the page, into a form, and the error takes the focus', async ({ page }) => {
  await signIn(page);
  await page.goto(`${pages.origin}/signature/${references[2]}/`);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Go to the main part' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  const reason = page.getByLabel('Why do you reject it?');
  for (let step = 0; step < 30 && !(await reason.evaluate((field) => field === document.activeElement)); step += 1)
    await page.keyboard.press('Tab');
  await expect(reason).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Reject' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(reason).toBeFocused();
  await page.keyboard.type('it has signed already');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toContainText('Rejected. Hill lane school');
});

test('the public site has no cookie and no link to these pages', async ({ page, context }) => {
  for (const address of ['/', '/pledge/', '/pledge/sign/']) {
    await page.goto(`${process.env.TESTED_SITE!.replace(/\/$/, '')}${address}`);
    expect(await page.locator(`a[href*="${new URL(pages.origin).host}"], a[href*="/service/"]`).count()).toBe(0);
  }
  expect(await context.cookies()).toEqual([]);
});
