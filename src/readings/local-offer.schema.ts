/** The facts of one Local Offer: what another council changes first. */
import { z } from 'astro/zod';
import { day } from './topic.schema.ts';

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const bothReadings = z.strictObject({ standard: z.string(), easyRead: z.string() });
const blank = z.string().nullable().default(null);

export const localOfferSchema = z.strictObject({
  name: z.string().describe('the name of the site'),
  place: z.string().describe('the area that it is for'),
  easyName: z.string().describe('the name of the site in easy words'),
  easyPlace: z.string().describe('the area in easy words'),
  description: z.string().describe('one sentence that says what the site is'),
  notice: bothReadings.describe('what the site is, said at the foot of every page'),
  noticeShort: bothReadings
    .optional()
    .describe('the same in a few words, beside the name of the site; left out by a council whose own site this is'),
  official: z
    .array(
      z.strictObject({
        area: slug.describe('an area of the list "areas"'),
        name: z.string().describe('the words of the link'),
        easyName: z.string().describe('the easy words of the link'),
        address: z.url().describe('where it leads'),
      }),
    )
    .describe('the official Local Offers, when this site is not one'),
  areas: z
    .array(z.strictObject({ id: slug.describe('a short name for files and addresses'), name: z.string() }))
    .describe('the areas that the site serves'),
  helpNow: z
    .strictObject({
      page: z.string().describe('the folder of the page that holds the list'),
      lastChecked: day,
      ways: z.array(
        z.strictObject({
          id: slug,
          who: z.string(),
          how: z.string(),
          easyWho: z.string(),
          easyHow: z.string(),
          telephone: z.string(),
          text: z.boolean().default(false),
          picture: z.string(),
        }),
      ),
    })
    .describe('who can help now'),
  easyReadHelp: z
    .array(z.strictObject({ picture: z.string(), words: z.string() }))
    .min(1)
    .describe('the last Ideas of every easy-read page: who can help'),
  contact: z
    .strictObject({
      telephone: blank,
      email: blank,
      address: blank,
      openingHours: blank,
      dataProtectionOfficer: blank,
      paperCopies: blank,
      contactForm: blank,
      interpreter: blank,
    })
    .describe('facts that only the council has; null where it has not said'),
  blankNames: z.record(z.string(), bothReadings).describe('what a blank is called where it shows'),
  menu: z.array(z.string()).describe('the main menu: folders in content/'),
  foot: z.array(z.string()).describe('the links at the foot of every page: folders in content/'),
  names: z.array(z.string()).default([]).describe('names that count as known words when reading ease is measured'),
});
export type LocalOffer = z.infer<typeof localOfferSchema>;
