/** Where a person of staff may be led: a closed list, so that no link can lead them away after they have signed in. */
import { isReference } from '../form/reference.ts';

export const signaturePath = (reference: string) => `/signature/${reference}/`;

/** @param asked as a link said it @returns the same when it is a page of ours to read; the queue for all else */
export function ownPath(asked: string | undefined): string {
  if (asked === '/all/') return asked;
  const reference = /^\/signature\/([^/]+)\/$/.exec(asked ?? '')?.[1];
  return reference !== undefined && isReference(reference) ? signaturePath(reference) : '/';
}
