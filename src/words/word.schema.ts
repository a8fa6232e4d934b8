/** What an author writes about a hard word: one file, from which its page, its meaning in a sentence and search all come. */
import { z } from 'astro/zod';
import { citation, day } from '../readings/topic.schema.ts';

export const wordSchema = z.strictObject({
  word: z.string().min(2).describe('the word as it stands in a sentence'),
  meaning: z.string().min(10).describe('what it means, in 1 or 2 sentences'),
  easyMeaning: z.string().min(10).describe('what it means, in 1 easy sentence of at most 15 words'),
  otherNames: z.array(z.string()).default([]).describe('other names and initials for it; [] when there are none'),
  say: z.string().optional().describe('how a voice should say initials, as "E H C plan"'),
  example: z.string().optional().describe('a sentence that uses it'),
  easyExample: z.string().optional().describe('an easy sentence that uses it'),
  picture: z.string().describe('the name of a picture in content/pictures/pictures.yaml'),
  sources: z.array(citation).default([]).describe('where its meaning comes from; [] for an everyday word'),
  lastChecked: day.describe('the day when it was last checked, as 2026-11-23'),
});
export type Word = z.infer<typeof wordSchema>;
