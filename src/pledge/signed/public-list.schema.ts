/** The public list as a file: what `npm run register -- export --public` writes, and the build reads from `DATA_DIR/signed.json`. */
import { z } from 'astro/zod';
import { day } from '../../readings/topic.schema.ts';
import { kinds } from '../form/fields.ts';
import { idForm } from './place-of-signatory.ts';

const publicId = z.string().regex(new RegExp(`^${idForm}$`));
const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((text) => !/\p{Cc}/u.test(text));

const isHttps = (text: string) => URL.canParse(text) && new URL(text).protocol === 'https:' && new URL(text).username === '';

export const signatorySchema = z.strictObject({
  id: publicId.describe('the 8 small letters and figures of its public page, as the register gave them'),
  // A moderator may have worded it longer than the form takes it.
  name: line(300).describe('the name of the setting in one line, at most 300 letters'),
  kind: z.enum(kinds).describe(`one of: ${kinds.join(', ')}`),
  area: line(100).describe('the id of an area of content/local-offer.yaml'),
  date: day,
  sentence: line(600).optional().describe('the sentence as it was approved, in one line, or leave the field out'),
  website: z.string().max(500).refine(isHttps).optional().describe('an address that begins with https://, or leave the field out'),
});

/** Each thing that the whole list promises: one id one setting, the areas that this site has, a count that is true. */
export const publicListSchema = (areas: readonly string[]) =>
  z
    .strictObject({
      changed: z.iso.datetime().nullable().describe('when the list last changed, in UTC, as "2026-11-23T10:00:00.000Z", or null'),
      count: z.number().int().min(0).describe('how many signatories there are'),
      signatories: z.array(signatorySchema).describe('a list of settings, each with id, name, kind, area and date'),
      withdrawn: z.array(publicId).describe('a list of ids of 8 small letters and figures'),
    })
    .superRefine(({ count, signatories, withdrawn }, context) => {
      const say = (message: string, ...path: (string | number)[]) => context.addIssue({ code: 'custom', path, message });
      const seen = new Set<string>();
      for (const [index, { id, area }] of signatories.entries()) {
        if (seen.has(id)) say(`The id "${id}" stands there twice`, 'signatories', index, 'id');
        if (withdrawn.includes(id)) say(`The id "${id}" is said to be withdrawn too`, 'signatories', index, 'id');
        if (!areas.includes(area))
          say(`"${area}" is no area of content/local-offer.yaml (${areas.join(', ')})`, 'signatories', index, 'area');
        seen.add(id);
      }
      if (count !== signatories.length) say(`There are ${signatories.length} signatories`, 'count');
    });
