/** Manifests, as IIIF Presentation 3 asks for (https://iiif.io/api/presentation/3.0/#52-manifest): of one artwork, and of all. Pure. */
import { artworkAddress } from '../addresses.ts';
import { collectionAddress, galleryName, manifestAddress } from './addresses.ts';
import { canvasOf, credits, metadataOf } from './canvas.ts';
import type { ArtworkFacts, GalleryFacts, SiteFacts } from './facts.ts';
import { inEnglish } from './language.ts';
import { homepages, providers, renderings, thumbnails } from './linked.ts';

const context = 'http://iiif.io/api/presentation/3/context.json';
/** Each picture is a thing of its own: no viewer lays two of them side by side as the pages of a book. */
const behavior = ['individuals'];

/** Name, alternative text and smaller picture, as lists show a manifest. */
const shortOf = (artwork: ArtworkFacts, site: SiteFacts) => ({
  id: site.at(manifestAddress(artwork.id)),
  type: 'Manifest',
  label: inEnglish(artwork.title),
  summary: inEnglish(artwork.alt),
  thumbnail: thumbnails(artwork, site),
});

const aboutOf = (artwork: ArtworkFacts, site: SiteFacts) => ({
  metadata: metadataOf(artwork),
  homepage: homepages(artworkAddress(artwork.id), artwork.title, site),
  ...renderings(artwork, site),
});

/** The same sentence or licence is said once. */
const once = (words: readonly string[]) => [...new Set(words)];

/** @param gallery whose title names the collection that it is part of */
export const manifestOf = (artwork: ArtworkFacts, gallery: GalleryFacts, site: SiteFacts) => ({
  '@context': context,
  ...shortOf(artwork, site),
  requiredStatement: credits(artwork.credit),
  rights: artwork.rights,
  ...aboutOf(artwork, site),
  provider: providers(site),
  partOf: [{ id: site.at(collectionAddress), type: 'Collection', label: inEnglish(gallery.title) }],
  behavior,
  items: [canvasOf(artwork, site)],
});

/** What the manifest of all and the collection both say. @param artworks all that others may show; at least one */
const aboutAll = (artworks: readonly ArtworkFacts[], gallery: GalleryFacts, site: SiteFacts) => {
  const rights = once(artworks.map((artwork) => artwork.rights));
  return {
    label: inEnglish(gallery.title),
    summary: inEnglish(gallery.summary),
    ...(artworks.length > 0
      ? { requiredStatement: credits(...once(artworks.map(({ credit }) => credit))), thumbnail: thumbnails(artworks[0]!, site) }
      : {}),
    // One licence for all is said here; where they differ each canvas says its own.
    ...(rights.length === 1 ? { rights: rights[0] } : {}),
    homepage: homepages('/gallery/', gallery.title, site),
    provider: providers(site),
  };
};

/**
 * All artworks in one manifest: many viewers open this better than a collection.
 * @param artworks all that others may show; at least one, since a manifest without a canvas is not valid
 */
export const galleryManifestOf = (artworks: readonly ArtworkFacts[], gallery: GalleryFacts, site: SiteFacts) => ({
  '@context': context,
  id: site.at(manifestAddress(galleryName)),
  type: 'Manifest',
  ...aboutAll(artworks, gallery, site),
  ...renderings(gallery, site),
  behavior,
  items: artworks.map((artwork) => ({
    ...canvasOf(artwork, site),
    ...aboutOf(artwork, site),
    partOf: [{ id: site.at(manifestAddress(artwork.id)), type: 'Manifest', label: inEnglish(artwork.title) }],
  })),
});

/**
 * @param artworks all that others may show; may be empty
 * @returns the list of all manifests (https://iiif.io/api/presentation/3.0/#51-collection). The manifest of all is not in it, so that who
 * gathers pictures does not get each twice.
 */
export const collectionOf = (artworks: readonly ArtworkFacts[], gallery: GalleryFacts, site: SiteFacts) => ({
  '@context': context,
  id: site.at(collectionAddress),
  type: 'Collection',
  ...aboutAll(artworks, gallery, site),
  items: artworks.map((artwork) => shortOf(artwork, site)),
});
