/** A recording of a description. Its tags may hold a person's name, so they are cut off. */

/** @param bytes of an MP3 file @returns the same without ID3v2 before and ID3v1 after the sound */
export function withoutTags(bytes: Uint8Array): Uint8Array {
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  const first = text(0, 3) === 'ID3' ? 10 + ((bytes[6]! << 21) | (bytes[7]! << 14) | (bytes[8]! << 7) | bytes[9]!) : 0;
  const last = text(bytes.length - 128, bytes.length - 125) === 'TAG' ? bytes.length - 128 : bytes.length;
  return bytes.subarray(first, last);
}
