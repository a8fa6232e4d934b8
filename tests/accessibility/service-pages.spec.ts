/**
 * Every page that the service fills in, for everyone, in both readings: the form empty, wrong and right, what comes after it, what
 * refuses it, and who has signed. They have no address of their own to visit, so each is reached as a person reaches it.
 */
import { brotliCompressSync, constants } from 'node:zlib';
import type { Page, Response } from '@playwright/test';
import { localOffer } from '../../src/readings/local-offer.ts';
import {
  control,
  hasForm,
  mainButton,
  newSetting,
  onList,
  sign,
  signedPath,
  signPath,
  toCheck,
  withRegister,
} from '../journeys/pledge-form.ts';
import { expect, inBothReadings, test } from '../journeys/site.ts';
import { axeProblems, colourRules, withAxe } from './axe.ts';
import { easyReadType } from './easy-read-type.ts';
import { withoutEdge } from './edges.ts';
import { focusRing } from './focus-ring.ts';
import { ambiguousLinks } from './link-names.ts';
import { expectNone, type Problem } from './problems.ts';
import { overflow } from './reflow.ts';
import { smallTargets } from './targets.ts';
import { spreadText } from './text-spacing.ts';
import { watch } from './watch.ts';

test.skip(!hasForm, 'this content has no form to sign');

const mostBytes = 14_000;
const foreignPage = 'made-up-page-of-somebody-else';
/** The longest name of a place in Britain must fit a small phone too. */
const longName = () => `${newSetting()} and Nursery, Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch`;

/** Presses the button and waits for the page that is answered. */
const press = (page: Page) => Promise.all([page.waitForNavigation(), mainButton(page).click()]);

async function withMistakes(page: Page, start: string) {
  await page.goto(start + signPath);
  await control(page, 'kind', 'other').check();
  await control(page, 'website').fill('http://not safe');
  await control(page, 'email').fill('nonsense');
  await control(page, 'how').fill('too long '.repeat(60));
  await press(page);
  // All but the two that cannot be wrong here: a kind was chosen, and a box may be left empty.
  await expect(page.locator('.question .error')).toHaveCount(10);
}

/** Changes the form that is open as a broken or a foreign page would, and sends it. */
async function sendWrongly(page: Page, start: string, wrong: 'too-large' | 'wrong-type') {
  await page.goto(start + signPath);
  await Promise.all([
    page.waitForNavigation(),
    page.locator('main form').evaluate((form: HTMLFormElement, how) => {
      if (how === 'wrong-type') form.enctype = 'text/plain';
      else form.querySelector('textarea')!.value = 'many words '.repeat(20_000);
      form.submit();
    }, wrong),
  ]);
}

