/** Addresses of IIIF documents, from the root and without base. Other people's collections keep them, so they never change. */
import { imageService } from '../addresses.ts';

export const collectionAddress = '/iiif/collection.json';
/** What stands in the place of an artwork for the manifest with all of them; so no artwork has this name. */
export const galleryName = 'gallery';
/** @param id of an artwork, or `galleryName` */
export const manifestAddress = (id: string) => `/iiif/${id}/manifest.json`;
export const infoAddress = (id: string) => `${imageService(id)}/info.json`;
/** Parts of a manifest: they are named, and never fetched by themselves. */
export const canvasAddress = (id: string) => `/iiif/${id}/canvas`;
export const annotationAddress = (id: string, name: string) => `/iiif/${id}/annotations/${name}`;
