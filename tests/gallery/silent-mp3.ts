/** An MP3 of silence, made by hand: no tool, no library, and tags around it full of what must never be published. */

/** MPEG 1, Layer III, 32,000 bits a second, 32,000 samples a second, one channel: frames of 144 bytes and 36 ms. */
const header = [0xff, 0xfb, 0x18, 0xc0];
const frameLength = 144;
const frameSeconds = 0.036;
const latin = (text: string) => Buffer.from(text, 'latin1');

/** @param seconds of silence, rounded up to whole frames @returns frames alone, without tags */
export function silence(seconds: number): Buffer {
  const frame = Buffer.alloc(frameLength);
  Buffer.from(header).copy(frame);
  return Buffer.concat(Array.from({ length: Math.ceil(seconds / frameSeconds) }, () => frame));
}

/** Four times seven bits. */
const synchsafe = (size: number) => Buffer.from([21, 14, 7, 0].map((shift) => (size >> shift) & 0x7f));
const big = (size: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(size);
  return bytes;
};
const little = (size: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(size);
  return bytes;
};

/** ID3v2.3 with an artist, and with a picture whose bytes look like frames. */
export function id3v2(secret: string): Buffer {
  const frame = (name: string, body: Buffer) => Buffer.concat([latin(name), big(body.length), Buffer.from([0, 0]), body]);
  const picture = Buffer.concat([latin('\0image/jpeg\0\x03\0'), silence(0.2), latin(secret)]);
  const body = Buffer.concat([frame('TPE1', latin(`\0${secret}`)), frame('APIC', picture), Buffer.alloc(64)]);
  return Buffer.concat([latin('ID3\x03\0\0'), synchsafe(body.length), body]);
}

/** APEv2 with a header and a footer. */
export function apeV2(secret: string): Buffer {
  const item = Buffer.concat([little(Buffer.byteLength(secret)), little(0), latin('Artist\0'), Buffer.from(secret)]);
  const edge = (flags: number) =>
    Buffer.concat([latin('APETAGEX'), little(2000), little(item.length + 32), little(1), little(flags), Buffer.alloc(8)]);
  return Buffer.concat([edge(0xa0000000), item, edge(0x80000000)]);
}

export function lyrics3(secret: string): Buffer {
  const body = latin(`LYRICSBEGININD00002${'10'}AUT${String(secret.length).padStart(5, '0')}${secret}`);
  return Buffer.concat([body, latin(`${String(body.length).padStart(6, '0')}LYRICS200`)]);
}

export function id3v1(secret: string): Buffer {
  const tag = Buffer.alloc(128);
  latin('TAG').copy(tag);
  latin(secret).copy(tag, 3, 0, 30);
  latin(secret).copy(tag, 33, 0, 30);
  return tag;
}

/** Silence in all tags at once, before, between and behind its frames. @param secret up to 30 letters */
export function taggedSilence(seconds: number, secret: string): Buffer {
  const half = silence(seconds / 2);
  return Buffer.concat([id3v2(secret), half, id3v2(secret), half, apeV2(secret), lyrics3(secret), id3v1(secret)]);
}
