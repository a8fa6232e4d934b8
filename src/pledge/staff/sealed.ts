/**
 * What a browser keeps for us between "Sign in" and the way back, unreadable and unchangeable (AES-256-GCM). The server keeps
 * nothing of it, so that people who only knock cannot push out those who are signing in.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const [ivLength, tagLength] = [12, 16];
const keyOf = (secret: string) => Buffer.from(hkdfSync('sha256', secret, '', 'staff sign-in', 32));

/** @param secrets newest first; the newest seals @returns letters, figures, hyphens and underscores */
export function seal(secrets: readonly string[], value: unknown): string {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secrets[0]!), iv);
  const data = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), data]).toString('base64url');
}

/** @returns what was sealed with one of the secrets; undefined when it was not, or was changed */
export function unseal(secrets: readonly string[], sealed: string): unknown {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length <= ivLength + tagLength) return undefined;
  for (const secret of secrets) {
    try {
      const open = createDecipheriv('aes-256-gcm', keyOf(secret), bytes.subarray(0, ivLength), { authTagLength: tagLength });
      open.setAuthTag(bytes.subarray(ivLength, ivLength + tagLength));
      return JSON.parse(Buffer.concat([open.update(bytes.subarray(ivLength + tagLength)), open.final()]).toString('utf8'));
    } catch {
      // Not this secret.
    }
  }
  return undefined;
}
