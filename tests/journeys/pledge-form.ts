/** The form "Sign the pledge" as a browser fills it in, and the register behind the served site. */
import { randomInt } from 'node:crypto';
import type { APIRequestContext, Page } from '@playwright/test';
import type { FieldName } from '../../src/pledge/form/fields.ts';
import { readFormWords, type FormWords } from '../../src/pledge/form/form-words.ts';
import { openRegister } from '../../src/pledge/register/open.ts';
import type { Register } from '../../src/pledge/register/register.ts';
import { focused } from '../accessibility/focus-ring.ts';
import { expect } from './site.ts';

/** A content without the words of the form has no form; its tests are skipped by name. */
const read = readFormWords();
export const hasForm = read !== undefined;
export const formWords = read as FormWords;

export const signPath = '/pledge/sign/';
export const control = (page: Page, field: FieldName, value?: string) =>
  page.locator(`main form [name="${field}"]${value === undefined ? '' : `[value="${value}"]`}`);
export const mainButton = (page: Page) => page.locator('main form .main-button');
/** What stands beside a name on the page where answers are checked. */
export const answer = (page: Page, short: string) =>
  page
    .locator('.answers > div')
    .filter({ has: page.locator('dt', { hasText: new RegExp(`^\\s*${short}\\s*$`) }) })
    .locator('dd')
    .first();

const letters = 'bdfghklmnprstvw';
/** A name that no other test signs with. */
export const newSetting = () =>
  `Made-up ${Array.from({ length: 12 }, (_, at) => (at % 2 ? 'aeiou'[randomInt(5)] : letters[randomInt(letters.length)])).join('')} School`;

/** Fills in everything that must be filled in, and a sentence to publish. Every name and address is made up. */
export async function fillIn(page: Page, setting: string, kind = 'primary'): Promise<void> {
  await control(page, 'setting').fill(setting);
  await control(page, 'kind', kind).check();
  await control(page, 'area').last().check();
  await control(page, 'name').fill('Testa Person');
  await control(page, 'role').fill('SENCO');
  await control(page, 'email').fill('testa.person@example.org');
  await control(page, 'value').first().check();
  await control(page, 'how').fill('We ask before we help.');
  await control(page, 'publish-how').check();
  await control(page, 'authority').check();
}

/** Opens the form, fills it in, and goes on to the page where answers are checked. @param start '' or '/easy-read' */
export async function toCheck(page: Page, start: string, setting: string, kind?: string): Promise<void> {
  await page.goto(start + signPath);
  await fillIn(page, setting, kind);
  await mainButton(page).click();
  await expect(page.locator('.answers')).toBeVisible();
}

/** The reference that stands in the address and on the page after signing. */
export async function referenceOn(page: Page, start: string): Promise<string> {
  await page.waitForURL((url) => url.pathname.startsWith(`${start}${signPath}done/`));
  const reference = /SP-[B-DF-HJ-NP-TV-Z2-9]{4}-[B-DF-HJ-NP-TV-Z2-9]{4}/.exec(page.url())?.[0];
  expect(reference, page.url()).toBeDefined();
  await expect(page.locator('.reference')).toContainText(reference!);
  return reference!;
}

/** All of it. @returns the reference */
export async function sign(page: Page, start: string, setting: string, kind?: string): Promise<string> {
  await toCheck(page, start, setting, kind);
  await mainButton(page).click();
  return referenceOn(page, start);
}

/** Asks the register of the served site, as an operator does beside it. */
export async function withRegister<Result>(ask: (register: Register) => Promise<Result>): Promise<Result> {
  const register = await openRegister({ dataDir: process.env.TESTED_DATA_DIR!, databaseUrl: undefined, serving: false });
  try {
    return await ask(register);
  } finally {
    await register.close();
  }
}

/** The entries of a setting. */
export const entriesOf = (setting: string) =>
  withRegister(async (register) => (await register.list()).filter(({ answers }) => answers.setting === setting));

/** Presses Tab until a control has the focus. @returns what had it on the way */
export async function tabToControl(page: Page, selector: string, most = 60): Promise<string[]> {
  const passed: string[] = [];
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press('Tab');
    const here = await focused(page);
    expect(here, `the focus is lost on the way to ${selector} on ${page.url()}`).toBeDefined();
    expect(here!.ring, `${here!.html} shows no focus ring`).toBe(true);
    expect(here!.onScreen, `${here!.html} has the focus but is not on the screen`).toBe(true);
    passed.push(here!.html);
    if (await page.evaluate((wanted) => document.activeElement!.matches(wanted), selector)) return passed;
  }
  throw new Error(`${selector} was not reached with ${most} presses of Tab on ${page.url()}`);
}

export const signedPath = '/pledge/signed/';

/** Waits until the public list has a signatory, or has it no more: the site reads the register anew every few seconds. */
export async function onList(request: APIRequestContext, id: string, there = true): Promise<void> {
  const asked = async () => {
    const { signatories } = (await (await request.get('/pledge/signed.json')).json()) as { signatories: { id: string }[] };
    return signatories.some((one) => one.id === id);
  };
  await expect.poll(asked, { timeout: 10_000, intervals: [250] }).toBe(there);
}
