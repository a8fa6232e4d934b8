/** The list of all manifests for other people's viewers. */
import type { APIRoute } from 'astro';
import { answerWith, artworksForOthers, factsOf, galleryFacts, siteFacts } from '../../gallery/iiif/documents.ts';
import { collectionOf } from '../../gallery/iiif/manifest.ts';

export const GET: APIRoute = async () =>
  answerWith(collectionOf(await Promise.all((await artworksForOthers()).map(factsOf)), await galleryFacts(), siteFacts()));
