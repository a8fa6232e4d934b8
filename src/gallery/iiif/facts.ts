/** What a IIIF document tells, as plain facts: who writes it needs to know nothing of topics, settings and files. */
import type { Tiles } from '../derivatives-tiles.ts';

/** A file or page that belongs to an artwork, or to all of them. */
export interface FileFacts {
  /** From the root, without base. */
  address: string;
  type: 'Text' | 'Image';
  /** As `application/pdf`. */
  format: string;
  label: string;
}

export interface ArtworkFacts {
  id: string;
  title: string;
  /** The alternative text. */
  alt: string;
  /** The name of the value that it shows. */
  value: string | undefined;
  material: string | undefined;
  made: number | undefined;
  /** Who made it, as an age group and never a name; undefined for a stand-in. */
  madeBy: string | undefined;
  /** Said wherever it is shown: who made it, or that it is a stand-in. */
  credit: string;
  /** In the http:// form of a licence or rights statement. */
  rights: string;
  /** Paragraph by paragraph. */
  description: readonly string[];
  easyDescription: readonly string[];
  written: readonly string[];
  /** The size of the whole picture in pixels. */
  width: number;
  height: number;
  tiles: Tiles;
  audio: { address: string; seconds: number } | undefined;
  prints: readonly FileFacts[];
}

export interface GalleryFacts {
  title: string;
  summary: string;
  /** What a family did not let others show is in none of these. */
  prints: readonly FileFacts[];
}

export interface SiteFacts {
  /** The name of the site and its area. */
  name: string;
  /** Makes an address absolute. @param address from the root, without base */
  at: (address: string) => string;
}
