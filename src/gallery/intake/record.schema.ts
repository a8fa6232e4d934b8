/** What a person says about a scan, in a file or by answering: an artwork, without what this command makes itself. */
import { z } from 'astro/zod';
import { artworkSchema } from '../artwork.schema.ts';

const box = z
  .array(z.number().int().min(0))
  .length(4)
  .describe('boxes to paint over, each as [from the left, from the top, width, height] in pixels: [[100, 200, 300, 80]]');

export const recordSchema = artworkSchema.omit({ picture: true, audio: true, colouring: true }).extend({
  title: artworkSchema.shape.title.optional().describe('what the artwork is called; the name of its value when left out'),
  order: artworkSchema.shape.order.optional().describe('its place in the gallery; that of its value in the pledge when left out'),
  standIn: artworkSchema.shape.standIn.default(false),
  consent: artworkSchema.shape.consent.default(null),
  lastChecked: artworkSchema.shape.lastChecked.optional(),
  slug: z.string().optional().describe('the name of its folder and page; the name of its value when left out'),
  mask: z.array(box).default([]).describe('boxes to paint over: [[100, 200, 300, 80]]'),
  names: z
    .array(z.string())
    .default([])
    .describe('names of people that must not be published, as ["First Last"]: they are looked for in all texts, and never kept'),
});
export type IntakeRecord = z.infer<typeof recordSchema>;

/** Reserved by the gallery's own pages, and `gallery` by the manifest of all artworks. */
export const reservedNames = ['embed', 'gallery', 'screen', 'share'];
