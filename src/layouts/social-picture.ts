/** Draws a social picture (1200 × 630 pixels, as Open Graph readers expect): a title on its colour, with its shape. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import satori from 'satori';
import sharp from 'sharp';
import type { ShapeMarkup } from '../readings/shapes.ts';
import { coloursOf } from '../styles/hues.ts';

const cache = '.cache/social';
let font: Promise<Buffer> | undefined;

export interface SocialPicture {
  title: string;
  site: string;
  hue: number | undefined;
  shape: ShapeMarkup | undefined;
}

/** @returns a PNG; the same words and shape are drawn once and kept */
export async function socialPicture(picture: SocialPicture): Promise<Buffer> {
  const file = join(
    cache,
    `${createHash('sha256')
      .update(JSON.stringify(['3', picture, sharp.versions]))
      .digest('hex')
      .slice(0, 24)}.png`,
  );
  if (existsSync(file)) return readFile(file);
  const png = await draw(picture);
  await mkdir(cache, { recursive: true });
  const fresh = `${file}.${process.pid}`;
  await writeFile(fresh, png);
  await rename(fresh, file);
  return png;
}

async function draw({ title, site, hue, shape }: SocialPicture): Promise<Buffer> {
  const { tint, bright } = hue === undefined ? { tint: '#efeef6', bright: '#b6b4fe' } : coloursOf(hue);
  const ink = '#1b1a2b';
  font ??= readFile('src/styles/fonts/social.ttf');
  const box = (style: Record<string, unknown>, children?: unknown) => ({
    type: 'div',
    props: { style: { display: 'flex', ...style }, children },
  });
  const markup = shape && `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${shape.viewBox}" fill="${bright}">${shape.paths}</svg>`;
  const tree = box(
    {
      // The drawing library counts the padding on top of these: 1200 × 630 together.
      width: 1056,
      height: 486,
      background: tint,
      color: ink,
      padding: 72,
      flexDirection: 'row',
      alignItems: 'center',
      justifyContent: 'space-between',
    },
    [
      box({ flexDirection: 'column', justifyContent: 'space-between', height: 486, width: markup ? 680 : 1056 }, [
        box({ fontSize: title.length > 44 ? 68 : 84, lineHeight: 1.08 }, title),
        box({ fontSize: 34 }, site),
      ]),
      ...(markup
        ? [{ type: 'img', props: { src: `data:image/svg+xml;base64,${Buffer.from(markup).toString('base64')}`, width: 340, height: 340 } }]
        : []),
    ],
  );
  const svg = await satori(tree as Parameters<typeof satori>[0], {
    width: 1200,
    height: 630,
    fonts: [{ name: 'Letters', data: await font, weight: 700 }],
  });
  // Flat colours need no dots between them: the file is smaller, and made in a third of the time.
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 64, effort: 1, dither: 0 }).toBuffer();
}
