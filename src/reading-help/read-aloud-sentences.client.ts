/** The sentences of a part of the page: what is shown, where, and what a voice is given for it. */
import { blocksOf, rangeIn, type Block } from './read-aloud-blocks.client.ts';
import { sayer, shownWordAt, type Saying, type Span } from './speech-saying.ts';
import { sentenceSpans } from './speech-sentences.ts';

export interface Sentence {
  block: Block;
  span: Span;
  shown: string;
  saying: Saying;
  lead: string;
}

/** @param say from the council's glossary */
export function sentencesIn(root: HTMLElement, say: ReturnType<typeof sayer>): Sentence[] {
  return blocksOf(root).flatMap((block) =>
    sentenceSpans(block.text).map((span, index) => {
      const shown = block.text.slice(...span);
      const numbers = block.numbers
        .filter(([from, to]) => from >= span[0] && to <= span[1] + 1)
        .map(([from, to]) => [from - span[0], Math.min(to, span[1]) - span[0]] as const);
      return { block, span, shown, saying: say(shown, numbers), lead: index === 0 ? block.lead : '' };
    }),
  );
}

/** What the voice is given. */
export const saidOf = ({ lead, saying }: Sentence) => lead + saying.said;

export const rangeOf = ({ block, span }: Sentence) => rangeIn(block, span);

/** The range of the word that is said at a place; undefined where it is not shown. */
export function wordRangeOf({ block, span, shown, saying, lead }: Sentence, at: number): Range | undefined {
  const word = at >= lead.length ? shownWordAt(saying, shown, at - lead.length) : undefined;
  return word && rangeIn(block, [span[0] + word[0], span[0] + word[1]]);
}
