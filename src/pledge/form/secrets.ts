/** The keys that tokens are signed with: from the settings, or made once and kept beside the register. */
import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { SettingError } from '../../settings.ts';

/**
 * @param given FORM_SECRETS, newest first: the first signs, all are accepted. Several machines need the same ones
 * @param dataDir where one is kept when none is given
 * @throws SettingError when a key is too short, or cannot be kept
 */
export function loadSecrets(given: readonly string[], dataDir: string): string[] {
  if (given.some((secret) => secret.length < 32))
    throw new SettingError(
      'FORM_SECRETS holds a key of fewer than 32 characters. Write longer ones, newest first, with commas between them.',
    );
  if (given.length > 0) return [...given];
  const file = join(dataDir, 'form-secrets');
  try {
    return keptIn(file);
  } catch (error) {
    if (error instanceof SettingError) throw error;
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new SettingError(
      `The key of the form could not be kept in ${file} (${code}). Let this account write to DATA_DIR, or set FORM_SECRETS.`,
    );
  }
}

function keptIn(file: string): string[] {
  const known = read(file);
  if (known) return known;
  mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 });
  // Not by the number of the process: in a container it is the same at each start, and one that was killed leaves its file.
  const mine = `${file}.${randomBytes(6).toString('hex')}.new`;
  const handle = openSync(mine, 'wx', 0o600);
  writeSync(handle, `${randomBytes(32).toString('base64url')}\n`);
  fsyncSync(handle);
  closeSync(handle);
  try {
    // A link fails where the name is taken: of two processes that start at once, both end with the key of the first.
    linkSync(mine, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(mine);
  }
  return read(file) ?? [];
}

function read(file: string): string[] | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const secrets = text.split(/\s+/).filter(Boolean);
  if (secrets.length === 0 || secrets.some((secret) => secret.length < 32))
    throw new SettingError(`${file} holds no whole key. Delete the file: a new one is made at the next start.`);
  return secrets;
}
