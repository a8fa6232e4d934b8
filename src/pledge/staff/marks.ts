/** What a person should look at before they decide, for the list of marks in `Marks.astro`. */
import { flags } from '../form/fields.ts';
import type { Fills } from '../filled-page.ts';
import type { Entry } from '../register/register.ts';
import { signaturePath } from './own-path.ts';

/** The name by which people of staff know an entry. */
export const nameOf = ({ published, answers, reference }: Entry): string => published?.name ?? answers.setting ?? reference;

/** As the register compares them: case is folded by way of capitals, so that ß and ss are the same. */
const folded = (name: string) => name.normalize('NFC').trim().toUpperCase().toLowerCase().normalize('NFC');
const foldedNames = ({ published, answers }: Entry) => [published?.name, answers.setting].flatMap((name) => (name ? [folded(name)] : []));

/** Whether another entry, which the register says is alike, has the very same name and not only one that looks like it. */
export const hasSameName = (entry: Entry, other: Entry): boolean => {
  const names = foldedNames(entry);
  return foldedNames(other).some((name) => names.includes(name));
};

/** @param others all entries by their reference @returns the fills of `Marks.astro` */
export function markFills(entry: Entry, others: ReadonlyMap<string, Entry>): Fills {
  const alike = entry.alike.flatMap((reference) => others.get(reference) ?? []);
  const linked = (of: Entry[]): Fills[] =>
    of.map((other) => ({
      text: { name: nameOf(other), reference: other.reference },
      set: { link: { href: signaturePath(other.reference) } },
    }));
  const [same, look] = [alike.filter((other) => hasSameName(entry, other)), alike.filter((other) => !hasSameName(entry, other))];
  return {
    when: {
      marks: alike.length > 0 || flags.some((flag) => entry.flags.includes(flag)),
      ...Object.fromEntries(flags.map((flag) => [`mark-${flag}`, entry.flags.includes(flag)])),
    },
    each: { same: linked(same), look: linked(look) },
  };
}
