/** Reads the YAML files of the content by their contracts, and knows the line of each of their fields. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'astro/zod';
import { placedProblems } from '../readings/plain-problems.ts';
import { readYamlSource, type YamlSource } from '../readings/yaml-source.ts';
import { checkTemplate } from './template.ts';
import type { Report } from './library.ts';

/** Reads a file by its contract; undefined when it does not hold to it, which has been told. */
export type ReadYaml = <T extends z.ZodType>(file: string, schema: T) => z.infer<T> | undefined;
export type LineOf = (file: string, ...path: PropertyKey[]) => number | undefined;

/**
 * @param dir the content folder
 * @param misnamed files whose names are nearly right: they are told of as such, and are not missing
 */
export function yamlFiles(dir: string, misnamed: Map<string, string>, report: Report) {
  const read = new Map<string, YamlSource>();

  /** Reads a file by its contract; undefined when it does not hold to it. */
  function readYaml<T extends z.ZodType>(file: string, schema: T): z.infer<T> | undefined {
    if (!existsSync(join(dir, file))) {
      if (!misnamed.has(file))
        report(file, 'is missing. Every Local Offer needs this file; copy it from another one and change its words.');
      return undefined;
    }
    const source = readYamlSource(readFileSync(join(dir, file), 'utf8'));
    read.set(file, source);
    for (const { line, problem } of source.problems) report(file, problem, line, { unreadable: true });
    if (source.problems.length > 0) return undefined;
    for (const { line, text } of source.texts) checkTemplate(report, file, text, line);
    const found = placedProblems(schema, source.value);
    for (const { path, problem } of found) report(file, problem, source.lineOf(path));
    return found.length > 0 ? undefined : schema.parse(source.value);
  }

  const lineOf: LineOf = (file, ...path) => read.get(file)?.lineOf(path);
  return { readYaml, lineOf };
}
