/** What is known of an artwork. No field holds a child's name, and none will. */
import { z } from 'astro/zod';
import { citation, day } from '../readings/topic.schema.ts';

export const artworkSchema = z.strictObject({
  title: z.string().min(2).describe('what the artwork is called'),
  value: z.string().describe('the value of the pledge that it shows: a folder in content/pledge/'),
  order: z.number().int().describe('its place in the gallery'),
  standIn: z.boolean().describe('true when it stands in for an artwork that we do not have'),
  picture: z.string().describe('the name of the picture file beside this one'),
  made: z.number().int().optional().describe('the year when it was made'),
  material: z.string().optional().describe('what it is made of'),
  alt: z.string().min(30).max(150).describe('what is seen, in 30 to 150 characters, with no names'),
  description: z.array(z.string().min(10)).min(1).describe('what is seen, in 2 to 4 paragraphs, with all words written on it'),
  question: z.string().describe('a question to talk about'),
  easyAlt: z.string().describe('what is seen, in 1 easy sentence'),
  easyDescription: z
    .array(
      z.strictObject({ picture: z.string().describe('a picture of the dictionary'), words: z.string().describe('1 or 2 easy sentences') }),
    )
    .min(1)
    .describe('what is seen, as Ideas'),
  easyQuestion: z.string().describe('an easy question to talk about'),
  consent: z
    .strictObject({
      scope: z.array(z.enum(['site', 'embeds', 'print', 'reuse'])).describe('what the family agreed to'),
      reviewBy: day.describe('when to ask again'),
    })
    .nullable()
    .describe('what the family agreed to; null only for a stand-in'),
  sources: z.array(citation).default([]).describe('where its facts come from'),
  lastChecked: day.describe('the day when it was last checked'),
});
export type Artwork = z.infer<typeof artworkSchema>;
