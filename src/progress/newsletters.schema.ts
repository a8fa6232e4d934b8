/** Periods that an editor chooses for a newsletter: `content/progress/newsletters.yaml`. Every year with updates has one by itself. */
import { z } from 'astro/zod';
import { day } from '../readings/topic.schema.ts';

export const newslettersFile = 'progress/newsletters.yaml';

export const newslettersSchema = z.array(
  z.strictObject({
    period: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .describe('a short name of its own for the address, in small letters, with hyphens: 2021-to-2025'),
    title: z
      .strictObject({ standard: z.string().min(3).max(60), easyRead: z.string().min(3).max(60) })
      .describe('the period in both readings: standard and easyRead'),
    from: day.describe('its first day, as 2021-01-01'),
    to: day.describe('its last day, as 2025-12-31'),
  }),
);

export type NewsletterPeriod = z.infer<typeof newslettersSchema>[number];
