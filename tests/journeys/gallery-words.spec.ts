/**
 * What a person who does not see hears of an artwork. Two programs stand for screen readers: a simulated one, which follows the
 * specifications, and Chromium's own accessibility tree, which it hands to real ones. Neither is a real screen reader, and no claim
 * about one is made.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { parse } from 'yaml';
import type { Artwork } from '../../src/gallery/artwork.schema.ts';
import { contentDir } from '../../src/readings/content-dir.ts';
import { sentencesOf } from '../../src/easy-read/sentences.ts';
import { wordsFor, type InterfaceWord } from '../../src/readings/interface-words.ts';
import { builtPage, examples, titleOf } from './example-pages.ts';
import { expect, inBothReadings, test } from './site.ts';

const artwork = examples.gallery && builtPage(examples.gallery)('main .wall h2 a').attr('href');
const library = fileURLToPath(import.meta.resolve('@guidepup/virtual-screen-reader')).replace(/[^/\\]+$/, 'index.browser.js');
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

/** All that the simulated screen reader says of the main part, from its beginning to its end. */
async function heard(page: Page): Promise<string[]> {
  await page.route('**/virtual-screen-reader.js', (route) => route.fulfill({ path: library, contentType: 'text/javascript' }));
  return page.evaluate(async () => {
    const { virtual } = (await import(`${location.origin}/virtual-screen-reader.js`)) as {
      virtual: Record<'start' | 'next' | 'stop' | 'lastSpokenPhrase' | 'spokenPhraseLog', (options?: object) => Promise<never>>;
    };
    const container = document.querySelector('main')!;
    await virtual.start({ container });
    const said: string[] = [];
    for (let step = 0; step < 600; step += 1) {
      said.push(await virtual.lastSpokenPhrase());
      if (/^end of main/.test(said.at(-1)!)) break;
      await virtual.next();
    }
    await virtual.stop();
    return said;
  });
}

/** Fails unless each phrase is said, and in this order. */
function expectInOrder(said: readonly string[], wanted: readonly string[]) {
  let from = 0;
  for (const phrase of wanted) {
    const at = said.findIndex((one, index) => index >= from && plain(one).includes(phrase));
    expect(
      at,
      `"${phrase}" is said after "${wanted[wanted.indexOf(phrase) - 1] ?? 'the beginning'}"\n${said.slice(from).join('\n')}`,
    ).toBeGreaterThanOrEqual(from);
    from = at;
  }
}

if (artwork) {
  const data = parse(readFileSync(join(contentDir(), artwork, 'artwork.yaml'), 'utf8')) as Artwork;

  for (const { reading, start } of inBothReadings) {
    const address = start + artwork;
    const say = wordsFor(reading);
    const name = titleOf(address);
    const alt = reading === 'easy-read' ? data.easyAlt : data.alt;
    const seen = reading === 'easy-read' ? data.easyDescription.flatMap(({ words }) => sentencesOf(words)) : data.description;
    const question = reading === 'easy-read' ? data.easyQuestion : data.question;
    const buttons: InterfaceWord[] = ['zoomIn', 'zoomOut', 'zoomWhole', 'zoomFull', 'moveLeft', 'moveRight', 'moveUp', 'moveDown'];

    test.describe(`the words of an artwork, in ${reading}`, () => {
      test.use({ bypassCSP: true });

      test('as a simulated screen reader says them', async ({ page }) => {
        await page.goto(address);
        await expect(page.locator('[data-ready]')).toHaveCount(1);
        const said = await heard(page);
        expectInOrder(said, [
          `heading, ${name}, level 1`,
          say('zoomBox').replace('{name}', name),
          alt,
          ...buttons.map((word) => `button, ${say(word)}`),
          say('zoomIsWhole'),
          `heading, ${say('whatYouSee')}, level 2`,
          ...seen.map(plain),
          `heading, ${say('questionToTalkAbout')}, level 2`,
          plain(question),
          say('artworkAll'),
          say('takeDown'),
        ]);
        expect(
          said.filter((phrase) => phrase.includes(alt)),
          'the short description is said once',
        ).toHaveLength(1);
        for (const word of ['zoomOut', 'zoomWhole', 'moveLeft'] as const)
          expect(said.find((phrase) => phrase.startsWith(`button, ${say(word)}`))).toContain('disabled');
      });
    });

    test(`the words of an artwork, in ${reading}, as the browser hands them to screen readers`, async ({ page }) => {
      await page.goto(address);
      await page.locator('[data-zoom=in]').click();
      await page.waitForFunction(() => document.querySelectorAll('.zoom-tile').length > 0);
      const client = await page.context().newCDPSession(page);
      const { nodes } = (await client.send('Accessibility.getFullAXTree')) as {
        nodes: {
          nodeId: string;
          parentId?: string;
          ignored: boolean;
          role?: { value: string };
          name?: { value: string };
          properties?: { name: string; value: { value: unknown } }[];
        }[];
      };
      const byId = new Map(nodes.map((node) => [node.nodeId, node]));
      const inFigure = nodes.filter((node) => {
        for (let above = node.parentId && byId.get(node.parentId); above; above = above.parentId ? byId.get(above.parentId) : undefined)
          if (above.role?.value === 'figure') return !node.ignored;
        return false;
      });
      const named = (role: string) => inFigure.filter((node) => node.role?.value === role).map((node) => plain(node.name?.value ?? ''));
      expect(named('region'), 'the box has a name').toEqual([say('zoomBox').replace('{name}', name)]);
      // The tiles repeat what the picture shows, and are not told of.
      expect(named('image'), 'one picture, with its short description').toEqual([alt]);
      expect(named('button')).toEqual(buttons.map((word) => say(word)));
      expect(named('group')).toEqual([say('zoomTools')]);
      const state = (word: InterfaceWord) =>
        inFigure.find((node) => node.name?.value === say(word))?.properties?.find((property) => property.name === 'disabled')?.value
          .value ?? false;
      expect([state('zoomIn'), state('zoomOut'), state('moveLeft')]).toEqual([false, false, false]);
      const said = nodes.filter((node) => !node.ignored && node.role?.value === 'StaticText').map((node) => plain(node.name?.value ?? ''));
      const all = said.join(' ');
      for (const words of [...seen, question, say('zoomLevel').replace('{percent}', '200').replace('{times}', '2')])
        expect(all).toContain(plain(words));
      const status = nodes.find((node) => node.role?.value === 'status' && byId.get(node.parentId!)?.role?.value !== 'banner');
      expect(status?.properties?.find((property) => property.name === 'live')?.value.value).toBe('polite');
    });
  }
}
