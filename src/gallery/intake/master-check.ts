/** Whether the picture of an artwork is the cleaned one that intake makes. */
import sharp from 'sharp';

/** @param bytes of picture.jpg @returns sentences that say what is wrong; none when it can be shown */
export async function masterProblems(bytes: Uint8Array): Promise<string[]> {
  try {
    await sharp(bytes, { failOn: 'warning' }).resize(64, 64, { fit: 'inside' }).toBuffer();
    return [];
  } catch (error) {
    return [`cannot be read as a picture: ${(error as Error).message.split('\n')[0]}. Save it again with "npm run gallery -- add".`];
  }
}
