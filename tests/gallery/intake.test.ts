/** From a scan to a picture: what a person sees stays, and nothing else does. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExifReader from 'exifreader';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { masterProblems } from '../../src/gallery/intake/master-check.ts';
import { cleanPicture } from '../../src/gallery/intake/scan.ts';
import { colourAt, ownContent, paper, secretsIn, telltaleJpeg, tiff16 } from './scans.ts';

const { root, remove } = ownContent();
afterAll(remove);
function scan(name: string, bytes: Buffer): string {
  writeFileSync(join(root, name), bytes);
  return join(root, name);
}

/** Each channel within what JPEG changes of a plain colour. */
const near = (found: number[], wanted: number[], by = 6) =>
  expect(
    found.every((channel, index) => Math.abs(channel - wanted[index]!) <= by),
    `${found.join()} is not ${wanted.join()}`,
  ).toBe(true);
const [red, green, blue, yellow] = [
  [200, 40, 40],
  [40, 160, 60],
  [40, 60, 200],
  [230, 200, 50],
] as const;

async function quarters(bytes: Buffer, wanted: readonly (readonly number[])[]) {
  const places = [
    [0.25, 0.25],
    [0.75, 0.25],
    [0.25, 0.75],
    [0.75, 0.75],
  ] as const;
  for (const [index, [x, y]] of places.entries()) near(await colourAt(bytes, x, y), [...wanted[index]!]);
}

