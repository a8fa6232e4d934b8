/** The picture of an artwork for other people's viewers; its tiles are put beside it by a step of the build. */
import type { APIRoute, GetStaticPaths } from 'astro';
import type { ArtworkEntry } from '../../../../gallery/artworks.ts';
import { answerWith, artworksForOthers, factsOf, siteFacts } from '../../../../gallery/iiif/documents.ts';
import { infoOf } from '../../../../gallery/iiif/info.ts';

interface Props {
  artwork: ArtworkEntry;
}

export const getStaticPaths = (async () =>
  (await artworksForOthers()).map((artwork) => ({
    params: { artwork: artwork.id },
    props: { artwork } satisfies Props,
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = async ({ props: { artwork } }) => answerWith(infoOf(await factsOf(artwork), siteFacts()));
