/** What a reader may choose, and how it is kept: one entry on this device alone, there only while something is chosen. */

export const storeKey = 'reading-help';

/** Each choice: its name in the store and on <html> (`data-size="150"`), and its values. What is not chosen is normal. */
export const choices = [
  { name: 'size', values: ['125', '150', '200'] },
  { name: 'spacing', values: ['wide'] },
  { name: 'colours', values: ['white', 'cream', 'blue', 'dark', 'yellow'] },
  { name: 'letters', values: ['lexend', 'andika', 'opendyslexic'] },
  { name: 'pictures', values: ['off'] },
  { name: 'ruler', values: ['on'] },
] as const;

export type ChoiceName = (typeof choices)[number]['name'];

/** What is kept: the choices that are not normal, and whether a standard address leads to its easy-read twin. */
export type Saved = Partial<Record<ChoiceName, string>> & { always?: true };

/**
 * Reads what is kept, however damaged it is.
 * @param text what the store holds; null where it holds nothing
 * @returns only known choices with known values
 */
export function savedFrom(text: string | null): Saved {
  const found = entryFrom(text);
  const saved: Saved = {};
  for (const { name, values } of choices) {
    const value = found[name];
    if (typeof value === 'string' && (values as readonly string[]).includes(value)) saved[name] = value;
  }
  if (found.always === true) saved.always = true;
  return saved;
}

/** All that stands in the entry; nothing where it is damaged. */
export function entryFrom(text: string | null): Record<string, unknown> {
  try {
    const found: unknown = JSON.parse(text ?? 'null');
    return typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/**
 * What else stands in the entry: the speed and the voice of reading aloud, which have controls of their own.
 * @param text what the store holds; null where it holds nothing
 */
export function othersIn(text: string | null): Record<string, unknown> {
  const known = new Set<string>(['always', ...choices.map(({ name }) => name)]);
  return Object.fromEntries(Object.entries(entryFrom(text)).filter(([name]) => !known.has(name)));
}

/**
 * What saved choices are written as.
 * @param others what stands beside them and stays
 * @returns the text for the store; undefined where nothing is chosen, and then nothing is kept
 */
export function textOf(saved: Saved, others: Record<string, unknown> = {}): string | undefined {
  const all = { ...others, ...saved };
  return Object.keys(all).length > 0 ? JSON.stringify(all) : undefined;
}
