/**
 * What may be made of an artwork. A family's consent has a scope and an end, and only what it allows is made: there is no file that
 * has to be hidden. A stand-in, which we drew ourselves, may all.
 */
import type { Artwork, scopes } from './artwork.schema.ts';

type Agreed = Pick<Artwork, 'standIn' | 'consent'>;
const agreed = ({ standIn, consent }: Agreed, scope: (typeof scopes)[number]): boolean =>
  consent ? consent.scope.includes(scope) : standIn;

/** The consent has ended: the family must be asked again before it is shown. @param today as 2026-11-24 */
export const isOver = ({ consent }: Agreed, today: string): boolean => consent !== null && consent.reviewBy < today;

/** On this site at all. @param today as 2026-11-24; the last day of a consent counts */
export const mayShow = (artwork: Agreed, today: string): boolean => agreed(artwork, 'site') && !isOver(artwork, today);
/** In embed pages, oEmbed and IIIF, and for other sites to load. */
export const mayEmbed = (artwork: Agreed): boolean => agreed(artwork, 'site') && agreed(artwork, 'embeds');
/** As PDF files. */
export const mayPrint = (artwork: Agreed): boolean => agreed(artwork, 'site') && agreed(artwork, 'print');
/** For others to use as their own works. */
export const mayReuse = (artwork: Agreed): boolean => agreed(artwork, 'reuse');

/**
 * @returns the rights of an artwork as an address, in the http:// form that IIIF Presentation 3 asks for ("rights"): the licence when the
 * family agreed to reuse, "in copyright" otherwise
 */
export const rightsOf = (artwork: Agreed & Pick<Artwork, 'licence'>): string =>
  (mayReuse(artwork) && artwork.licence) || 'http://rightsstatements.org/vocab/InC/1.0/';
