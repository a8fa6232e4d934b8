/** Addresses of what other websites show of the gallery, from the root and without base. They stand in other people's pages for years. */

/** @param artwork the one to show; undefined: the whole gallery */
export const embedAddress = (artwork: { id: string } | undefined) => (artwork ? `/gallery/${artwork.id}/embed/` : '/gallery/embed/');
/** The page "Put this on your website", in the standard reading. */
export const shareAddress = '/gallery/share/';
/** What a website loads so that a frame grows with what it shows. */
export const frameScriptAddress = '/gallery/share/frame.js';
