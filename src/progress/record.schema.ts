/**
 * The record of a strand (a work-stream or a Phase One area), as a council editor writes it in `record.yaml` beside its `topic.yaml`.
 * It only grows: a status that has changed is a new entry under the old one, so that every past state can be shown again.
 * Each field says what goes in, and these sentences are the manual.
 */
import { z } from 'astro/zod';
import { citation, statuses } from '../readings/topic.schema.ts';
import { partDate, pastDate } from './part-dates.ts';

const name = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .describe('a short name of its own in small letters, with hyphens: data-system');

const inBoth = {
  standard: z.string().min(3).max(300).describe('one or two plain sentences'),
  easyRead: z.string().min(3).max(160).describe('one or two easy sentences'),
};

/** The same in both readings. */
const twoReadings = z.strictObject(inBoth).describe('the words in both readings: standard and easyRead');

/** The same, with the picture that stands beside the easy words. */
const withPicture = z
  .strictObject({ ...inBoth, picture: z.string().describe('the name of a picture in content/pictures/pictures.yaml') })
  .describe('the words in both readings, and the picture of the easy ones: standard, easyRead and picture');

/** Who says so, and when: a fact may be reported long after it was so. */
const told = {
  source: citation.describe('who says so: a source, and where in it'),
  reported: pastDate.optional().describe('when the source said so; the date of the source when left out'),
};

const entry = z.strictObject({ on: pastDate, ...told, words: withPicture });

const accountable = z.strictObject({
  on: pastDate,
  ...told,
  role: z.string().min(3).nullable().describe('the role of the person who answers for it, never a name; null when it is not said'),
});

const status = z.strictObject({
  on: pastDate,
  ...told,
  status: z.enum(statuses).describe(`one of: ${statuses.join(', ')}`),
  word: z.string().min(1).describe("the source's own word for it, as it is written there"),
});

/** What became of a milestone. `moved` gives its new date; `late` says that its date has passed without it. */
export const milestoneStates = ['planned', 'moved', 'late', 'done'] as const;

const milestoneStep = z.strictObject({
  on: pastDate.describe('when this was so'),
  ...told,
  state: z.enum(milestoneStates).describe(`one of: ${milestoneStates.join(', ')}`),
  due: partDate.optional().describe('for planned and moved: when it is to be done, as 2022-03 or by 2021-07; left out when it is not said'),
});

const milestone = z.strictObject({
  name,
  words: withPicture.describe('the step in both readings, with a picture: short, as it stands on the timeline'),
  steps: z.array(milestoneStep).min(1).describe('what became of it, oldest first: planned, then moved, late or done'),
});

/** Words that keep a source from being taken for more exact than it is. */
export const exactness = ['exactly', 'about', 'more than', 'at least', 'at most', 'fewer than'] as const;

const value = z.strictObject({
  on: pastDate.describe('when it was counted'),
  ...told,
  value: z.number().describe('the number alone'),
  exactness: z
    .enum(exactness)
    .default('exactly')
    .describe(`how exact the source is, one of: ${exactness.join(', ')}`),
});

const measure = z.strictObject({
  name,
  words: withPicture.describe('what is counted, in both readings: families who have downloaded the app'),
  unit: z.string().min(1).max(40).describe('what one of it is, as it stands behind a number: families'),
  caveat: twoReadings.optional().describe('what the number does not show, in both readings'),
  from: z.literal('signed').optional().describe('signed: the build adds the number of settings in the public list'),
  values: z.array(value).describe('the dated values, oldest first; [] when there is none yet'),
});

const voice = z.strictObject({
  on: pastDate,
  ...told,
  who: z.enum(['families', 'young people', 'inspectors']).describe('who said it: families, young people or inspectors; never a name'),
  words: withPicture,
});

const fields = {
  wrong: z.array(voice).default([]).describe('what was wrong, in the words of families or inspectors; left out when it is not said'),
  promised: z.array(entry).default([]).describe('what we said we would do; left out when it is not said'),
  done: z.array(entry).default([]).describe('what has been done, oldest first; of one date, the weightiest first'),
  next: z
    .array(z.strictObject({ ...entry.shape, until: pastDate.optional().describe('when it was no longer still to do') }))
    .default([])
    .describe('what was still to do on that date; give it "until" once it is no longer so'),
  accountable: z.array(accountable).default([]).describe('the role that answers for it, oldest first; the newest holds'),
  statuses: z.array(status).default([]).describe('how it was going, oldest first; left out when it is not said'),
  milestones: z.array(milestone).default([]).describe('the steps of the plan'),
  measures: z.array(measure).default([]).describe('what is counted'),
  said: z.array(voice).default([]).describe('what families, young people or inspectors said of it since'),
  unknown: z.array(withPicture).default([]).describe('what is not known, so that nobody takes a gap for good news'),
};

/** `record.yaml` of a strand. */
export const recordSchema = z.strictObject(fields);

/** `plan.yaml` of a group of strands: what is said of all of them together, and when the plan began. */
export const planSchema = z.strictObject({
  began: pastDate.describe('when the plan began, as exactly as it is known: 2021-07-15, 2021-07 or 2021; nothing done in it can be older'),
  ends: partDate.optional().describe('when it was to end'),
  source: citation.describe('who says so'),
  ...fields,
});

export type StrandRecord = z.infer<typeof recordSchema>;
export type Milestone = StrandRecord['milestones'][number];
export type MilestoneState = (typeof milestoneStates)[number];
export type Measure = StrandRecord['measures'][number];
export type MeasureValue = Measure['values'][number];
export type Words = Milestone['words'];
export type Plan = z.infer<typeof planSchema>;
