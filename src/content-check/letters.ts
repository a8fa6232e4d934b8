/** Files of words that no other check reads, but that a wrong way of saving can spoil too. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lostLetters } from '../readings/lost-letters.ts';
import type { Library } from './library.ts';

export function checkLetters({ dir, find, report }: Library) {
  for (const file of [...find('figures.yaml'), ...find('**/*.{md,txt,svg}')]) {
    const lost = lostLetters(readFileSync(join(dir, file), 'utf8'));
    if (lost) report(file, lost.problem, lost.line);
  }
}
