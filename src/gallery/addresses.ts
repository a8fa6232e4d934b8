/** Addresses of an artwork and its files, from the root and without base. Other people's pages link to them, so they never change. */
import { mayEmbed } from './consent.ts';
import type { Artwork } from './artwork.schema.ts';

export const artworkAddress = (id: string) => `/gallery/${id}/`;
/** @param file as `1200.jpg`, of `Derivatives.pictures` */
export const pictureAddress = (id: string, file: string) => `/gallery/${id}/${file}`;
/** The address of the IIIF image, without a slash at its end. */
export const imageService = (id: string) => `/iiif/images/${id}`;
/**
 * Where the tiles stand, without a slash at the end. The zoom of our own page needs them in any case; where the consent does not allow
 * other sites, they stand apart from what is offered to those.
 */
export const tilesAddress = ({ id, data }: { id: string; data: Pick<Artwork, 'standIn' | 'consent'> }) =>
  mayEmbed(data) ? imageService(id) : `/gallery/${id}/tiles`;
