/** The list of figures: each number, date and telephone number that a page may state, with who says so. Held against the built pages. */
import { z } from 'astro/zod';
import { citation } from './topic.schema.ts';

const written = z
  .array(z.string().min(1))
  .min(1)
  .describe(
    'how pages write it, each with a word or two beside the number so that it fits nothing else; in quotes where it is only a number',
  );
const on = z
  .array(z.string().regex(/^\/(.*\/)?$/))
  .optional()
  .describe('the pages where it may stand, as /pledge/listen/ or /gallery/ with all below it; leave it out where it may stand anywhere');

export const figuresSchema = z.strictObject({
  facts: z
    .array(
      z.strictObject({
        fact: z.string().min(5).describe('what the figure is, in a few words'),
        sources: z.array(citation).min(1).describe('who says so: files in content/sources/'),
        written,
        on,
      }),
    )
    .describe('figures that a source gives'),
  own: z
    .array(z.strictObject({ reason: z.string().min(10).describe('why it needs no source'), written, on }))
    .describe('figures of our own: what we drew, made up as an example, or count ourselves'),
  addresses: z
    .array(
      z.strictObject({ address: z.url().describe('an address on the web'), reason: z.string().min(10).describe('why pages lead there') }),
    )
    .describe('addresses that pages lead to and that no source and no line of local-offer.yaml gives'),
});
export type Figures = z.infer<typeof figuresSchema>;
