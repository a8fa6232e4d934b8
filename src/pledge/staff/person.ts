/** Who has signed in, and whether they may decide, from what the provider says of them. */
import type { Claims } from './provider.ts';

/** Most characters of a name or an address that is kept with a decision. */
const most = 100;

const text = (value: unknown): string =>
  typeof value === 'string'
    ? [
        ...value
          .toWellFormed()
          .normalize('NFC')
          .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
          .trim(),
      ]
        .slice(0, most)
        .join('')
    : '';

/** @returns "Ada Lovelace (ada@council.example)": the name, and what tells two people of one name apart */
export function personOf({ name, email, preferred_username: login, sub }: Claims): string {
  const account = text(email) || text(login) || text(sub);
  return text(name) ? `${text(name)} (${account})` : account;
}

/** Whether the provider says, in `groups` or in `roles`, that they are in the group that decides. */
export function mayDecide({ groups, roles }: Claims, group: string): boolean {
  return [groups, roles].flat().includes(group);
}

/** Entra ID names no groups when somebody is in too many of them (200), only where to ask: then an app role must be used. */
export const hasTooManyGroups = ({ _claim_names: elsewhere, groups }: Claims): boolean =>
  groups === undefined && typeof elsewhere === 'object' && elsewhere !== null && 'groups' in elsewhere;
