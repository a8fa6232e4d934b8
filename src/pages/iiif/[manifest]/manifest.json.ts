/** An artwork for other people's viewers, and all artworks in one. */
import type { APIRoute, GetStaticPaths } from 'astro';
import type { ArtworkEntry } from '../../../gallery/artworks.ts';
import { galleryName } from '../../../gallery/iiif/addresses.ts';
import { answerWith, artworksForOthers, factsOf, galleryFacts, siteFacts } from '../../../gallery/iiif/documents.ts';
import { galleryManifestOf, manifestOf } from '../../../gallery/iiif/manifest.ts';

interface Props {
  artworks: ArtworkEntry[];
  together: boolean;
}

export const getStaticPaths = (async () => {
  const artworks = await artworksForOthers();
  const all = { params: { manifest: galleryName }, props: { artworks, together: true } satisfies Props };
  const each = artworks.map((artwork) => ({
    params: { manifest: artwork.id },
    props: { artworks: [artwork], together: false } satisfies Props,
  }));
  return artworks.length > 0 ? [all, ...each] : [];
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = async ({ props: { artworks, together } }) => {
  const [facts, gallery, site] = [await Promise.all(artworks.map(factsOf)), await galleryFacts(), siteFacts()];
  return answerWith(together ? galleryManifestOf(facts, gallery, site) : manifestOf(facts[0]!, gallery, site));
};
