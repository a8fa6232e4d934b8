/** From what a person says about a scan to the record of an artwork. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asName, isName } from '../../readings/names.ts';
import { placedProblems } from '../../readings/plain-problems.ts';
import { readYamlSource } from '../../readings/yaml-source.ts';
import type { Artwork } from '../artwork.schema.ts';
import { valueNamed, type PledgeValue } from './pledge-values.ts';
import { recordSchema, reservedNames, type IntakeRecord } from './record.schema.ts';
import { refuse, shown } from './refusal.ts';

/** What is wrong, and the field that it is about. */
export interface FieldProblem {
  path: readonly PropertyKey[];
  problem: string;
}

export interface ReadRecord {
  record: IntakeRecord;
  /** @throws Refusal with a line for each, with its place in the file */
  refuseProblems: (problems: readonly FieldProblem[]) => void;
}

/** @param path of a YAML file @throws Refusal with a line for each thing to mend */
export function readRecord(path: string): ReadRecord {
  if (!existsSync(path)) refuse(`There is no file ${path}. Look at the name of the record.`);
  const source = readYamlSource(readFileSync(path, 'utf8'));
  const refuseAll = (problems: readonly { line: number | undefined; problem: string }[]) => {
    if (problems.length > 0) refuse(problems.map(({ line, problem }) => `${shown(path)}${line ? `:${line}` : ''} ${problem}`).join('\n'));
  };
  const refuseProblems = (problems: readonly FieldProblem[]) =>
    refuseAll(problems.map((one) => ({ line: source.lineOf(one.path), problem: one.problem })));
  refuseAll(source.problems);
  refuseProblems(placedProblems(recordSchema, source.value));
  return { record: recordSchema.parse(source.value), refuseProblems };
}

/** What else is known where an artwork is added. */
export interface Place {
  /** The content folder. */
  dir: string;
  values: readonly PledgeValue[];
  /** As 2026-11-24. */
  today: string;
}

/**
 * @param wish a name that a person chose
 * @returns the name of the new folder: that of the value, with a number where there is one already
 * @throws Refusal when the chosen name cannot be used
 */
export function folderName(value: string, { dir }: Pick<Place, 'dir'>, wish?: string): string {
  const isThere = (name: string) => existsSync(join(dir, 'gallery', name));
  if (wish !== undefined) {
    if (!isName(wish)) refuse(`"${wish}" cannot be an address. Use small letters, figures and hyphens, as "${asName(wish) || value}".`);
    if (reservedNames.includes(wish)) refuse(`"${wish}" is the name of a page of the gallery itself. Choose another name, as "${value}".`);
    if (isThere(wish)) refuse(`There is an artwork ${wish} already. Choose another name, or withdraw that one first.`);
    return wish;
  }
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? value : `${value}-${number}`;
    if (!isThere(name) && !reservedNames.includes(name)) return name;
  }
}

/** @returns the record of the artwork as it will be kept; @throws Refusal when its value does not exist */
export function artworkOf(record: IntakeRecord, { values, today }: Place): Artwork {
  const { slug: _slug, mask: _mask, names: _names, title, order, lastChecked, ...said } = record;
  const value = valueNamed(record.value, values);
  return {
    ...said,
    title: title ?? value.title,
    value: value.id,
    order: order ?? value.order,
    picture: 'picture.jpg',
    lastChecked: lastChecked ?? today,
  };
}
