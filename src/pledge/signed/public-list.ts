/** The public list of signatories: groups, filter, and what is published of it. Pure; `signed-file.ts` reads it. */
import { kinds, type Kind } from '../form/fields.ts';
import type { Published, PublicList } from '../register/register.ts';

export type { Published, PublicList };

export const emptyList: PublicList = { changed: null, count: 0, signatories: [], withdrawn: [] };

/** A setting of this area works in every area: it is found whichever area is asked for. */
const everyArea = 'both';

export interface Group {
  kind: Kind;
  signatories: Published[];
}

export interface Filter {
  kind?: Kind | undefined;
  area?: string | undefined;
}

const order = new Intl.Collator('en-GB', { sensitivity: 'base', numeric: true, ignorePunctuation: true });
/** By name as people look for it; by id where two have the same name, so that the order never changes by itself. */
export const byName = (a: Pick<Published, 'name' | 'id'>, b: Pick<Published, 'name' | 'id'>) =>
  order.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);

/** @returns the kinds that have signatories, in the order of the form, each with its signatories by name */
export function groupsOf({ signatories }: Pick<PublicList, 'signatories'>): Group[] {
  return kinds
    .map((kind) => ({ kind, signatories: signatories.filter((one) => one.kind === kind).sort(byName) }))
    .filter((group) => group.signatories.length > 0);
}

/** @returns the signatories of a kind and an area; all where neither is asked for */
export const filtered = ({ signatories }: Pick<PublicList, 'signatories'>, { kind, area }: Filter): Published[] =>
  signatories.filter((one) => (!kind || one.kind === kind) && (!area || one.area === area || one.area === everyArea));

/** Known fields only, whatever else an object holds; in one order, so that the same list is the same text. */
const publishedFields = ({ id, name, kind, area, date, sentence, website }: Published): Published => ({
  id,
  name,
  kind,
  area,
  date,
  ...(sentence ? { sentence } : {}),
  ...(website ? { website } : {}),
});

/**
 * The list as other programs read it, without what was withdrawn. Signs that mean something in HTML are written as JSON writes any
 * sign, so that the text can stand in a page of whoever reads it.
 * @returns JSON: changed, count, signatories
 */
export function publishedJson({ changed, signatories }: PublicList): string {
  const list = { changed, count: signatories.length, signatories: [...signatories].sort(byName).map(publishedFields) };
  return `${JSON.stringify(list, undefined, 2).replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}

/**
 * Guards the build against a list that lost entries by a mistake, as an export from the wrong store.
 * @param before the list that the built site shows
 * @param after the list that is to be built
 * @returns a sentence when more than a tenth of the entries of `before` are gone and were not withdrawn; undefined when all is well
 */
export function shrunk(before: Pick<PublicList, 'signatories'>, after: Pick<PublicList, 'signatories' | 'withdrawn'>): string | undefined {
  const accounted = new Set([...after.signatories.map(({ id }) => id), ...after.withdrawn]);
  const gone = before.signatories.filter(({ id }) => !accounted.has(id)).length;
  if (gone === 0 || gone <= before.signatories.length / 10) return undefined;
  return `${gone} of the ${before.signatories.length} settings on the list of who signed are missing from the new list, and nobody withdrew them. Look whether the new list comes from the right register.`;
}
