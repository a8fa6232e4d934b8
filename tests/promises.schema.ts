/** The contract of content/promises.yaml: what others rely on in this content, and what a next council writes for itself or leaves out. */
import { z } from 'astro/zod';

const address = z
  .string()
  .regex(/^\/(?!easy-read\/)([a-z0-9-]+\/)*$/)
  .describe('an address of the standard reading that begins and ends with a slash, as /guides/help-now/');
const folder = z
  .string()
  .regex(/^(?!easy-read\/)[a-z0-9-]+(\/[a-z0-9-]+)*$/)
  .describe('the folder of a page, as guides/help-now; the home page is home');
const questions = z
  .array(
    z.strictObject({
      asked: z.string().min(2).describe('the question as a family types it; in quotes where it holds a colon'),
      answers: z.array(address).min(1).describe('a list of the pages that truly answer it, as [/guides/help-now/]'),
    }),
  )
  .min(1)
  .describe('a list of questions, each with "asked" and "answers"');

export const promisesSchema = z.strictObject({
  addresses: z
    .record(z.string(), z.array(address).min(1).describe('a list of addresses, each as /guides/help-now/'))
    .optional()
    .describe('groups of addresses that people rely on, each with a name and a list'),
  questions: z
    .strictObject({ standard: questions.optional(), easyRead: questions.optional() })
    .optional()
    .describe('questions under "standard" and under "easyRead"'),
  journeys: z
    .strictObject({
      keyboard: z.strictObject({ from: folder, to: folder }).optional().describe('the folders of two pages, "from" and "to"'),
    })
    .optional()
    .describe('ways through the site that are tried'),
});
export type Promises = z.infer<typeof promisesSchema>;
