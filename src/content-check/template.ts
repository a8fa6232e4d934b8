/** Words of the template of `npm run new` that nobody has replaced yet. */
import type { Report } from './library.ts';

export function checkTemplate(report: Report, file: string, text: string, line?: number) {
  if (/\bwrite here\b/i.test(text)) report(file, 'still says "Write here". Replace the words of the template with your own.', line);
}
