/** A library's display: when posters change, when they stand still, and what a phone reads off its code. */
import jsQR from 'jsqr';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { shortAddress } from '../../src/gallery/screen/addresses.ts';
import { filesOfSet, fitting, widthNeeded } from '../../src/gallery/screen/picture-choice.ts';
import { qrDrawing } from '../../src/gallery/screen/qr.ts';
import { after, asked, begin, dueAt, idleAfter, runs, type Happening, type Steps } from '../../src/gallery/screen/steps.ts';

/** A screen with a clock: things happen to it, and time passes as in a browser that wakes up only when something is due. */
class Display {
  now = 1000;
  steps: Steps;
  constructor(count: number, plays: boolean, seconds = 20) {
    this.steps = begin(count, plays, seconds, this.now);
  }
  happen(...all: Happening[]): this {
    for (const one of all) this.steps = after(this.steps, one, this.now);
    return this;
  }
  /** @param seconds how long nobody does anything */
  wait(seconds: number): this {
    const end = this.now + seconds * 1000;
    for (let due = dueAt(this.steps); due !== undefined && due <= end && !this.steps.reload; due = dueAt(this.steps)) {
      this.now = due;
      this.happen({ kind: 'time' });
    }
    this.now = end;
    return this;
  }
}
const pointer = { kind: 'hold', by: 'pointer' } as const;
const focus = { kind: 'hold', by: 'focus' } as const;

describe('what the address asks for', () => {
  test.each([
    ['', false, 20],
    ['?play', true, 20],
    ['?play=1&seconds=30', true, 30],
    ['?play=0', false, 20],
    ['?play=off', false, 20],
    ['?seconds=3', false, 10],
    ['?seconds=0', false, 10],
    ['?seconds=10', false, 10],
    ['?seconds=99999', false, 600],
    ['?seconds=-40', false, 20],
    ['?seconds=30.5', false, 20],
    ['?seconds=1e3', false, 20],
    ['?seconds=thirty&play', true, 20],
    ['?seconds=', false, 20],
  ])('%s', (search, play, seconds) => expect(asked(search)).toEqual({ play, seconds }));
});

describe('posters', () => {
  test('stand still until somebody presses Play', () => {
    const display = new Display(10, false).wait(3600);
    expect(display.steps).toMatchObject({ at: 0, playing: false });
    expect(display.happen({ kind: 'toggle' }).wait(20).steps.at).toBe(1);
  });

  test('change after their time, go round, and are all shown', () => {
    const display = new Display(3, true, 30);
    expect(display.wait(29.9).steps.at).toBe(0);
    expect([1, 2, 3, 4].map(() => display.wait(30).steps.at)).toEqual([1, 2, 0, 1]);
  });

  test('play on for as long as nobody comes, also when Play was pressed by hand', () => {
    const display = new Display(10, false).happen({ kind: 'toggle' });
    expect(display.wait(180).steps).toMatchObject({ at: 9, playing: true });
  });

  test('have their whole time from the moment when they are seen', () => {
    const display = new Display(3, true, 10).wait(10);
    display.now += 3000;
    expect(display.happen({ kind: 'shown' }).wait(9.9).steps.at).toBe(1);
    expect(display.wait(0.2).steps.at).toBe(2);
  });

  test('one alone never changes, and nothing is due', () => {
    expect(dueAt(new Display(1, true).steps)).toBeUndefined();
    expect(dueAt(new Display(0, true).steps)).toBeUndefined();
  });

  test.each([pointer, focus])('wait while $by holds them, and then have their whole time again', (hold) => {
    const display = new Display(10, true).wait(15).happen(hold).wait(60);
    expect(display.steps).toMatchObject({ at: 0, playing: true });
    display.happen({ ...hold, kind: 'release' });
    expect(display.wait(19.9).steps.at).toBe(0);
    expect(display.wait(0.2).steps.at).toBe(1);
  });

  test('wait until both pointer and focus have gone', () => {
    const display = new Display(10, true).happen(pointer, focus, { kind: 'release', by: 'focus' });
    expect(runs(display.steps)).toBe(false);
    expect(runs(display.happen({ kind: 'release', by: 'pointer' }).steps)).toBe(true);
  });

  test('step both ways, round the ends, and stop by it', () => {
    const display = new Display(3, true).happen({ kind: 'step', by: -1 });
    expect(display.steps).toMatchObject({ at: 2, playing: false });
    expect(display.happen({ kind: 'step', by: 1 }).steps.at).toBe(0);
    expect(display.wait(60).steps.at).toBe(0);
  });

  test('play at once when Play is pressed, whatever held them', () => {
    expect(runs(new Display(3, false).happen(pointer, focus, { kind: 'toggle' }).steps)).toBe(true);
  });

  test('stop for a person who wants no motion, and do not begin again', () => {
    expect(new Display(3, true).happen({ kind: 'reduce' }).wait(600).steps).toMatchObject({ at: 0, playing: false });
  });
});

