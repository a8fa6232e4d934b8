/** The running text of an easy-read page: what its means and its grade are measured on. */
import { sentencesIn } from './text.ts';
import type { Page } from './pages.ts';

/** Lists of links, buttons, choices of a form and headings are short: they would make every mean look small. */
const short = 'nav, button, fieldset, label, h1, h2, h3, h4';

export const runningSentences = ({ $ }: Pick<Page, '$'>) => sentencesIn($, 'main', short);

/** The same without what stands on every page, as its end does: many short sentences of ours would hide long ones of an author. */
export function ownSentences({ $ }: Pick<Page, '$'>): string[] {
  const own = sentencesIn($, 'main', `${short}, [data-pagefind-ignore]`);
  return own.length > 0 ? own : runningSentences({ $ });
}
