/** `npm run check`: the content's rules and blanks, types, lint and format. All are run, so that one run shows all there is to mend. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { contentDir } from '../src/readings/content-dir.ts';
import { localOfferSchema } from '../src/readings/local-offer.schema.ts';

const steps: { name: string; command: string[] }[] = [
  { name: 'Content', command: ['node', 'src/content.words.ts'] },
  { name: 'Types', command: ['astro', 'check'] },
  { name: 'Lint', command: ['eslint', '.'] },
  { name: 'Format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
];

const failed = steps.filter(({ name, command: [program, ...words] }) => {
  console.log(`\n${name}`);
  return spawnSync(program!, words, { stdio: 'inherit', env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' } }).status !== 0;
});

/** The blanks, or undefined when the file cannot be read; the content step above has said why. */
function blanks(): string[] | undefined {
  try {
    const offer = localOfferSchema.parse(parse(readFileSync(join(contentDir(), 'local-offer.yaml'), 'utf8')));
    return Object.entries(offer.contact)
      .filter(([, value]) => value === null)
      .map(([name]) => `contact.${name}: ${offer.blankNames[`contact.${name}`]?.standard ?? 'has no name in blankNames'}`);
  } catch {
    return undefined;
  }
}

const found = blanks();
if (found) console.log(`\nBlanks that only the council can fill, in content/local-offer.yaml: ${found.length}`);
for (const blank of found ?? []) console.log(`  ${blank}`);

console.log(failed.length === 0 ? '\nAll is well.' : `\nTo mend: ${failed.map(({ name }) => name.toLowerCase()).join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
