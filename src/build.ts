/**
 * `npm run build`, and the first half of `npm start`: fetches the public list from the register, builds the site, and puts it in the
 * place of the old one when it is whole. `--force` publishes it even when signatories are missing that nobody has withdrawn.
 */
import { listGuard } from './pledge/signed/list-guard.ts';
import { ListUnusable, readSignedFile, signedFile } from './pledge/signed/signed-file.ts';
import { buildSite, siteFolder } from './server/build.ts';
import { readServiceSettings, readSettings, SettingError, type ServiceSettings } from './settings.ts';

/**
 * @param service says where the register is
 * @param force publishes it even when the public list has lost signatories
 * @returns how it ended: a sentence for the person who asked when nothing was put in place; 'stopped' when they stopped it
 */
export async function buildAll(
  folder: string,
  service: ServiceSettings,
  force: boolean,
): Promise<'built' | 'stopped' | { problem: string }> {
  const { refreshPublicList } = await import('./pledge-service.ts');
  const warning = await refreshPublicList(service);
  if (warning !== undefined) console.error(warning);
  try {
    readSignedFile(signedFile(service.dataDir));
  } catch (error) {
    if (error instanceof ListUnusable) return { problem: error.message };
    throw error;
  }
  const end = await buildSite(folder, { check: force ? undefined : listGuard(service.dataDir) });
  if (typeof end === 'object') return { problem: end.refused };
  if (end !== 'failed') return end;
  return { problem: 'The site could not be built, and the one before it stays as it was. What to mend stands above.' };
}

if (import.meta.main) {
  try {
    const unknown = process.argv.slice(2).find((word) => word !== '--force');
    if (unknown !== undefined) throw new SettingError(`There is no option "${unknown}". The only one is --force.`);
    readSettings();
    const end = await buildAll(siteFolder(), readServiceSettings(), process.argv.includes('--force'));
    if (typeof end === 'object') console.error(end.problem);
    process.exitCode = end === 'built' ? 0 : 1;
  } catch (error) {
    if (!(error instanceof SettingError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
