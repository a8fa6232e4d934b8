/** Says in plain words what a schema found, for an author who does not program. */
import { z } from 'astro/zod';

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

/**
 * @param schema the contract of a file
 * @param value what the file holds
 * @returns one sentence a problem, each with the field and what to write; none when all is well
 */
export function plainProblems(schema: z.ZodType, value: unknown): string[] {
  const result = schema.safeParse(value);
  if (result.success) return [];
  return result.error.issues.flatMap((issue) => {
    const field = issue.path.join('.');
    const manual = manualOf(schema, issue.path);
    const write = manual ? ` Write ${manual}.` : '';
    if (field === '' && issue.code === 'invalid_type')
      return [`is empty or not a list of fields. Write its fields: ${fieldsOf(schema).join(', ')}.`];
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map(
        (key) => `has the field "${[...issue.path, key].join('.')}", which is not known here. Take it out, or mend its spelling.`,
      );
    if (issue.code === 'invalid_type' && /received undefined/.test(issue.message)) return [`needs the field "${field}".${write}`];
    if (issue.code === 'too_small' || issue.code === 'too_big') {
      const bound = issue.code === 'too_small' ? `at least ${issue.minimum}` : `at most ${issue.maximum}`;
      return [
        `has too ${issue.code === 'too_small' ? 'little' : 'much'} in the field "${field}": ${bound}${units[issue.origin] ?? ''}.${write}`,
      ];
    }
    return [`has a field "${field}" that cannot be used.${write || ` ${issue.message}.`}`];
  });
}