describe('when everybody has gone', () => {
  const idle = idleAfter / 1000;

  test('a screen that stood still is at its first poster again', () => {
    const display = new Display(10, false).happen({ kind: 'step', by: 1 }, { kind: 'step', by: 1 });
    expect(display.wait(idle - 1).steps.at).toBe(2);
    expect(display.wait(2).steps).toMatchObject({ at: 0, playing: false });
  });

  test('a screen that plays by itself plays again', () => {
    const display = new Display(10, true).happen({ kind: 'step', by: 1 });
    expect(display.wait(idle - 1).steps).toMatchObject({ at: 1, playing: false });
    expect(display.wait(2).steps).toMatchObject({ at: 0, playing: true });
    expect(display.wait(20).steps.at).toBe(1);
  });

  test('a tap, too, holds it only so long', () =>
    expect(new Display(10, true).happen({ kind: 'touch' }).wait(idle + 21).steps).toMatchObject({ at: 1, playing: true }));

  test('a mouse that was left on the poster does not hold it for ever', () =>
    expect(new Display(10, true).happen(pointer).wait(idle + 21).steps).toMatchObject({ at: 1, playing: true, held: [] }));

  test('every touch counts as being there', () => {
    const display = new Display(10, false).happen({ kind: 'step', by: 1 }).wait(80).happen({ kind: 'input' });
    expect(display.wait(80).steps.at).toBe(1);
    expect(display.wait(11).steps.at).toBe(0);
  });
});

describe('a newer build', () => {
  test('is loaded at the end of a poster', () => {
    const display = new Display(10, true).wait(5).happen({ kind: 'fresh' });
    expect(display.wait(14).steps.reload).toBe(false);
    expect(display.wait(2).steps).toMatchObject({ reload: true, at: 0 });
  });

  test('waits until a person has gone', () => {
    const display = new Display(10, true).happen(pointer, { kind: 'fresh' });
    expect(display.wait(89).steps.reload).toBe(false);
    expect(display.wait(2).steps.reload).toBe(true);
  });

  test('is loaded by a screen that stands still too, and by one without artworks', () => {
    for (const count of [0, 1, 10]) expect(new Display(count, false).happen({ kind: 'fresh' }).wait(91).steps.reload).toBe(true);
  });
});

describe('the picture that fits', () => {
  const set = '/a/400.jpg 400w, /a/1800.jpg 1800w, /a/800.jpg 800w, /a/1200.jpg 1200w';
  test.each([
    ['a phone', 3 / 4, 375, 740, 3, '/a/1200.jpg'],
    ['a display of 1920 by 1080', 3 / 4, 1920, 1080, 1, '/a/800.jpg'],
    ['the same, upright', 3 / 4, 1080, 1920, 1, '/a/1200.jpg'],
    ['a display of 3840 by 2160', 3 / 4, 3840, 2160, 1, '/a/1800.jpg'],
    ['a wide poster', 4 / 3, 1920, 1080, 1, '/a/1800.jpg'],
    ['more than there is', 4 / 3, 3840, 2160, 2, '/a/1800.jpg'],
  ])('%s', (_what, ratio, width, height, density, address) =>
    expect(fitting(set, widthNeeded(ratio, { width, height }, density))).toBe(address),
  );

  test('no picture, no address', () => {
    expect(fitting('', 800)).toBeUndefined();
    expect(filesOfSet('/a/one.jpg, /b/2.jpg 2x')).toEqual([]);
  });
});

describe('the QR code', () => {
  const read = async (drawing: string) => {
    // jsQR is CommonJS: its function is the default of its default here.
    const decode = 'default' in jsQR ? (jsQR as unknown as { default: typeof jsQR }).default : jsQR;
    const { data, info } = await sharp(Buffer.from(drawing)).resize(300).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    return decode(new Uint8ClampedArray(data), info.width, info.height, { inversionAttempts: 'dontInvert' })?.data;
  };

  test.each([
    'http://127.0.0.1:4321/gallery/aim-high/',
    'https://a-long-name-of-a-council.gov.uk/children-and-families/local-offer/gallery/create-opportunities/',
    'https://rådhus.example/galleri/é/',
  ])('of %s gives that address', async (address) => expect(await read(qrDrawing(address))).toBe(address));

  test('is black on white with four empty modules around it', async () => {
    const drawing = qrDrawing('https://example.org/');
    const side = Number(/viewBox="0 0 (\d+)/.exec(drawing)![1]);
    const { data, info } = await sharp(Buffer.from(drawing))
      .resize(side, side, { kernel: 'nearest' })
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const dark = (x: number, y: number) => data[(y * info.width + x) * info.channels]! < 128;
    const all = Array.from({ length: side * side }, (_, index) => ({ x: index % side, y: Math.floor(index / side) })).filter(({ x, y }) =>
      dark(x, y),
    );
    expect(Math.min(...all.flatMap(({ x, y }) => [x, y]))).toBe(4);
    expect(Math.max(...all.flatMap(({ x, y }) => [x, y]))).toBe(side - 5);
    expect(drawing).not.toMatch(/<script|href/);
  });
});

test('the address in words is short', () => {
  expect(shortAddress('https://www.example.org/local-offer/gallery/aim-high/')).toBe('example.org/local-offer/gallery/aim-high');
  expect(shortAddress('http://127.0.0.1:4321/gallery/aim-high/')).toBe('127.0.0.1:4321/gallery/aim-high');
});
