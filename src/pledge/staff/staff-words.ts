/** What kinds, areas and values are called, for people of staff. Plain Node. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { contentDir } from '../../readings/content-dir.ts';
import type { FormWords } from '../form/form-words.schema.ts';

/** Each gives the name of an id; one without a name is shown as it is. */
export interface StaffWords {
  kind(id: string): string;
  area(id: string): string;
  value(id: string): string;
}

/** @param words those of the form @param dir the content folder */
export function staffWords({ kinds }: Pick<FormWords, 'kinds'>, dir = contentDir()): StaffWords {
  const yaml = (file: string) => parse(readFileSync(join(dir, file), 'utf8')) as Record<string, unknown>;
  const areas = new Map((yaml('local-offer.yaml').areas as { id: string; name: string }[] | undefined)?.map(({ id, name }) => [id, name]));
  const values = new Map<string, string>();
  const titleOf = (id: string) => {
    // What was stored years ago may be a value no more; and an id is no path.
    const file = `pledge/${id}/topic.yaml`;
    return /^[a-z0-9-]+$/.test(id) && existsSync(join(dir, file)) ? String(yaml(file).title ?? id) : id;
  };
  return {
    kind: (id) => (Object.hasOwn(kinds, id) ? kinds[id as keyof typeof kinds].standard : id),
    area: (id) => areas.get(id) ?? id,
    value: (id) => values.get(id) ?? values.set(id, titleOf(id)).get(id)!,
  };
}
