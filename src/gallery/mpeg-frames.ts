/**
 * The frames of an MP3: pieces of sound of some 26 ms, each with a header of four bytes (ISO/IEC 11172-3, 2.4.2.3). Only frames are
 * sound. All else in such a file are notes (ID3v1, ID3v2, APEv2, Lyrics3 and others) that may hold who spoke.
 */

/** In thousands of bits a second, by the header's four bits; 0: none. For MPEG 1, and for MPEG 2 and 2.5, both Layer III. */
const bitrates = {
  first: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0],
  later: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0],
} as const;
/** In samples a second, by the header's two bits for the version: 2.5, none, 2, 1. */
const rates = [[11025, 12000, 8000], [], [22050, 24000, 16000], [44100, 48000, 32000]] as const;

export interface Frame {
  start: number;
  /** In bytes, the header included. */
  length: number;
  seconds: number;
  /** Version, layer and rate: the same in all frames of a file. */
  kind: number;
}

/** @returns the frame whose header stands at this place; undefined when none does */
function frameAt(bytes: Uint8Array, start: number): Frame | undefined {
  const [first, second, third] = [bytes[start], bytes[start + 1], bytes[start + 2]];
  if (first !== 0xff || second === undefined || third === undefined || (second & 0xe0) !== 0xe0 || (second & 0x06) !== 0x02)
    return undefined;
  const version = (second >> 3) & 3;
  const rate = rates[version]![(third >> 2) & 3];
  const bitrate = bitrates[version === 3 ? 'first' : 'later'][third >> 4]! * 1000;
  if (rate === undefined || bitrate === 0) return undefined;
  const samples = version === 3 ? 1152 : 576;
  const length = Math.floor((samples / 8) * (bitrate / rate)) + ((third >> 1) & 1);
  return { start, length, seconds: samples / rate, kind: ((second & 0x1e) << 8) | (third & 0x0c) };
}

/** An ID3v2 tag says its own length, in four times seven bits. Pictures in it may look like sound, so it is stepped over whole. */
function behindTag(bytes: Uint8Array, start: number): number {
  const isTag = bytes[start] === 0x49 && bytes[start + 1] === 0x44 && bytes[start + 2] === 0x33 && bytes.length >= start + 10;
  if (!isTag) return start;
  const size = [6, 7, 8, 9].reduce((sum, at) => sum * 128 + (bytes[start + at]! & 0x7f), 0);
  const footer = bytes[start + 5]! & 0x10 ? 10 : 0;
  return start + 10 + size + footer;
}

/**
 * @param bytes of a file
 * @returns its whole frames, in their order. Where something stands between them, the next is one that another of its kind follows.
 */
export function framesOf(bytes: Uint8Array): Frame[] {
  const frames: Frame[] = [];
  let at = 0;
  let isSure = false;
  while (at < bytes.length) {
    const behind = behindTag(bytes, at);
    if (behind > at) {
      [at, isSure] = [behind, false];
      continue;
    }
    const frame = frameAt(bytes, at);
    const fits = frame && at + frame.length <= bytes.length && (frames.length === 0 || frames[0]!.kind === frame.kind);
    const next = fits ? frameAt(bytes, at + frame.length) : undefined;
    if (fits && (isSure || next?.kind === frame.kind)) {
      frames.push(frame);
      at += frame.length;
      isSure = true;
    } else [at, isSure] = [at + 1, false];
  }
  return frames;
}
