/** The gallery on a library's website: in a frame, in a locked frame, without any script, as small as a phone's column. */
import { builtPage, examples } from './example-pages.ts';
import { asTested, listenTo, otherWebsite, seeAllPictures, type OtherWebsite } from './other-website.ts';
import { endAll, start } from './server-process.ts';
import { expect, test } from './site.ts';

const { gallery } = examples;
const all = '/gallery/embed/';
/** The artworks that may be shown elsewhere, by the page that shows them. */
const artworks = gallery
  ? builtPage(all)('[data-artwork]')
      .toArray()
      .map(({ attribs }) => attribs['data-artwork']!)
  : [];
const one = `/gallery/${artworks[0]}/embed/`;
test.skip(artworks.length === 0, 'The content has no artwork that may be shown elsewhere.');

let library: OtherWebsite;
test.beforeAll(async () => {
  library = await otherWebsite();
});
test.afterAll(async () => {
  await library.close();
  endAll();
});

const hosts = (baseURL: string) => [new URL(baseURL).host, new URL(library.origin).host];
const frame = (baseURL: string, address: string, more = '') =>
  `<iframe src="${new URL(address, baseURL).href}" title="Art" ${more}></iframe>`;

const ways = [
  { way: 'a plain frame', more: '', javaScriptEnabled: true },
  { way: 'a frame with sandbox="allow-scripts"', more: 'sandbox="allow-scripts"', javaScriptEnabled: true },
  { way: 'a frame that may do nothing', more: 'sandbox=""', javaScriptEnabled: true },
  { way: 'a browser without script', more: '', javaScriptEnabled: false },
];
for (const { way, more, javaScriptEnabled } of ways)
  test.describe(way, () => {
    test.use({ javaScriptEnabled });

    for (const address of [all, one])
      test(`shows ${address === all ? 'the gallery' : 'an artwork'}, 280 pixels wide, and leaves nothing behind`, async ({
        page,
        baseURL,
      }) => {
        const heard = listenTo(page, hosts(baseURL!));
        await page.goto(library.put(frame(baseURL!, address, `width="280" height="500" ${more}`)));
        expect(await seeAllPictures(page)).toBe(address === all ? artworks.length : 1);
        const inside = page.frames()[1]!;
        const names = await inside.locator('main :is(h1, h2).name').allTextContents();
        expect(names.filter((name) => name.trim().length > 2)).toHaveLength(address === all ? artworks.length : 1);
        for (const alt of await inside.locator('main img').evaluateAll((images) => images.map((image) => image.getAttribute('alt'))))
          expect(alt!.length).toBeGreaterThanOrEqual(30);
        const wide = await inside.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(wide, 'nothing stands out at the side').toBeLessThanOrEqual(0);
        await expect
          .poll(() => inside.evaluate(() => [...document.fonts].some(({ status }) => status === 'loaded')), 'our letters come')
          .toBe(true);
        const background = await inside.evaluate(() => getComputedStyle(document.body).backgroundColor);
        expect(background, 'our styles hold').toBe('rgb(255, 253, 248)');
        const kept = await inside.evaluate(() => {
          // Where the frame has no origin, keeping is an error, and so nothing is kept.
          try {
            return [localStorage.length, sessionStorage.length];
          } catch {
            return [0, 0];
          }
        });
        expect(kept).toEqual([0, 0]);
        expect(await page.context().cookies()).toEqual([]);
        // A frame that may do nothing refuses our script, and says so; that it does is no fault.
        const refused = more === 'sandbox=""' ? /^Blocked script execution in .*sandboxed/ : /^$/;
        expect(heard.problems.filter((problem) => !refused.test(problem))).toEqual([]);
      });
  });

for (const deviceScaleFactor of [1, 2])
  test.describe(`on a screen with ${deviceScaleFactor} dots a pixel`, () => {
    test.use({ deviceScaleFactor });

    test('a frame weighs less than 500 KB, however wide, with all of its pictures', async ({ page, baseURL }) => {
      test.setTimeout(120_000);
      const heard = listenTo(page, hosts(baseURL!));
      const weights: Record<string, number> = {};
      // The browser keeps nothing from one to the next: each is the first that a reader sees.
      const client = await page.context().newCDPSession(page);
      await client.send('Network.enable');
      await client.send('Network.setCacheDisabled', { cacheDisabled: true });
      for (const width of [600, 1200])
        for (const address of [all, ...artworks.map((id) => `/gallery/${id}/embed/`)]) {
          heard.requests.length = 0;
          await page.goto(library.put(frame(baseURL!, address, `width="${width}" height="900"`)));
          await seeAllPictures(page);
          const own = heard.requests.filter((request) => request.url().startsWith(baseURL!));
          const sizes = await Promise.all(own.map((request) => request.sizes()));
          expect(own.length).toBeGreaterThanOrEqual(3);
          weights[`${address} ${width}`] = sizes.reduce(
            (sum, { responseBodySize, responseHeadersSize }) => sum + responseBodySize + responseHeadersSize,
            0,
          );
        }
      expect(Object.values(weights).every((bytes) => bytes > 10_000)).toBe(true);
      expect(Object.entries(weights).filter(([, bytes]) => bytes >= 500_000)).toEqual([]);
      expect(heard.problems).toEqual([]);
    });
  });

