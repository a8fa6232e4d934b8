/** A council of whose artworks none may be shown elsewhere: its page says so, and no code leads to nothing. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { expect, test } from 'vitest';
import { buildSite } from '../council/build.ts';
import { ContentCopy, temporaryFolder } from '../council/council.ts';

test('where no family agreed to other websites there are no codes, and frames that still stand there say so kindly', async () => {
  using content = new ContentCopy();
  content.remove('gallery/the-open-gate');
  const folder = temporaryFolder();
  const site = join(folder, 'site');
  const read = (address: string) => load(readFileSync(join(site, address, 'index.html'), 'utf8'));
  try {
    const { code, output } = await buildSite({ CONTENT_DIR: content.folder, OUT_DIR: site, SITE_URL: 'https://westmere.example.org' });
    expect(code, output).toBe(0);
    for (const [start, words] of [
      ['', 'there are no codes here'],
      ['easy-read/', 'You cannot show our pictures'],
    ] as const) {
      const share = read(`${start}gallery/share`);
      expect(share('main').text()).toContain(words);
      expect(share('textarea, iframe, button.copy').length).toBe(0);
      expect(read(`${start}gallery`)('link[type="application/json+oembed"], a[href$="/gallery/share/"]').length).toBe(0);
    }
    const embed = read('gallery/embed');
    expect(embed('main').text()).toContain('There are no pictures to see at the moment.');
    expect(embed('img, [data-artwork]').length).toBe(0);
    expect(embed('main a').attr('href')).toBe('/gallery/');
    for (const file of ['gallery/oembed.json', 'gallery/a-long-bench/embed', 'gallery/a-long-bench/oembed.json', 'iiif/a-long-bench'])
      expect(existsSync(join(site, file)), file).toBe(false);
    // It is still shown here.
    expect(read('gallery/a-long-bench')('main figure img').length).toBeGreaterThan(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
