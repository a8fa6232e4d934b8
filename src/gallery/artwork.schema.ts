/** What is known of an artwork. No field holds a child's name, and none will. */
import { z } from 'astro/zod';
import { citation, day } from '../readings/topic.schema.ts';

/** What a family can agree to. Each makes some files, and without it they are not made. */
export const scopes = ['site', 'embeds', 'print', 'reuse'] as const;

const consent = z.strictObject({
  scope: z
    .array(z.enum(scopes))
    .describe('what the family agreed to: site (shown here), embeds (shown on other sites), print (to print), reuse (others may use it)'),
  givenOn: day.describe('the day when the family signed'),
  reviewBy: day.describe('when to ask again; builds after this day leave it out'),
  form: z.string().min(3).describe('where the signed form is kept, without a name: "Schools team, folder 12"'),
});

export const artworkSchema = z.strictObject({
  title: z.string().min(2).describe('what the artwork is called'),
  value: z.string().describe('the value of the pledge that it shows: a folder in content/pledge/'),
  order: z.number().int().describe('its place in the gallery'),
  standIn: z.boolean().describe('true when it stands in for an artwork that we do not have'),
  picture: z.literal('picture.jpg').describe('picture.jpg: the picture that "npm run gallery -- add" has made of the scan'),
  made: z.number().int().optional().describe('the year when it was made'),
  material: z.string().optional().describe('what it is made of'),
  ageGroup: z
    .strictObject({ from: z.number().int().min(0).max(25), to: z.number().int().min(0).max(25) })
    .refine(({ from, to }) => to - from >= 2)
    .optional()
    .describe('how old the artist was, as { from: 11, to: 16 }: at least 2 years between, so that nobody can tell who it was'),
  alt: z.string().min(30).max(150).describe('what is seen, in 30 to 150 characters, with no names'),
  description: z.array(z.string().min(10)).min(1).describe('what is seen, in 2 to 4 paragraphs, with all words written on it'),
  written: z.array(z.string().min(1)).describe('all words written on it, line by line; [] when there are none'),
  question: z.string().describe('a question to talk about'),
  easyAlt: z.string().describe('what is seen, in 1 easy sentence'),
  easyDescription: z
    .array(
      z.strictObject({ picture: z.string().describe('a picture of the dictionary'), words: z.string().describe('1 or 2 easy sentences') }),
    )
    .min(1)
    .describe('what is seen, as Ideas'),
  easyQuestion: z.string().describe('an easy question to talk about'),
  audio: z.literal('audio.mp3').optional().describe('a recording of the description: audio.mp3 beside this file'),
  colouring: z.literal('colouring.svg').optional().describe('a sheet to colour in that a person has drawn: colouring.svg beside this file'),
  consent: consent.nullable().describe('what the family agreed to; null only for a stand-in'),
  licence: z
    .string()
    .regex(/^http:\/\/(creativecommons\.org\/(licenses|publicdomain)|rightsstatements\.org\/vocab)\/[\w./-]+\/$/)
    .optional()
    .describe(
      'the licence under which others may use it, as its http:// address of creativecommons.org or rightsstatements.org: http://creativecommons.org/licenses/by-nc/4.0/',
    ),
  sources: z.array(citation).default([]).describe('where its facts come from'),
  lastChecked: day.describe('the day when it was last checked'),
});
export type Artwork = z.infer<typeof artworkSchema>;
