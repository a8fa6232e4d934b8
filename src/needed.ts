/**
 * `npm run needed -- FOLDER`: copies into an empty folder what the server needs to run, and nothing else: its own files, the built site, and
 * of its packages the files that it reads. A tenth of what `npm ci` installs; the container is made of it.
 */
import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { nodeFileTrace } from '@vercel/nft';
import { siteFolder } from './server/build.ts';
import { templateFolder } from './server/templates.build.ts';

const root = resolve(import.meta.dirname, '..');
const asked = process.argv[2];
const stop = (sentence: string): never => {
  console.error(sentence);
  process.exit(2);
};
if (asked === undefined) stop('Say into which folder: npm run needed -- FOLDER');
const folder = resolve(asked!);
const site = siteFolder();
if (existsSync(folder) && readdirSync(folder).length > 0) stop(`${folder} is not empty. Name another folder, or empty it.`);
if (!existsSync(join(site, '404.html'))) stop(`There is no built site in ${site}. Run "npm run build" first.`);

/** Files as the tracer can read them: it knows no types. */
async function source(path: string): Promise<Buffer | string | null> {
  try {
    const text = await readFile(path);
    return path.endsWith('.ts') && !path.includes('node_modules') ? stripTypeScriptTypes(String(text)) : text;
  } catch (error) {
    if (['ENOENT', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}

// Types are taken away by what Node itself does, and it says each time that this may change.
process.removeAllListeners('warning');
const entries = ['start.ts', 'register.ts'].map((name) => join(root, 'src', name));
const { fileList } = await nodeFileTrace(entries, { base: root, processCwd: root, readFile: source });
const packages = [...fileList].filter((file) => file.startsWith('node_modules/'));
for (const file of packages) {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  cpSync(join(root, file), join(folder, file), { dereference: true });
}
for (const own of ['package.json', 'src', 'content']) cpSync(join(root, own), join(folder, own), { recursive: true });
for (const built of [site, templateFolder(site)])
  if (existsSync(built)) cpSync(built, join(folder, basename(built) === basename(site) ? 'dist' : 'dist.service'), { recursive: true });
console.log(`${packages.length} files of packages, the server and the site are in ${folder}. Run it there: node src/start.ts`);