test('the link leads the whole window to our site', async ({ page, baseURL }) => {
  await page.goto(library.put(frame(baseURL!, all, 'width="600" height="900"')));
  await page.frameLocator('iframe').locator('a[target=_top]').last().click();
  await page.waitForURL(new URL('/gallery/', baseURL).href);
  await page.goto(library.put(frame(baseURL!, one, 'width="600" height="900"')));
  await page.frameLocator('iframe').locator('a[target=_top]').first().click();
  await page.waitForURL(new URL(`/gallery/${artworks[0]}/`, baseURL).href);
});

test.describe('the frame that fits', () => {
  const script = (baseURL: string) => `<script src="${new URL('/gallery/share/frame.js', baseURL).href}"></script>`;
  const heightOf = (page: import('@playwright/test').Page, id: string) =>
    page.locator(`#${id}`).evaluate((element) => Math.round(element.getBoundingClientRect().height));
  const post = (page: import('@playwright/test').Page, address: string, message: unknown) =>
    page
      .frames()
      .find((one) => one.url().endsWith(address))!
      .evaluate((data) => parent.postMessage(data, '*'), message);

  for (const sandbox of ['', 'sandbox="allow-scripts"'])
    test(`is as tall as what it shows, also when its width changes${sandbox && ', in a sandbox'}`, async ({ page, baseURL }) => {
      const heard = listenTo(page, hosts(baseURL!));
      await page.goto(
        library.put(frame(baseURL!, all, `id="ours" data-local-offer style="border:0;width:600px" ${sandbox}`) + script(baseURL!)),
      );
      const rest = () => page.frames()[1]!.evaluate(() => document.documentElement.scrollHeight - innerHeight);
      await expect.poll(() => heightOf(page, 'ours')).toBeGreaterThan(1000);
      await expect.poll(rest).toBeLessThanOrEqual(1);
      const before = await heightOf(page, 'ours');
      await page.locator('#ours').evaluate((element: HTMLElement) => (element.style.width = '280px'));
      await expect.poll(() => heightOf(page, 'ours')).toBeGreaterThan(before + 500);
      await expect.poll(rest).toBeLessThanOrEqual(1);
      expect(heard.problems).toEqual([]);
    });

  test('fits too when the script comes long after the frame', async ({ page, baseURL }) => {
    await page.goto(library.put(frame(baseURL!, one, 'id="ours" data-local-offer width="600" height="200"')));
    await seeAllPictures(page);
    expect(await heightOf(page, 'ours')).toBeLessThan(250);
    await page.addScriptTag({ url: new URL('/gallery/share/frame.js', baseURL).href });
    await expect.poll(() => heightOf(page, 'ours')).toBeGreaterThan(400);
  });

  test('believes no other frame, no other message, and no height beyond reason', async ({ page, baseURL }) => {
    const ours = frame(baseURL!, one, 'id="ours" data-local-offer style="border:0" width="600"');
    const stranger = frame(baseURL!, all, 'id="stranger" style="border:0" width="600" height="222"');
    await page.goto(library.put(ours + stranger + script(baseURL!)));
    await expect.poll(() => heightOf(page, 'ours')).toBeGreaterThan(400);
    const before = await heightOf(page, 'ours');
    const message = (height: unknown) => ({ type: 'local-offer:height', height });
    await post(page, all, message(700));
    await page.evaluate((data) => postMessage(data, '*'), message(700));
    for (const data of [message('700px'), message(null), message({}), { type: 'other', height: 700 }, 'local-offer:height', null, 7])
      await post(page, one, data);
    await page.waitForTimeout(200);
    expect(await heightOf(page, 'ours')).toBe(before);
    expect(await heightOf(page, 'stranger')).toBe(222);
    await post(page, one, message(1e9));
    await expect.poll(() => heightOf(page, 'ours')).toBe(8000);
    await post(page, one, message(-5));
    await expect.poll(() => heightOf(page, 'ours')).toBe(150);
  });
});

for (const { colorScheme, forcedColors } of [
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'light', forcedColors: 'active' },
] as const)
  test.describe(`${colorScheme}, forced colours ${forcedColors}`, () => {
    test.use({ colorScheme, contextOptions: { forcedColors } });

    test('the words can be read, and each picture has an edge', async ({ page }) => {
      await page.setViewportSize({ width: 280, height: 600 });
      await page.goto(all);
      const colours = await page.locator('body').evaluate((body) => [getComputedStyle(body).color, getComputedStyle(body).backgroundColor]);
      if (colorScheme === 'dark') expect(colours).toEqual(['rgb(244, 241, 234)', 'rgb(22, 21, 31)']);
      else
        expect(
          await page
            .locator('main img')
            .first()
            .evaluate((image) => getComputedStyle(image).outlineStyle),
        ).toBe('solid');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(280);
    });
  });

