/**
 * Each browser breaks a promise of the Web Speech API in its own way; a person hears the page to its end in all of them.
 * Over 150 lines: one list of promises, each short.
 */
import { examples, menu } from './example-pages.ts';
import { browsers } from './read-aloud-double.ts';
import { bar, heard, key, marked, openWith, readPage, readToTheEnd, spoken, told, wordsOf } from './read-aloud-page.ts';
import { expect, test } from './site.ts';

const address = examples.topic ?? menu[0]!;
const easy = `/easy-read${address}`;
const letters = (text: string) => text.replace(/\s+/g, '');

test('Chrome: voices that come late are waited for, and the device reads, not Google', async ({ page }) => {
  await openWith(page, browsers.chrome, address);
  await readPage(page).click();
  await page.clock.runFor(1000);
  const [first] = await spoken(page);
  expect(first).toMatchObject({ voice: 'Microsoft Hazel - English (United Kingdom)', local: true, lang: 'en-GB' });
});

test('Chrome: an online voice reads only after it was allowed, and is told why', async ({ page }) => {
  await openWith(page, browsers.chromeOnline, easy);
  await readPage(page).click();
  await page.clock.runFor(500);
  await expect(page.getByRole('status').first()).toContainText('sends the words');
  expect(await spoken(page)).toEqual([]);
  await page.getByRole('button', { name: 'Use the online voice' }).click();
  await page.clock.runFor(500);
  expect((await spoken(page))[0]).toMatchObject({ local: false });
  expect(await page.evaluate(() => JSON.parse(localStorage.getItem('reading-help')!))).toEqual({ onlineVoices: true });
});

test('Chrome: an online voice that falls silent after 15 seconds is never asked for so long', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('reading-help', '{"onlineVoices":true,"rate":0.5}'));
  await openWith(page, browsers.chromeOnline, address);
  await readPage(page).click();
  await page.clock.runFor(300);
  // It tells no words: the sentence is marked, and no word of it.
  expect(await marked(page, 'read-sentence')).not.toBe('');
  expect(await marked(page, 'read-word')).toBe('');
  await readToTheEnd(page, 40);
  const all = await spoken(page);
  expect(all.filter(({ finished }) => !finished)).toEqual([]);
  expect(all.some(({ text }) => text.length > 40)).toBe(true);
});

test('Chrome: an online voice that cannot be reached gives way to one of the device, in the same sentence', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('reading-help', '{"onlineVoices":true,"voice":"voice:Google UK English Female"}'));
  await openWith(page, browsers.chromeOffline, address);
  await readPage(page).click();
  await page.clock.runFor(500);
  const [online, device] = await spoken(page);
  expect(online).toMatchObject({ local: false });
  expect(device).toMatchObject({ local: true, text: online!.text });
  await expect(bar(page).getByRole('status')).toContainText('your device');
});

test('Chrome on Android: our pause keeps the place, words are not marked, and the British voice is found', async ({ page }) => {
  await openWith(page, browsers.android, easy);
  await readPage(page).click();
  await page.clock.runFor(100);
  expect((await spoken(page))[0]).toMatchObject({ voice: 'English United Kingdom', lang: 'en-GB' });
  expect(await marked(page, 'read-word')).toBe('');
  await page.clock.runFor(3000);
  const before = (await spoken(page)).at(-1)!.text;
  await key(page, 'Pause').click();
  await page.clock.runFor(60_000);
  expect((await spoken(page)).at(-1)!.text).toBe(before);
  await key(page, 'Go on').click();
  await page.clock.runFor(3000);
  expect((await spoken(page)).filter(({ text }) => text === before).length).toBe(2);
  expect(await told(page)).not.toContain('pause');
});

test('Chrome on Android: what is lost straight after a cancel is said once more', async ({ page }) => {
  await openWith(page, browsers.android, easy);
  await readPage(page).click();
  await page.clock.runFor(1000);
  const [first] = await spoken(page);
  await key(page, 'Go back').click();
  await page.clock.runFor(3000);
  expect((await spoken(page)).filter(({ text }) => text === first!.text).length).toBe(2);
});

test('Chrome on Windows: it goes on after a pause of any length', async ({ page }) => {
  await openWith(page, browsers.windows, address);
  await readPage(page).click();
  await page.clock.runFor(1000);
  await key(page, 'Pause').click();
  const before = (await spoken(page)).length;
  await page.clock.runFor(120_000);
  expect((await spoken(page)).length).toBe(before);
  await key(page, 'Go on').click();
  await readToTheEnd(page);
  const all = await spoken(page);
  expect(all[before]!.text).toBe(all[before - 1]!.text);
  expect(await told(page)).not.toContain('pause');
});

