/** The recording of a description: what is published is sound and nothing else, and its link tells the truth. */
import { parseBuffer } from 'music-metadata';
import { describe, expect, test } from 'vitest';
import { audioOf, AudioUnusable, measured, withoutTags } from '../../src/gallery/audio.ts';
import { lengthInWords } from '../../src/readings/sizes.ts';
import { apeV2, id3v1, id3v2, lyrics3, silence, taggedSilence } from './silent-mp3.ts';

const secret = 'Amy Secretname';
const sound = silence(3);
const holdsSecret = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1').includes('Secretname');

describe('tags are cut off, with any name in them', () => {
  test.each([
    ['ID3v2 before the sound, with a picture that looks like sound', Buffer.concat([id3v2(secret), sound])],
    ['two of them', Buffer.concat([id3v2(secret), id3v2(secret), sound])],
    ['ID3v1 behind it', Buffer.concat([sound, id3v1(secret)])],
    ['APEv2 behind it', Buffer.concat([sound, apeV2(secret)])],
    ['APEv2 before it', Buffer.concat([apeV2(secret), sound])],
    ['Lyrics3 and ID3v1 behind it', Buffer.concat([sound, lyrics3(secret), id3v1(secret)])],
    ['ID3v2 behind it', Buffer.concat([sound, id3v2(secret)])],
    ['words that are no tag at all', Buffer.concat([Buffer.from(secret), sound, Buffer.from(secret)])],
    ['all of them, and one between', taggedSilence(3, secret)],
  ])('%s', (_what, bytes) => {
    expect(holdsSecret(bytes)).toBe(true);
    const clean = withoutTags(bytes);
    expect(holdsSecret(clean)).toBe(false);
    // Whole frames of the same sound, as many as went in.
    expect(clean.length).toBeGreaterThanOrEqual(sound.length);
    expect(clean.length).toBeLessThanOrEqual(sound.length + 144);
    expect(Buffer.from(clean).equals(silence((clean.length / 144) * 0.036 - 0.01))).toBe(true);
  });

  test('the sound itself is left as it is', () => expect(Buffer.from(withoutTags(sound)).equals(sound)).toBe(true));

  test('a reader of tags finds some before, and none after', async () => {
    const tagged = taggedSilence(3, secret);
    const [before, after] = [await parseBuffer(tagged), await parseBuffer(Buffer.from(withoutTags(tagged)))];
    expect(before.common.artist).toBe(secret);
    expect(before.common.picture).toHaveLength(1);
    expect(after.common.artist).toBeUndefined();
    expect(after.common.picture).toBeUndefined();
    expect(Object.values(after.native).flat()).toEqual([]);
  });

  test('a frame that the end of the file cuts is left out', () => {
    expect(withoutTags(sound.subarray(0, sound.length - 10)).length).toBe(sound.length - 144);
  });

  // 22,050 samples a second at 32,000 bits a second (MPEG 2): 104 bytes; 44,100 at 128,000 (MPEG 1, with padding): 417 or 418 bytes.
  test.each([
    ['MPEG 2', Buffer.concat(Array.from({ length: 50 }, () => Buffer.from([0xff, 0xf3, 0x40, 0xc0, ...Buffer.alloc(100)])))],
    [
      'MPEG 1 in stereo, with padding',
      Buffer.concat(
        Array.from({ length: 50 }, (_, at) =>
          Buffer.concat([Buffer.from([0xff, 0xfb, at % 2 ? 0x92 : 0x90, 0x00]), Buffer.alloc(at % 2 ? 414 : 413)]),
        ),
      ),
    ],
  ])('%s is kept whole', async (_what, bytes) => {
    expect(Buffer.from(withoutTags(Buffer.concat([id3v2(secret), bytes, id3v1(secret)]))).equals(bytes)).toBe(true);
    const { format } = await parseBuffer(bytes, { mimeType: 'audio/mpeg' }, { duration: true });
    expect((await measured('listen', bytes)).seconds).toBeCloseTo(format.duration!, 1);
  });
});

test('its length and its size are those of what is published', async () => {
  const { seconds, bytes } = await measured('listen', taggedSilence(65, secret));
  expect(seconds).toBeCloseTo(65, 0);
  expect(bytes).toBe(withoutTags(taggedSilence(65, secret)).length);
  expect(lengthInWords(seconds)).toBe('1 minute 5 seconds');
});

test.each([
  [0.2, '1 second'],
  [1.4, '1 second'],
  [59.6, '1 minute'],
  [60, '1 minute'],
  [61, '1 minute 1 second'],
  [150, '2 minutes 30 seconds'],
])('%d seconds are "%s"', (seconds, words) => expect(lengthInWords(seconds)).toBe(words));

describe('a bad file stops the build with a sentence', () => {
  test.each([
    ['is no MP3', Buffer.alloc(0)],
    ['is no MP3', Buffer.from('These are words, and not sound.')],
    ['is no MP3', Buffer.concat([Buffer.from('RIFF\x24\x08\0\0WAVEfmt ', 'latin1'), Buffer.alloc(4000, 0x55)])],
    ['is no MP3', id3v2(secret)],
    ['is shorter than 1 second', silence(0.5)],
    ['is 16 minutes long', silence(16 * 60)],
  ])('that %s', async (why, bytes) => {
    const failed = await measured('listen', bytes).catch((error: Error) => error);
    expect(failed).toBeInstanceOf(AudioUnusable);
    expect((failed as Error).message).toMatch(new RegExp(`^The file audio.mp3 of the artwork listen \\(field "audio"\\) ${why}.*[.]$`));
  });

  test('that is not there', async () => {
    const failed = audioOf({ id: 'no-such-artwork', data: { audio: 'audio.mp3' } });
    await expect(failed).rejects.toThrow(
      'The artwork no-such-artwork names "audio.mp3" in the field "audio", and there is no such file. Put it there, or take the field out.',
    );
  });
});

test('an artwork without a recording has none', async () => {
  expect(await audioOf({ id: 'listen', data: {} })).toBeUndefined();
});