async function fromElsewhere(page: Page, start: string) {
  const { origin, port } = new URL(process.env.TESTED_SITE!);
  // The same machine by another name: to a browser that is another site.
  const elsewhere = `http://localhost:${port}/${foreignPage}`;
  const body = `<!doctype html><form method="post" action="${origin}${start}${signPath}"><button>Send</button></form>`;
  await page.route(elsewhere, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(elsewhere);
  await Promise.all([page.waitForNavigation(), page.getByRole('button').click()]);
}

/** Approves a signature with a long name, a sentence and a website. @returns its id on the public list */
async function approved(page: Page, start: string): Promise<string> {
  const reference = await sign(page, start, newSetting(), 'secondary');
  const { published } = await withRegister((register) =>
    register.approve(reference, 'Testa Operator', {
      name: longName(),
      sentence: 'We ask a young person first, and we wait for the answer.',
      website: 'https://oak.example.org/a/path/that/does/not/end/and/does/not/end',
      checked: 'by telephone',
    }),
  );
  return published!.id;
}

type Open = (page: Page, start: string) => Promise<unknown>;
const groups: { name: string; pages: Record<string, { status: number; open: Open }> }[] = [
  {
    name: 'the form',
    pages: {
      'the form': { status: 200, open: (page, start) => page.goto(start + signPath) },
      'the form with mistakes': { status: 422, open: withMistakes },
    },
  },
  {
    name: 'answers and signing',
    pages: {
      'answers to check': { status: 200, open: (page, start) => toCheck(page, start, longName()) },
      'answers to check again': {
        status: 422,
        open: async (page, start) => {
          await toCheck(page, start, newSetting());
          await page.locator('main form [name="token"]').evaluate((token: HTMLInputElement) => (token.value += 'x'));
          await press(page);
        },
      },
      'after signing': { status: 200, open: (page, start) => sign(page, start, newSetting()) },
    },
  },
  {
    name: 'what refuses a form',
    pages: {
      'sent from elsewhere': { status: 403, open: fromElsewhere },
      'too long': { status: 413, open: (page, start) => sendWrongly(page, start, 'too-large') },
      'sent in another way': { status: 415, open: (page, start) => sendWrongly(page, start, 'wrong-type') },
    },
  },
  {
    name: 'who has signed',
    pages: {
      'the list': {
        status: 200,
        open: async (page, start) => {
          const id = await approved(page, start);
          await onList(page.request, id);
          await page.goto(start + signedPath);
          await expect(page.locator(`main a[href$="/${id}/"]`)).toBeVisible();
        },
      },
      'the list, filtered to nothing': {
        status: 200,
        // No test signs as a council service.
        open: (page, start) => page.goto(`${start}${signedPath}?kind=council&area=${localOffer.areas[0]!.id}`),
      },
      'a signatory': {
        status: 200,
        open: async (page, start) => {
          await page.goto(start + signedPath);
          await page.locator('main [data-signed] .group li > a', { hasText: 'Llanfair' }).first().click();
          await expect(page.locator('h1')).toContainText('Llanfair');
        },
      },
      'a signatory that is gone': {
        status: 410,
        open: async (page, start) => {
          const id = await approved(page, start);
          await onList(page.request, id);
          await withRegister(async (register) => {
            const { reference } = (await register.list()).find(({ published }) => published?.id === id)!;
            await register.withdraw(reference, 'Testa Operator', 'they asked');
          });
          await onList(page.request, id, false);
          await page.goto(`${start}${signedPath}${id}/`);
        },
      },
    },
  },
];

/** The widest that a reader can choose in the reading help. */
const chooseWidest = (page: Page, chosen: boolean) =>
  page.evaluate(async (on) => {
    for (const [name, value] of Object.entries({ size: '200', spacing: 'wide', letters: 'opendyslexic' }))
      if (on) document.documentElement.setAttribute(`data-${name}`, value);
      else document.documentElement.removeAttribute(`data-${name}`);
    document.body.getBoundingClientRect();
    await document.fonts.ready;
  }, chosen);

/** Everything that is promised of a page, looked at without leaving it: it may not be there again. */
async function problemsOf(page: Page, name: string): Promise<Problem[]> {
  const problems: Problem[] = [];
  const add = (rule: string, element: string, mend: string) => problems.push({ address: name, rule, element, mend });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
  problems.push(...(await axeProblems(page, name, 'light')), ...(await ambiguousLinks(page, name)));
  const headings = await page.locator('h1').count();
  if (headings !== 1) add('one first heading', `${headings} of them`, 'give the page one h1');
  for (const width of [1280, 320]) {
    const shown = `${width} pixels wide`;
    await page.setViewportSize({ width, height: 800 });
    problems.push(...(await smallTargets(page, name, shown)), ...(await overflow(page, name, shown)));
    problems.push(...(await easyReadType(page, name, shown)));
  }
  problems.push(...(await axeProblems(page, name, '320 pixels wide')));
  const gather = await spreadText(page);
  problems.push(...(await overflow(page, name, '320 pixels wide with wide spacing')));
  await gather();
  await chooseWidest(page, true);
  problems.push(...(await overflow(page, name, '320 pixels wide, all choices at their widest')));
  problems.push(...(await smallTargets(page, name, '320 pixels wide, all choices at their widest')));
  await chooseWidest(page, false);
  await page.emulateMedia({ colorScheme: 'dark' });
  problems.push(...(await axeProblems(page, name, 'dark', colourRules)));
  await page.setViewportSize({ width: 1280, height: 900 });
  for (const element of await focusRing(page, 60)) add('the focus ring is seen (dark)', element, 'keep an outline of 2px or more');
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'light' });
  for (const element of await withoutEdge(page))
    add('a coloured shape has an edge (forced colours)', element, 'give it a border in @media (forced-colors: active)');
  for (const element of await focusRing(page)) add('the focus ring is seen (forced colours)', element, 'a box-shadow is taken away');
  await page.emulateMedia({ forcedColors: 'none' });
  return problems;
}

for (const { reading, start } of inBothReadings)
  for (const { name, pages } of groups)
    test(`${name} (${reading}): ${Object.keys(pages).join('; ')}`, async ({ page }) => {
      const problems: Problem[] = [];
      await withAxe(page);
      const quiet = await watch(page);
      let answered: Response | undefined;
      page.on('response', (response) => {
        const asked = response.request();
        if (asked.isNavigationRequest() && asked.frame() === page.mainFrame() && (response.status() < 300 || response.status() >= 400))
          answered = response;
      });
      for (const [one, { status, open }] of Object.entries(pages)) {
        const told = `${one} (${reading})`;
        await open(page, start);
        await page.waitForLoadState();
        expect(answered!.status(), told).toBe(status);
        const bytes = brotliCompressSync(await answered!.body(), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
        if (bytes >= mostBytes)
          problems.push({ address: told, rule: 'the page is small', element: `${bytes} bytes`, mend: `bring it under ${mostBytes}` });
        problems.push(...(await problemsOf(page, told)));
        // The browser's console says by itself that a page was answered with 422; and somebody else's page is elsewhere by its nature.
        const expected = new RegExp(`^Failed to load resource: .* status of ${status} |/${foreignPage}$`);
        problems.push(...(await quiet(told)).filter(({ element }) => !expected.test(element)));
      }
      expectNone(problems);
    });