test('Safari: it speaks straight in the press, and reads on though no end is ever told', async ({ page }) => {
  await openWith(page, browsers.safari, easy);
  await readPage(page).click();
  expect((await told(page)).filter((what) => what === 'speak').length).toBe(1);
  await readToTheEnd(page);
  const all = await spoken(page);
  expect(
    all.filter(({ finished }) => !finished),
    'no sentence is cut off',
  ).toEqual([]);
  expect(letters(await heard(page))).toContain(letters(await wordsOf(page, 0)));
  expect(all.length).toBeGreaterThan(5);
});

test('Safari: a press that comes before the script begins the reading when it has come', async ({ page }) => {
  let letCome = () => {};
  const held = new Promise<void>((done) => (letCome = done));
  await page.route('**/read-aloud.client*', async (route) => {
    await held;
    await route.continue();
  });
  await openWith(page, browsers.safari, easy, false);
  await readPage(page).click();
  expect(await told(page), 'the browser is told in the press that a person wants a voice').toContain('speak');
  expect(await spoken(page)).toEqual([]);
  letCome();
  await expect(bar(page)).toBeVisible();
  await expect
    .poll(async () => {
      await page.clock.runFor(100);
      return (await spoken(page)).length;
    })
    .toBeGreaterThan(0);
});

test('Safari: of voices that all say they are the default, a good British one reads', async ({ page }) => {
  await openWith(page, browsers.safari, easy);
  await readPage(page).click();
  await page.clock.runFor(100);
  expect((await spoken(page))[0]!.voice).toBe('Kate (Enhanced)');
  await bar(page).getByText('Voice', { exact: true }).click();
  await expect(bar(page).getByLabel('Choose a voice').locator('option')).toHaveText(['Kate (Enhanced)', 'Daniel', 'Samantha']);
});

test('Safari: an utterance is held, so that its end is told', async ({ page }) => {
  await openWith(page, browsers.safariForgets, easy);
  await readPage(page).click();
  await page.clock.runFor(200);
  await page.requestGC();
  await page.clock.runFor(15_000);
  const [first, second] = await spoken(page);
  expect(second!.at - first!.at - first!.text.length * 60, 'the next sentence follows at once').toBeLessThan(100);
});

test('iPhone: a voice that the browser refuses is asked for by words, and comes with the next press', async ({ page }) => {
  await openWith(page, browsers.iPhoneRefuses, easy);
  await readPage(page).click();
  await page.clock.runFor(1000);
  await expect(bar(page).getByRole('status')).toHaveText('The voice did not start. Press Go on.');
  expect(await spoken(page)).toEqual([]);
  await key(page, 'Go on').click();
  await page.clock.runFor(100);
  expect((await spoken(page)).length).toBe(1);
  await expect(bar(page).getByRole('status')).toHaveText('');
});

test('Firefox: voices that come late without a word are found', async ({ page }) => {
  await openWith(page, browsers.firefox, easy);
  await readPage(page).click();
  await page.clock.runFor(2000);
  expect((await spoken(page))[0]).toMatchObject({ voice: 'Daniel' });
});

for (const [name, behaviour] of [
  ['Linux: no voice', browsers.linux],
  ['an old browser: no speech', browsers.old],
] as const)
  for (const [where, words] of [
    [address, 'finds no English voice on your device'],
    [easy, 'Your device has no voice.'],
  ] as const)
    test(`${name}, said in words beside the button (${where})`, async ({ page }) => {
      await openWith(page, behaviour, where);
      const status = page.getByRole('status');
      await readPage(page).click();
      await page.clock.runFor(3500);
      await expect(status).toContainText(words);
      await expect(bar(page)).toHaveCount(0);
      await expect(readPage(page)).toBeEnabled();
      const listen = page.locator('[data-idea] > button').first();
      if (await listen.count()) {
        await listen.click();
        await page.clock.runFor(3500);
        await expect(page.locator('[data-idea] + [role="status"]').first()).toContainText(words);
      }
    });

test('a voice that never makes a sound is said in words, and can be tried again', async ({ page }) => {
  // The device has a voice, and swallows all that it is given.
  await openWith(page, { ...browsers.windows }, easy);
  await page.evaluate(() => (speechSynthesis.speak = () => undefined));
  await readPage(page).click();
  await page.clock.runFor(5000);
  await expect(bar(page).getByRole('status')).toContainText('The voice did not speak.');
  await expect(key(page, 'Go on')).toBeVisible();
});

test('a browser that cannot mark ranges marks the block by a class, and takes it away', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(globalThis, 'Highlight', { value: undefined }));
  await openWith(page, browsers.windows, easy);
  await page.locator('[data-idea] > button').first().click();
  await page.clock.runFor(100);
  await expect(page.locator('[data-idea] .read-block')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.locator('.read-block')).toHaveCount(0);
});
