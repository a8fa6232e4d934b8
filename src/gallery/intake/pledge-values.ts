/** The values of the pledge that an artwork can show, from the content, in the order of the pledge. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { nearest } from '../../easy-read/nearest.ts';
import { refuse } from './refusal.ts';

export interface PledgeValue {
  /** Its folder in content/pledge/. */
  id: string;
  title: string;
  order: number;
}

/** The form and the list of who signed stand beside the values. */
const reserved = ['sign', 'signed'];

/** @param dir the content folder @throws Refusal when it has no pledge */
export function pledgeValues(dir: string): PledgeValue[] {
  const values = globSync('pledge/*/topic.yaml', { cwd: dir })
    .map((file) => ({ id: basename(dirname(file)), file }))
    .filter(({ id }) => !reserved.includes(id))
    .map(({ id, file }) => {
      const { title = id, order = 50 } = (parse(readFileSync(join(dir, file), 'utf8')) ?? {}) as { title?: string; order?: number };
      return { id, title, order };
    })
    .sort((a, b) => a.order - b.order);
  return values.length > 0 || existsSync(join(dir, 'gallery'))
    ? values
    : refuse(`There is no pledge and no gallery in ${dir}. Run this command in the project's own folder.`);
}

/** @param asked its folder, its title or its number in the list @throws Refusal that gives the nearest ones */
export function valueNamed(asked: string, values: readonly PledgeValue[]): PledgeValue {
  const plain = asked.trim().toLowerCase();
  const found = values.find(({ id, title }, index) => [id, title.toLowerCase(), String(index + 1)].includes(plain));
  const near = nearest(
    plain,
    values.map(({ id }) => id),
  );
  return found ?? refuse(`There is no value "${asked.trim()}" in the pledge. Near it: ${near.join(', ')}.`);
}
