/**
 * The build's own step for artworks: makes their files before the pages are made, puts them into the finished site, and serves the same
 * while a person writes. Throws away what is kept of artworks that are no longer shown.
 */
import { createReadStream, existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { pictureAddress, tilesAddress } from './addresses.ts';
import { withoutTags } from './audio.ts';
import { mayPrint } from './consent.ts';
import { cacheFolder, derivativesOf, type Derivatives } from './derivatives.ts';
import { artworkFolder, shownRecords, type ArtworkRecord } from './records.ts';

/** @returns the files of an artwork: where each stands in the site, from the root without base → its path */
function filesOf(record: ArtworkRecord, { folder, pictures, tiles }: Derivatives): [string, string][] {
  return [
    ...pictures.map(({ file }): [string, string] => [pictureAddress(record.id, file), join(folder, 'pictures', file)]),
    ...tiles.files.map((file): [string, string] => [`${tilesAddress(record)}/${file}`, join(folder, 'tiles', file)]),
    ...[record.data.audio, mayPrint(record.data) ? record.data.colouring : undefined].flatMap((file): [string, string][] =>
      file ? [[pictureAddress(record.id, file), join(artworkFolder(record.id), file)]] : [],
    ),
  ];
}

/** Makes what is missing, two at a time. @param say tells a person who waits how far it is */
export async function prepareArtworks(records: ArtworkRecord[], say: (sentence: string) => void): Promise<[ArtworkRecord, Derivatives][]> {
  let done = 0;
  const started = Date.now();
  return Promise.all(
    records.map(async (record): Promise<[ArtworkRecord, Derivatives]> => {
      const derivatives = await derivativesOf(artworkFolder(record.id));
      done += 1;
      if (Date.now() - started > 2000) say(`Pictures of artworks: ${done} of ${records.length} ready (${record.id}).`);
      return [record, derivatives];
    }),
  );
}

/** Throws away what is kept of pictures that are not shown any more, and what a build that was stopped left behind. */
async function prune(kept: Derivatives[]): Promise<void> {
  const names = new Set(kept.map(({ folder }) => basename(folder)));
  if (!existsSync(cacheFolder())) return;
  for (const name of await readdir(cacheFolder()))
    if (!names.has(name)) await rm(join(cacheFolder(), name), { recursive: true, force: true });
}

async function place(file: string, path: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  if (path.endsWith('.mp3')) await writeFile(file, withoutTags(await readFile(path)));
  else await copyFile(path, file);
}

/** @param base where the site stands on its host, with slashes at both ends */
export function galleryFiles(base: string): AstroIntegration {
  let prepared: [ArtworkRecord, Derivatives][] = [];
  const prepare = async (logger: AstroIntegrationLogger) => {
    const { shown, over } = shownRecords();
    for (const id of over)
      logger.warn(
        `The consent for the artwork ${id} has ended, so it is not shown. Ask the family again, then change "reviewBy", or withdraw it.`,
      );
    prepared = await prepareArtworks(shown, (sentence) => logger.info(sentence));
    await prune(prepared.map(([, derivatives]) => derivatives));
  };
  return {
    name: 'gallery',
    hooks: {
      'astro:build:start': ({ logger }) => prepare(logger),
      'astro:build:done': async ({ dir, logger }) => {
        const files = prepared.flatMap(([record, derivatives]) => filesOf(record, derivatives));
        for (const [address, path] of files) await place(join(fileURLToPath(dir), address), path);
        logger.info(`${files.length} files of ${prepared.length} artworks.`);
      },
      'astro:server:setup': async ({ server, logger }) => {
        await prepare(logger);
        const files = new Map(prepared.flatMap(([record, derivatives]) => filesOf(record, derivatives)));
        server.middlewares.use((request, response, next) => {
          const address = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
          const path = files.get(address) ?? files.get(`/${address.slice(base.length)}`);
          if (path) createReadStream(path).pipe(response);
          else next();
        });
      },
    },
  };
}
