/** `npm run bench` measures all parts of the house, `npm run bench -- gallery` one. Figures are for people to read; no test fails by them. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const parts = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.slice(0, -'.bench.ts'.length));
const asked = process.argv.slice(2);
const unknown = asked.find((part) => !parts.includes(part));
if (unknown !== undefined) {
  console.error(`There is nothing to measure under the name "${unknown}": ${parts.join(', ')}.`);
  process.exitCode = 2;
}
// Each in a process of its own: what one has warmed must not help the next.
else
  for (const part of asked.length > 0 ? asked : parts) {
    const { status } = spawnSync(process.execPath, [join(import.meta.dirname, `${part}.bench.ts`)], { stdio: 'inherit' });
    if (status !== 0) process.exitCode = 1;
  }
