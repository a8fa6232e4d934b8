/** The whole of progress as other programs read it. `/progress/data.schema.json` is this, as JSON Schema 2020-12. */
import { z } from 'astro/zod';
import { citation, statuses, updateSchema } from '../readings/topic.schema.ts';
import { milestoneStates, planSchema, recordSchema } from './record.schema.ts';

const partDate = z.string().describe('a date as exactly as it is known: 2021-07-15, 2021-07 or 2021, or an end, as "by 2021-07"');
const twoReadings = z.object({ standard: z.string(), easyRead: z.string() }).describe('the words in both readings');
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** What was so on a day. */
export const stateSchema = z.object({
  id: z.string().describe('the strand, as its folder below content/progress/'),
  status: z
    .object({ status: z.enum(statuses), word: z.string().describe("the source's own word"), on: partDate, source: citation })
    .nullable()
    .describe('null where nobody has said it'),
  accountable: z
    .object({ role: z.string().nullable(), on: partDate, source: citation })
    .nullable()
    .describe('the role that answers for it; a role of null means that the source does not say it'),
  done: recordSchema.shape.done,
  next: recordSchema.shape.next,
  milestones: z.array(
    z.object({
      name: z.string(),
      words: twoReadings.extend({ picture: z.string() }),
      state: z.enum(milestoneStates),
      due: partDate.optional(),
      on: partDate,
      source: citation,
    }),
  ),
  measures: z.array(
    z.object({
      name: z.string(),
      words: twoReadings.extend({ picture: z.string() }),
      unit: z.string(),
      latest: z
        .object({ on: partDate, value: z.number(), exactness: z.string(), source: citation, reported: partDate.optional() })
        .nullable(),
    }),
  ),
});

const strand = z.object({
  id: z.string(),
  address: z.url().describe('its page in the standard reading'),
  easyRead: z.url().describe('its page in easy read'),
  title: twoReadings,
  record: recordSchema.describe('all that was ever said of it, with every date'),
  state: stateSchema.describe('what is so on the day "asOf"'),
});

export const dataSchema = z.object({
  $schema: z.url().describe('the address of this description'),
  name: z.string().describe('the site that this comes from'),
  asOf: day.describe('the day for which the states are given'),
  plans: z.array(strand.extend({ record: planSchema, strands: z.array(strand) })),
  updates: z.array(
    z.object({
      id: z.string(),
      address: z.url(),
      easyRead: z.url(),
      on: partDate,
      title: twoReadings,
      summary: twoReadings,
      strands: updateSchema.shape.strands,
      events: updateSchema.shape.events,
      sources: z.array(citation),
    }),
  ),
  sources: z.record(
    z.string(),
    z.object({ title: z.string(), publisher: z.string(), address: z.url().optional(), published: partDate.optional(), read: z.string() }),
  ),
});

export type ProgressData = z.infer<typeof dataSchema>;

/** @param address where the description itself is published */
export const dataJsonSchema = (address: string) => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: address,
  title: 'Progress of a SEND Local Offer',
  description:
    'Plans, strands, their records, their states on a day, and dated updates. Made by our own project; no standard of this kind exists.',
  ...withoutDraft(z.toJSONSchema(dataSchema, { target: 'draft-2020-12', io: 'input', unrepresentable: 'any' })),
});

/** Its own draft and name are said above. */
const withoutDraft = ({ $schema: _draft, ...rest }: Record<string, unknown>) => rest;