test('where an artwork was taken down, a frame that still asks for it says so', async ({ page, baseURL }) => {
  await page.goto(library.put(frame(baseURL!, '/gallery/taken-down/embed/', 'width="400" height="300"')));
  await expect(page.frameLocator('iframe').locator('h1')).toHaveText('This picture is not here now');
});

test('our other pages are in no frame', async ({ page, baseURL }) => {
  await page.goto(library.put(frame(baseURL!, '/gallery/', 'width="400" height="300"')));
  await expect.poll(() => page.frames()[1]?.url()).toContain('chrome-error');
});

test('a council may name the websites that show its embed pages', async ({ page }) => {
  const other = await otherWebsite();
  const server = start({ PORT: '0', EMBED_ORIGINS: library.origin });
  const own = await server.address();
  await page.goto(library.put(frame(own, one, 'width="400" height="300"')));
  await expect(page.frameLocator('iframe').locator('h1')).toBeVisible();
  await page.goto(other.put(frame(own, one, 'width="400" height="300"')));
  await expect.poll(() => page.frames()[1]?.url()).toContain('chrome-error');
  await other.close();
  server.child.kill('SIGTERM');
  await server.ended;
});

for (const start of ['', '/easy-read'])
  test.describe(`the page "Put this on your website" ${start}`, () => {
    test('copies a code, and says so', async ({ page, context }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      const heard = listenTo(page, [new URL(process.env.TESTED_SITE!).host]);
      await page.goto(`${start}/gallery/share/`);
      const code = page.locator('#code-all-frame');
      const button = page.locator('.code', { has: code }).locator('button.copy');
      await button.focus();
      await page.keyboard.press('Enter');
      await expect(page.locator('[data-copy-status]')).not.toBeEmpty();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await code.inputValue());
      await expect(button).toBeFocused();
      expect(heard.problems).toEqual([]);
    });

    test('leaves the code selected where the browser does not let it copy', async ({ page }) => {
      await page.addInitScript(() =>
        Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } }),
      );
      await page.goto(`${start}/gallery/share/`);
      await page
        .locator('.code', { has: page.locator('#code-all-link') })
        .locator('button.copy')
        .click();
      await expect(page.locator('[data-copy-status]')).not.toBeEmpty();
      const [chosen, value] = await page
        .locator('#code-all-link')
        .evaluate((box: HTMLTextAreaElement) => [box.value.slice(box.selectionStart, box.selectionEnd), box.value]);
      expect(chosen).toBe(value);
      await expect(page.locator('#code-all-link')).toBeFocused();
    });

    test('shows the real frame', async ({ page }) => {
      await page.goto(`${start}/gallery/share/`);
      await page.locator('main iframe').first().scrollIntoViewIfNeeded();
      await expect(page.frameLocator('main iframe >> nth=0').locator('main li')).toHaveCount(artworks.length);
      await page.locator('main summary').first().click();
      await page.locator('main details iframe').first().scrollIntoViewIfNeeded();
      await expect(page.frameLocator('main details iframe >> nth=0').locator('h1')).toBeVisible();
    });

    test.describe('without script', () => {
      test.use({ javaScriptEnabled: false });
      test('shows every code to select, and no button that does nothing', async ({ page }) => {
        await page.goto(`${start}/gallery/share/`);
        await expect(page.locator('#code-all-frame')).toBeVisible();
        await expect(page.locator('#code-all-frame')).toHaveAttribute('readonly', '');
        expect(await page.locator('button.copy').count()).toBe(4 * (artworks.length + 1));
        for (const button of await page.locator('button.copy').all()) await expect(button).toBeHidden();
        await page.locator('main summary').first().click();
        await expect(page.locator(`#code-${artworks[0]}-fitting`)).toBeVisible();
      });
    });
  });

for (const of of ['all', artworks[0]!])
  test(`every code, pasted into a page of a library, shows ${of === 'all' ? 'the gallery' : 'the artwork'}`, async ({ page, baseURL }) => {
    const codes: Record<string, string> = {};
    await page.goto('/gallery/share/');
    for (const kind of ['link', 'picture', 'frame', 'fitting'])
      codes[kind] = asTested(await page.locator(`#code-${of}-${kind}`).inputValue(), baseURL!);
    const heard = listenTo(page, hosts(baseURL!));
    const own = new URL(of === 'all' ? '/gallery/' : `/gallery/${of}/`, baseURL).href;

    await page.goto(library.put(codes.link! + codes.picture!));
    expect(await page.locator('a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))).toEqual([own, own]);
    await expect.poll(() => page.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(300);

    for (const kind of ['frame', 'fitting']) {
      await page.goto(library.put(codes[kind]!));
      expect(await page.locator('iframe').getAttribute('title')).toMatch(/\w{3}/);
      expect(await seeAllPictures(page)).toBe(of === 'all' ? artworks.length : 1);
    }
    await expect.poll(() => page.frames()[1]!.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(1);
    expect(heard.problems).toEqual([]);
    await page.frameLocator('iframe').locator('a[target=_top]').first().click();
    await page.waitForURL(own);
  });
