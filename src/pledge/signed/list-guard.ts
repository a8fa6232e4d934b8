/** Holds back a build whose list of who signed lost entries that nobody withdrew. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PublicList } from '../register/register.ts';
import { shrunk } from './public-list.ts';
import { readSignedFile, signedFile } from './signed-file.ts';

/**
 * @param dataDir where the list of the new build stands, with the ids that were withdrawn
 * @returns compares it with the site that is served: a sentence that refuses the new one, or undefined
 */
export const listGuard =
  (dataDir: string) =>
  (oldFolder: string): string | undefined => {
    const file = join(oldFolder, 'pledge', 'signed.json');
    // A site from before there was a list has nothing to lose.
    if (!existsSync(file)) return undefined;
    const before = JSON.parse(readFileSync(file, 'utf8')) as Pick<PublicList, 'signatories'>;
    return shrunk(before, readSignedFile(signedFile(dataDir)));
  };
