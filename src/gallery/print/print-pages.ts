/** The addresses of the files to print, for Astro: none where there is no file. */
import type { APIRoute } from 'astro';
import type { Planned } from './plan.ts';
import type { Print } from './print.ts';
import { allPlanned, printedBytes } from './prints.ts';

const mediaTypes = { PDF: 'application/pdf', JPEG: 'image/jpeg', SVG: 'image/svg+xml' } as const;

/** @param kind of which there is one for each artwork @returns what `getStaticPaths` wants */
export const pathsOfArtworks = async (kind: Print['kind']) =>
  (await allPlanned()).filter((print) => print.kind === kind).map((print) => ({ params: { artwork: print.artwork }, props: { print } }));

/** @param ending of the files of the whole gallery, as `.pdf` @returns what `getStaticPaths` wants */
export const pathsOfAll = async (ending: string) =>
  (await allPlanned())
    .filter(({ artwork, address }) => artwork === undefined && address.endsWith(ending))
    .map((print) => ({ params: { print: print.address.slice('/gallery/'.length, -ending.length) }, props: { print } }));

export const answer: APIRoute<{ print: Planned }> = async ({ props: { print } }) =>
  new Response(new Uint8Array(await printedBytes(print)), { headers: { 'Content-Type': mediaTypes[print.type] } });
