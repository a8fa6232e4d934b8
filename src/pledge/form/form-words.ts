/** The words of the form, for the pages at build and for the service: plain Node, no Astro. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { contentDir } from '../../readings/content-dir.ts';
import type { Reading } from '../../readings/reading.ts';
import { mostCharacters, type FieldError } from './fields.ts';
import { formWordsSchema, type Both, type FormWords, type Gap } from './form-words.schema.ts';

export type { FormWords } from './form-words.schema.ts';

/** Where they stand, below the content folder. */
export const formWordsFile = 'pledge/sign/form.yaml';

/**
 * @param dir the content folder
 * @returns undefined when this Local Offer has no form
 * @throws ZodError when the file does not hold to its contract; `npm run check` says it in plain words
 */
export function readFormWords(dir = contentDir()): FormWords | undefined {
  const file = join(dir, formWordsFile);
  return existsSync(file) ? formWordsSchema.parse(parse(readFileSync(file, 'utf8'))) : undefined;
}

/** Whether no council answers for the form yet: the law asks that people are told on what basis what they write is kept. */
export const isTrial = ({ councilSays }: Pick<FormWords, 'councilSays'>): boolean => councilSays.lawfulBasis.said === null;

/** The words of one reading. */
export const inWords = (both: Both, reading: Reading) => (reading === 'easy-read' ? both.easyRead : both.standard);

/** What the form says to a problem: the same above the form and beside the field. */
export const errorWords = ({ errors }: Pick<FormWords, 'errors'>, { field, problem }: FieldError, reading: Reading) =>
  withoutGaps(inWords(errors[problem], reading), { most: mostCharacters[field] });

/** A text with its gaps filled; one that is not given stays. @param values as { most: 150 } */
export const withoutGaps = (text: string, values: Partial<Record<Gap, string | number | undefined>>) =>
  text.replace(/\{(\w+)\}/g, (gap, name: Gap) => String(values[name] ?? gap));

/** A text in pieces, of which every second is the name of a gap: "After {days} days" → After, days, days. */
export const piecesOf = (text: string) => text.split(/\{(\w+)\}/);
