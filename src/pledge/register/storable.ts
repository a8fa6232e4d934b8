/** Text as both stores can keep it. */

/**
 * PostgreSQL refuses NUL, and half a character pair becomes another character in both: so neither reaches a store, and both
 * answer alike. The form has cleaned what people type; this is for what comes by other ways, as a command or a file.
 */
export const storable = (text: string): string => text.replaceAll('\u0000', '').toWellFormed();

/** @returns the value with every text in it made storable, as JSON */
export const storableJson = (value: unknown): string =>
  JSON.stringify(value, (_key, held: unknown) => (typeof held === 'string' ? storable(held) : held));
