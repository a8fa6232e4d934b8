/** A recording of a description: an MP3 beside the artwork's record. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseBuffer } from 'music-metadata';
import { pictureAddress } from './addresses.ts';
import type { Artwork } from './artwork.schema.ts';
import { framesOf } from './mpeg-frames.ts';
import { artworkFolder } from './records.ts';

/** A recording that cannot be used; its message says which, why, and what to do. */
export class AudioUnusable extends Error {}

export interface Audio {
  /** From the root, without base. */
  address: string;
  seconds: number;
  /** As it is published. */
  bytes: number;
}

/**
 * Leaves nothing but sound: tags of an MP3 may hold a person's name.
 * @param bytes of an MP3 file
 * @returns its frames alone; empty when it has none, so that whatever it is, it is not published
 */
export function withoutTags(bytes: Uint8Array): Uint8Array {
  return Buffer.concat(framesOf(bytes).map(({ start, length }) => bytes.subarray(start, start + length)));
}

/** A second of silence says nothing to anybody; a longer file than this is no description of one picture. */
const [least, most] = [1, 15 * 60];

/**
 * @param id of the artwork
 * @param bytes of its file as it stands in the content
 * @returns its length, and its size as it is published
 * @throws AudioUnusable when it is no MP3, or one that nobody can hear
 */
export async function measured(id: string, bytes: Uint8Array): Promise<Omit<Audio, 'address'>> {
  const refuse = (why: string) => new AudioUnusable(`The file audio.mp3 of the artwork ${id} (field "audio") ${why}`);
  const again = 'Save the recording again as MP3, or take the field "audio" out.';
  const sound = withoutTags(bytes);
  if (sound.length === 0) throw refuse(`is no MP3. ${again}`);
  const { format } = await parseBuffer(sound, { mimeType: 'audio/mpeg', size: sound.length }, { duration: true }).catch((error: Error) => {
    throw refuse(`cannot be read: ${error.message}. ${again}`);
  });
  const seconds = format.duration ?? 0;
  if (seconds < least) throw refuse(`is shorter than ${least} second. ${again}`);
  if (seconds > most)
    throw refuse(
      `is ${Math.round(seconds / 60)} minutes long. Make it ${most / 60} minutes at most: a description of 1 picture takes 1 or 2.`,
    );
  return { seconds, bytes: sound.length };
}

/**
 * @returns undefined when the artwork has no recording
 * @throws AudioUnusable with a sentence for the person who put it there
 */
export async function audioOf({ id, data }: { id: string; data: Pick<Artwork, 'audio'> }): Promise<Audio | undefined> {
  if (!data.audio) return undefined;
  const bytes = await readFile(join(artworkFolder(id), data.audio)).catch(() => {
    throw new AudioUnusable(
      `The artwork ${id} names "${data.audio}" in the field "audio", and there is no such file. Put it there, or take the field out.`,
    );
  });
  return { address: pictureAddress(id, data.audio), ...(await measured(id, bytes)) };
}
