/** What describes the control of a field, for people who cannot see what stands beside it. */
import type { FieldName } from './fields.ts';
import type { FormWords } from './form-words.ts';

/** @returns the id of the hint; undefined where the field has none */
export const hintOf = ({ fields }: Pick<FormWords, 'fields'>, field: FieldName) => (fields[field].hint ? `${field}-hint` : undefined);
