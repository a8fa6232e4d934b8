/** The words of the list that only a content knows: what an author writes into `content/pledge/signed/signed.yaml`. */
import { z } from 'astro/zod';
import { dayOrMonth } from '../../readings/topic.schema.ts';
import { kinds, type Kind } from '../form/fields.ts';

const words = z.string().trim().min(2).max(300);
const picture = (kind: string) =>
  z.string().describe(`the name of a picture in content/pictures/pictures.yaml, for the kind of setting "${kind}"`);

export const signedWordsSchema = z.strictObject({
  badge: z
    .strictObject({
      signed: words.max(60).describe('what a setting did, behind its name, as: has signed the pledge'),
      unnamed: words.max(60).describe('the same where the name cannot be drawn, as: We have signed the pledge'),
    })
    .describe('the words of the badge: signed and unnamed'),
  certificate: z
    .strictObject({
      values: words.max(80).describe('what leads to the names of the values, as: We act by these values:'),
      writeName: words.max(120).describe('what stands below an empty line for a name that cannot be drawn'),
      listed: words.max(80).describe('what stands before the address of the page of the setting, as: See us on the list:'),
    })
    .describe('what else the certificate says: values, writeName and listed'),
  pictures: z
    .strictObject(Object.fromEntries(kinds.map((kind) => [kind, picture(kind)])) as Record<Kind, z.ZodString>)
    .describe('the picture of each kind of setting'),
  earlier: z
    .strictObject({
      when: dayOrMonth,
      standard: z.array(words).min(1).describe('paragraphs; {when} is where the day of the report stands'),
      easyRead: z
        .array(z.strictObject({ picture: z.string(), words }))
        .min(1)
        .describe('Ideas, each with picture and words; {when} is where the day of the report stands'),
    })
    .optional()
    .describe('what was reported before the list began: when, standard and easyRead; leave it out when there is nothing'),
});

export type SignedWords = z.infer<typeof signedWordsSchema>;
