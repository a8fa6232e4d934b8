/** Says in plain words what a schema found, for an author who does not program. */
import { z } from 'astro/zod';
import { asName } from './names.ts';

/** The sentence that a schema carries for one of its fields, found along the path of an issue. */
function manualOf(schema: z.ZodType, path: readonly PropertyKey[]): string | undefined {
  let here: z.ZodType | undefined = schema;
  let manual: string | undefined;
  for (const key of path) {
    while (here instanceof z.ZodOptional || here instanceof z.ZodDefault || here instanceof z.ZodNullable)
      here = here.unwrap() as z.ZodType;
    if (here instanceof z.ZodObject) here = (here.shape as Record<string, z.ZodType>)[String(key)];
    else if (here instanceof z.ZodArray) here = here.element as z.ZodType;
    else if (here instanceof z.ZodRecord) here = here.valueType as z.ZodType;
    else return manual;
    manual = here?.description ?? manual;
  }
  return manual;
}

/** What is counted in a bound; a number has no unit. */
const units: Record<string, string> = { string: ' letters', array: ' entries' };

/** The fields that a file must have, in their order. */
const fieldsOf = (schema: z.ZodType): string[] =>
  schema instanceof z.ZodObject
    ? Object.entries(schema.shape as Record<string, z.ZodType>)
        .filter(([, field]) => !field.safeParse(undefined).success)
        .map(([name]) => name)
    : [];

/** A sentence, and the path of the field that it is about. */
export interface PlacedProblem {
  path: readonly PropertyKey[];
  problem: string;
}

/**
 * @param schema the contract of a file
 * @param value what the file holds
 * @returns one sentence a problem, each with the field and what to write; none when all is well
 */
export function placedProblems(schema: z.ZodType, value: unknown): PlacedProblem[] {
  const result = schema.safeParse(value);
  if (result.success) return [];
  return result.error.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [{ path: issue.path, problem: sentenceOf(issue, schema) }];
    return issue.keys.map((key) => {
      const path = [...issue.path, key];
      return { path, problem: `has the field "${path.join('.')}", which is not known here. Take it out, or mend its spelling.` };
    });
  });
}

/** The sentences alone. */
export const plainProblems = (schema: z.ZodType, value: unknown): string[] => placedProblems(schema, value).map(({ problem }) => problem);

function sentenceOf(issue: z.core.$ZodIssue, schema: z.ZodType): string {
  const field = issue.path.join('.');
  const manual = manualOf(schema, issue.path);
  const write = manual ? ` Write ${manual}.` : '';
  if (field === '' && issue.code === 'invalid_type')
    return `is empty or not a list of fields. Write its fields: ${fieldsOf(schema).join(', ')}.`;
  if (issue.code === 'invalid_key') {
    const name = String(issue.path.at(-1));
    return `has the name "${name}". Use small letters, figures and hyphens, as "${asName(name)}".`;
  }
  if (issue.code === 'invalid_type' && /received undefined/.test(issue.message)) return `needs the field "${field}".${write}`;
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    const [amount, bound] = issue.code === 'too_small' ? ['little', `at least ${issue.minimum}`] : ['much', `at most ${issue.maximum}`];
    return `has too ${amount} in the field "${field}": ${bound}${units[issue.origin] ?? ''}.${write}`;
  }
  return `has a field "${field}" that cannot be used.${write || ` ${issue.message}.`}`;
}
