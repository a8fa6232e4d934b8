/** The newsletters of this content: one for each year that has updates, and those that an editor chose. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { contentDir } from '../readings/content-dir.ts';
import { newslettersFile, newslettersSchema, type NewsletterPeriod } from './newsletters.schema.ts';
import { surelyFrom } from './part-dates.ts';
import { yearsOf, type Update } from './updates.ts';

/** @returns the chosen periods first, then the years, the newest first */
export function newsletterPeriods(updates: readonly Update[], dir: string = contentDir()): NewsletterPeriod[] {
  const file = join(dir, newslettersFile);
  const chosen = existsSync(file) ? newslettersSchema.parse(parse(readFileSync(file, 'utf8'))) : [];
  const years = yearsOf(updates).map((year) => ({
    period: year,
    title: { standard: year, easyRead: year },
    ...{ from: `${year}-01-01`, to: `${year}-12-31` },
  }));
  return [...chosen, ...years];
}

/** @returns the updates of a period, the newest first; one dated by its month belongs where the month ends */
export const updatesIn = <T extends Pick<Update, 'facts'>>(
  updates: readonly T[],
  { from, to }: Pick<NewsletterPeriod, 'from' | 'to'>,
): T[] => updates.filter(({ facts }) => surelyFrom(facts.on) >= from && surelyFrom(facts.on) <= to);
