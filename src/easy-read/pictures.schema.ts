/** The picture dictionary: one idea has one picture, and a picture stands for one idea. */
import { z } from 'astro/zod';

const concept = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

export const picturesSchema = z.strictObject({
  sets: z
    .record(
      concept,
      z.strictObject({
        name: z.string().describe('the name of the set of pictures'),
        author: z.string().describe('who made it'),
        link: z.url().describe('where it is found'),
        licence: z.string().describe('its licence'),
        licenceLink: z.url().describe('where the licence is found'),
      }),
    )
    .describe('the sets that the pictures come from'),
  pictures: z.record(
    concept,
    z.strictObject({
      means: z
        .string()
        .min(3)
        .max(60)
        .describe('the one idea that it stands for, in a few words: "a doctor or nurse"; no other picture has the same'),
      file: z
        .string()
        .regex(/^[^/\\]+\.(svg|png|jpg|webp)$/)
        .describe('a file in content/pictures/: .svg, .png, .jpg or .webp'),
      shows: z.string().describe('what is to be seen in it, for authors'),
      set: z.string().describe('the set that it comes from'),
      original: z.string().optional().describe('its name in that set'),
      otherNames: z.array(z.string()).optional().describe('other words by which an author may look for it: [GP, clinic]'),
    }),
  ),
});
export type Pictures = z.infer<typeof picturesSchema>;
