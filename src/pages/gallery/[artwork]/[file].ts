/** The picture files of the artworks. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIRoute } from 'astro';
import { allArtworks } from '../../../gallery/artworks.ts';
import { derivativesOf } from '../../../gallery/derivatives.ts';
import { contentDir } from '../../../readings/content-dir.ts';

const pictureOf = (id: string, picture: string) => derivativesOf(join(contentDir(), 'gallery', id, picture));

export async function getStaticPaths() {
  const artworks = [...(await allArtworks()).values()];
  const paths = await Promise.all(
    artworks.map(async ({ id, data }) => {
      const { files } = await pictureOf(id, data.picture);
      return files.map((file) => ({ params: { artwork: id, file }, props: { picture: data.picture } }));
    }),
  );
  return paths.flat();
}

export const GET: APIRoute = async ({ params, props }) => {
  const { folder } = await pictureOf(params.artwork!, props.picture as string);
  const bytes = await readFile(join(folder, params.file!));
  return new Response(new Uint8Array(bytes), { headers: { 'Content-Type': params.file!.endsWith('.avif') ? 'image/avif' : 'image/jpeg' } });
};
