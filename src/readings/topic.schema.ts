/** What an author writes about a topic. Each field says what goes in, and these sentences are the manual. */
import { z } from 'astro/zod';

/** YAML readers turn a bare date into a Date; we keep what the author wrote. */
const written = (value: unknown) => (value instanceof Date ? value.toISOString().slice(0, 10) : value);

/** Whether a text is of a form, and a day or month that the calendar has: not 31 February. */
const real = (form: RegExp) => (text: string) =>
  form.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

export const day = z
  .preprocess(written, z.string().refine(real(/^\d{4}-\d{2}-\d{2}$/)))
  .describe('a day that the calendar has, written as 2026-11-23');
export const dayOrMonth = z
  .preprocess(written, z.string().refine(real(/^\d{4}-\d{2}(-\d{2})?$/)))
  .describe('a month or a day that the calendar has, written as 2021-07 or 2021-07-15');
const sentence = (most: number) => z.string().min(10).max(most);

export const citation = z.strictObject({
  source: z.string().describe('the name of a file in content/sources/, without .yaml'),
  where: z.string().optional().describe('the paragraph or section, in quotes'),
});

const topicFields = {
  title: z.string().min(2).max(80).describe('the name of the page: its heading and the words of links to it'),
  order: z.number().int().default(50).describe('a whole number: its place among the pages beside it'),
  picture: z.string().describe('the name of a picture in content/pictures/pictures.yaml'),
  sources: z.array(citation).describe('where the facts of the page come from; [] when it states none'),
  lastChecked: day.describe('the day when its facts were last checked, as 2026-11-23'),
  asReported: dayOrMonth.optional().describe('when the page reports the past: the month of the report, as 2021-07'),
  related: z.array(z.string()).default([]).describe('other pages to read next: their folders, as pledge/listen'),
  otherNames: z.array(z.string()).default([]).describe('other words that families use when they look for this page'),
  colour: z.number().min(0).max(360).optional().describe('a hue from 0 to 360, of which the page makes its colours'),
  shape: z.string().optional().describe('the name of a file in content/shapes/, without .svg'),
};

export const topicSchema = z.strictObject(topicFields);

export const statuses = ['not-started', 'on-track', 'needs-attention', 'late', 'done'] as const;

/** Something that happens on a day, or is to happen: the calendar takes those whose full day is known. */
const event = z.strictObject({
  name: z
    .strictObject({ standard: z.string().min(3).max(120), easyRead: z.string().min(3).max(80) })
    .describe('what it is, in both readings: standard and easyRead'),
  on: dayOrMonth.describe('when: 2021-07-15, or 2022-03 when only the month is known'),
  until: day.optional().describe('its last day, when it lasts more than one'),
  place: z.string().min(3).optional().describe('where, when it is known'),
  source: citation.describe('who says so: a source'),
});

/** An update on progress adds these to a topic: `content/progress/updates/<date>-<slug>/topic.yaml`. */
export const updateSchema = z.strictObject({
  ...topicFields,
  on: dayOrMonth.describe('the date of the update, as exactly as it is known: 2021-07-15 or 2022-06; its folder begins with it'),
  strands: z
    .array(z.string())
    .min(1)
    .describe('what it is about: folders below content/progress/, as phase-one/local-offer, or phase-one for all of its areas'),
  events: z.array(event).default([]).describe('days to put in a calendar; left out when there are none'),
});

export const standardSchema = z.strictObject({
  summary: sentence(220).describe('one sentence that says what the page is, at most 25 words'),
});

export const easyReadSchema = z.strictObject({
  title: z.string().min(2).max(60).optional().describe('an easier name, at most 8 words, where the topic needs one'),
  summary: sentence(120).describe('one easy sentence, at most 12 words'),
  checkedBy: z.string().trim().min(3).max(60).optional().describe('the group of people who checked this text; never their names'),
  checkedOn: day.optional().describe('the day when they checked it, as 2026-11-23'),
  checkedText: z.string().optional().describe('the mark of the words that they saw, in quotes, as the content check gives it'),
  reviewBy: day.optional().describe('the day by which it should be checked again, as 2027-11-23; 12 months after the check when left out'),
});

export const sourceSchema = z.strictObject({
  title: z.string().min(3).describe('the name of the page or document'),
  publisher: z.string().min(2).describe('who published it'),
  address: z.url().optional().describe('its address on the web, with https://'),
  published: z
    .preprocess(written, z.string().refine(real(/^\d{4}(-\d{2}(-\d{2})?)?$/)))
    .optional()
    .describe('when it was published, as exactly as it is known: 2021-07-15, 2021-07 or 2021'),
  read: z.enum(['primary', 'secondary']).describe('primary: the law or the body itself; secondary: someone who reports it'),
});

export type Citation = z.infer<typeof citation>;
export type Status = (typeof statuses)[number];
export type UpdateFacts = z.infer<typeof updateSchema>;
export type TopicFacts = z.infer<typeof topicSchema> & Partial<UpdateFacts>;
