/** `npm run gallery -- <command>`: adds, checks and withdraws artworks. `npm run gallery -- help` lists the commands. */
import { checkArtwork } from './content-check/artworks.ts';
import { readLibrary, type Library } from './content-check/library.ts';
import type { CheckWords } from './gallery/intake/added.ts';
import { runCommand } from './gallery/intake/command.ts';
import { loadOnlyScans } from './gallery/intake/scan.ts';
import { PaperCache } from './paper/cache.ts';
import { contentDir } from './readings/content-dir.ts';
import { readToday, SettingError } from './settings.ts';

// Whatever a file calls itself: from here on nothing in this process can open a drawing, a document or a film.
loadOnlyScans();
// A stop lets what is being written end or be tidied away, where a plain signal would cut it off.
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  process.once(signal, () => process.exit(code));
const dir = contentDir();

/** All that the content check says of an artwork, before it is there; the picture is checked where it is made. */
const checkWords: CheckWords = async (slug, artwork) => {
  const library = readLibrary(dir);
  const paths: (readonly PropertyKey[])[] = [];
  const found: Awaited<ReturnType<CheckWords>> = [];
  const file = `gallery/${slug}/artwork.yaml`;
  // A line stands for a field here: there is no file yet in which it would have a line.
  const lineOf: Library['lineOf'] = (_file, ...path) => paths.push(path);
  const report: Library['report'] = (where, problem, line) => {
    const path = paths[(line ?? 0) - 1] ?? [];
    if (where === file && path[0] !== 'picture') found.push({ path, problem });
  };
  await checkArtwork({ ...library, lineOf, report }, slug, artwork);
  return found;
};

try {
  process.exitCode = await runCommand(process.argv.slice(2), {
    dir,
    today: readToday(),
    checkWords,
    // Each of them may show the artwork, and none is named after it.
    forgetPaper: () => void new PaperCache().keepOnly(new Set()),
    say: (line) => void process.stdout.write(`${line}\n`),
    complain: (line) => void process.stderr.write(`${line}\n`),
  });
} catch (error) {
  if (!(error instanceof SettingError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
