/** A build of bad content ends with exit code 1 and a sentence: no stack trace, and not half a site. */
import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import sharp from 'sharp';
import { buildSite } from '../council/build.ts';
import { ContentCopy } from '../council/council.ts';

const halfAPicture = async () => {
  const whole = await sharp({
    create: { width: 1300, height: 1250, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 30 } },
  })
    .jpeg()
    .toBuffer();
  return whole.subarray(0, Math.floor(whole.length / 2));
};

const faults: { name: string; make: (content: ContentCopy) => void | Promise<void>; says: RegExp }[] = [
  {
    name: 'a picture that nobody has',
    make: (content) => content.change('help-now/easy-read.mdx', 'picture="hand"', 'picture="hande"'),
    says: /help-now\/easy-read\.mdx:\d+ names the picture "hande".*Near it: hand\b/,
  },
  {
    name: 'no local-offer.yaml',
    make: (content) => content.remove('local-offer.yaml'),
    says: /local-offer\.yaml is missing\./,
  },
  {
    name: 'an artwork of which half was lost',
    make: async (content) => {
      content.write('gallery/a-long-bench/picture.jpg', await halfAPicture());
    },
    says: /gallery\/a-long-bench\/artwork\.yaml.*"picture\.jpg", which cannot be read.*Make it with "npm run gallery -- add"/,
  },
];

test.each(faults)(
  '$name',
  async ({ make, says }) => {
    using content = new ContentCopy();
    await make(content);
    const site = join(dirname(content.folder), 'site');
    try {
      const { code, output } = await buildSite({ CONTENT_DIR: content.folder, OUT_DIR: site, SITE_URL: 'https://westmere.example.org' });
      expect(output).toMatch(says);
      expect(code).toBe(1);
      expect(output.split('\n').filter((line) => /^\s+at |Stack trace/.test(line))).toEqual([]);
      expect(existsSync(site), 'no half of a site').toBe(false);
    } finally {
      rmSync(site, { recursive: true, force: true });
    }
  },
  180_000,
);
