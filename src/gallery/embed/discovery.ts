/** Where other programs find how to show the gallery: a blog that is given the address of a page looks for this link in its head. */

/**
 * @param artwork the artwork whose page is meant; undefined: the gallery
 * @returns the address of its oEmbed answer, from the root and without the site's sub-path
 */
export const oembedAddress = (artwork: { id: string } | undefined) =>
  artwork ? `/gallery/${artwork.id}/oembed.json` : '/gallery/oembed.json';
