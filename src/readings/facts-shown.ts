/** A fact of `content/local-offer.yaml` by the name that authors write: `contact.telephone`. */
import type { LocalOffer } from './local-offer.schema.ts';

/** @returns the fact; nothing where only the council knows it, or where there is no such name */
export const factShown = ({ contact }: Pick<LocalOffer, 'contact'>, name: string) =>
  contact[name.replace(/^contact\./, '') as keyof typeof contact] ?? '';