describe('what a scan tells beside its pixels', () => {
  test('a JPEG full of metadata comes out with none, and its kinds are named', async () => {
    const path = scan('full.jpg', await telltaleJpeg());
    expect(secretsIn(path), 'the scan itself must hold the secrets, or this proves nothing').toHaveLength(7);
    const { bytes, remarks } = await cleanPicture(path);
    expect(secretsIn(bytes)).toEqual([]);
    expect(remarks.join()).toMatch(/The scan held EXIF, GPS, XMP, IPTC, comments and a block of a program/);
    const tags = ExifReader.load(bytes, { expanded: true });
    for (const group of ['exif', 'gps', 'xmp', 'iptc', 'icc', 'Thumbnail', 'photoshop'] as const)
      expect(tags[group], group).toBeUndefined();
    expect(await masterProblems(bytes)).toEqual([]);
  });

  test('a TIFF and a PNG with metadata come out with none', async () => {
    for (const format of ['tiff', 'png', 'webp'] as const) {
      const bytes = await paper()
        .withExif({ IFD0: { Artist: 'SECRETARTIST' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 34/1 21/1' } })
        .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">SECRETCREATOR</x:xmpmeta>')
        .toFormat(format)
        .toBuffer();
      // PNG compresses its XMP, so that its words are not seen in the bytes.
      expect(secretsIn(bytes), format).toContain(format === 'png' ? 'SECRETARTIST' : 'SECRETCREATOR');
      const made = await cleanPicture(scan(`full.${format}`, bytes));
      expect(secretsIn(made.bytes), format).toEqual([]);
      expect(made.remarks.join(), format).toMatch(/XMP/);
      if (format !== 'tiff') expect(made.remarks.join(), format).toMatch(/EXIF, GPS\b.*\bXMP/);
    }
  });

  test('a scan that tells nothing is not said to tell something', async () => {
    const { remarks } = await cleanPicture(scan('plain.jpg', await paper().jpeg().toBuffer()));
    expect(remarks).toEqual([]);
  });

  test('a picture that was put into the project by hand is found', async () => {
    const full = await masterProblems(await telltaleJpeg());
    for (const kind of ['EXIF', 'XMP', 'IPTC', 'a comment', 'bytes after the end']) expect(full.join()).toContain(kind);
    expect(await masterProblems(await paper().png().toBuffer())).toEqual([expect.stringMatching(/is no JPEG/)]);
    expect((await masterProblems(await paper(4200, 1400).jpeg().toBuffer())).join()).toMatch(
      /4200 × 1400 .* No side may be longer than 4096/,
    );
    expect((await masterProblems(await paper(800, 600).jpeg().toBuffer())).join()).toMatch(/800 × 600 pixels/);
    expect((await masterProblems(await paper().withIccProfile('p3').jpeg().toBuffer())).join()).toMatch(/a colour profile/);
    const whole = await paper().jpeg().toBuffer();
    expect((await masterProblems(whole.subarray(0, whole.length / 2))).join()).toMatch(/damaged/);
  });
});

describe('what a person sees', () => {
  test.each([
    [3, [yellow, blue, green, red]],
    [6, [blue, red, yellow, green]],
    [8, [green, yellow, red, blue]],
  ])('a scan that lies as orientation %i says stands upright', async (orientation, wanted) => {
    const { bytes, width, height, scan: seen } = await cleanPicture(scan(`o${orientation}.jpg`, await telltaleJpeg(orientation)));
    expect([width, height]).toEqual(orientation === 3 ? [2400, 1600] : [1600, 2400]);
    expect([seen.width, seen.height]).toEqual([width, height]);
    await quarters(bytes, wanted);
  });

  test('16 bits, grey, 1 bit, transparency and another colour space become plain sRGB', async () => {
    const made = async (name: string, bytes: Buffer) => {
      const found = await cleanPicture(scan(name, bytes));
      const about = await sharp(found.bytes).metadata();
      expect([about.format, about.space, about.channels, about.depth, about.chromaSubsampling, about.icc], name).toEqual([
        'jpeg',
        'srgb',
        3,
        'uchar',
        '4:4:4',
        undefined,
      ]);
      return found.bytes;
    };
    const { data } = await paper().raw().toBuffer({ resolveWithObject: true });
    const deep = Uint16Array.from(data, (channel) => channel * 257);
    const png = await sharp(deep, { raw: { width: 2400, height: 1600, channels: 3 } })
      .toColourspace('rgb16')
      .png()
      .toBuffer();
    for (const [name, bytes] of [
      ['16.png', png],
      ['16.tif', tiff16(deep, 2400, 1600)],
    ] as const) {
      expect((await sharp(bytes).metadata()).depth, name).toBe('ushort');
      await quarters(await made(name, bytes), [red, green, blue, yellow]);
    }
    await made('grey.tiff', await paper().greyscale().tiff().toBuffer());
    await made(
      'bits.tiff',
      await paper()
        .greyscale()
        .threshold(100)
        .toColourspace('b-w')
        .tiff({ bitdepth: 1, compression: 'deflate', predictor: 'none' })
        .toBuffer(),
    );
    const clear = await sharp({ create: { width: 1600, height: 1600, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
      .png()
      .toBuffer();
    near(await colourAt(await made('clear.png', clear), 0.5, 0.5), [255, 255, 255], 1);
    // The same colours, written for another kind of screen, look the same.
    const wide = await paper().withIccProfile('p3').tiff().toBuffer();
    near(await colourAt(wide, 0.25, 0.25), [...red], 30);
    await quarters(await made('p3.tiff', wide), [red, green, blue, yellow]);
  });

  test('printing colours without a profile are taken, and said to come out duller', async () => {
    const cmyk = await paper().toColourspace('cmyk').tiff().toBuffer();
    const about = await sharp(cmyk).metadata();
    expect([about.space, about.icc]).toEqual(['cmyk', undefined]);
    const { bytes, remarks } = await cleanPicture(scan('print.tif', cmyk));
    expect(remarks.join()).toMatch(/printing colours \(CMYK\).* ask for an RGB scan/);
    expect((await sharp(bytes).metadata()).space).toBe('srgb');
  });

  test('a large scan is made smaller, and a small one stays as it is', async () => {
    const large = await cleanPicture(scan('large.tif', await paper(6000, 4000).tiff({ compression: 'lzw' }).toBuffer()));
    expect([large.width, large.height, large.scan.width]).toEqual([4096, 2731, 6000]);
    const small = await cleanPicture(scan('small.png', await paper(1600, 1200).png().toBuffer()));
    expect([small.width, small.height]).toEqual([1600, 1200]);
    expect(small.remarks.join()).toMatch(/1600 × 1200 pixels.*from 2400 pixels on/);
  });

  test('a wrong ending and more pages are said, and the picture is taken', async () => {
    const wrong = await cleanPicture(scan('really.jpg', await paper().png().toBuffer()));
    expect(wrong.remarks.join()).toMatch(/named ".jpg" and holds a PNG picture/);
    const page = await paper(1600, 2400).png().toBuffer();
    const pages = await sharp([page, page], { join: { animated: true } })
      .tiff()
      .toBuffer();
    expect((await sharp(pages).metadata()).pages).toBe(2);
    expect((await cleanPicture(scan('pages.tif', pages))).remarks.join()).toMatch(/2 pages. Only the first is used/);
  });
});

describe('a mask', () => {
  /** White paper with a magenta name in a box: nothing else on it is red and blue at once. */
  async function named(width: number, height: number, [left, top, w, h]: readonly [number, number, number, number]) {
    const stripes = Buffer.alloc(w * h * 3, 255);
    for (let at = 0; at < w * h; at += 1) if (at % 7 < 4) stripes.set([255, 0, 255], at * 3);
    const name = await sharp(stripes, { raw: { width: w, height: h, channels: 3 } })
      .png()
      .toBuffer();
    return sharp({ create: { width, height, channels: 3, background: '#ffffff' } }).composite([{ input: name, left, top }]);
  }
  /** How many pixels of a picture have less green than red and blue: the colour of the name, and any shade of it. */
  async function magenta(bytes: Buffer): Promise<number> {
    const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
    let count = 0;
    for (let at = 0; at < data.length; at += info.channels)
      if (data[at]! - data[at + 1]! > 4 || data[at + 2]! - data[at + 1]! > 4) count += 1;
    return count;
  }

  test.each([
    ['in the middle', [700, 500, 333, 77]],
    ['in a corner', [0, 0, 200, 90]],
    ['at the other corner', [2200, 1510, 200, 90]],
  ] as const)('what is under a box %s is gone, and so is the shade beside it', async (_where, box) => {
    // Low quality: the ink bleeds as far into its neighbours as JPEG lets it.
    const path = scan('named.jpg', await (await named(2400, 1600, box)).jpeg({ quality: 30 }).toBuffer());
    expect(await magenta((await cleanPicture(path)).bytes)).toBeGreaterThan(1000);
    expect(await magenta((await cleanPicture(path, [box])).bytes)).toBe(0);
  });

  test('a large scan that lies on its side is masked where a person sees the name', async () => {
    const box = [300, 400, 500, 120] as const;
    const upright = await (await named(3600, 5400, box)).png().toBuffer();
    const lying = await sharp(upright).rotate(270).withMetadata({ orientation: 6 }).jpeg({ quality: 60 }).toBuffer();
    const path = scan('lying.jpg', lying);
    const { bytes, width, height, scan: seen } = await cleanPicture(path, [box]);
    expect([width, height, seen.width, seen.height]).toEqual([2731, 4096, 3600, 5400]);
    expect(await magenta(bytes)).toBe(0);
  });

  test('the rest of the picture stays as it was', async () => {
    const path = scan('rest.png', await paper().png().toBuffer());
    const { bytes } = await cleanPicture(path, [[100, 100, 100, 100]]);
    await quarters(bytes, [red, green, blue, yellow]);
    near(await colourAt(bytes, 150 / 2400, 150 / 1600), [...red]);
  });

  test('a box outside of the picture, and one over most of it, are refused', async () => {
    const path = scan('box.png', await paper().png().toBuffer());
    await expect(cleanPicture(path, [[2300, 100, 200, 50]])).rejects.toThrow(
      /box 2300,100,200,50 does not lie on the picture, which is 2400 × 1600/,
    );
    await expect(cleanPicture(path, [[0, 0, 2400, 1600]])).rejects.toThrow(/more than half/);
  });
});
