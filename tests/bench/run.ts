/** `npm run bench -- gallery`: measures one part of the house. Figures are for people to read; no test fails by them. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const parts = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.slice(0, -'.bench.ts'.length));
const chosen = process.argv.slice(2);
const unknown = chosen.find((part) => !parts.includes(part));
if (unknown !== undefined || chosen.length === 0) {
  console.error(
    `${unknown === undefined ? 'Say what to measure' : `There is nothing to measure under the name "${unknown}"`}: ${parts.join(', ')}.`,
  );
  process.exitCode = 2;
} else for (const part of chosen) await import(join(import.meta.dirname, `${part}.bench.ts`));
