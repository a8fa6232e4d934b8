/** Sentences that do not say who does it, found by reading them with compromise. It is slower than `passive.ts` and sees more forms. */
import nlp from 'compromise';
import type { Finding } from './finding.ts';
import type { Lists } from './lists.ts';
import { passiveIn, passiveMend } from './passive.ts';

/**
 * What compromise finds in a sentence and the quick rule does not.
 * @param sentence plain text
 */
export function voiceFindings(sentence: string, lists: Lists): Finding[] {
  if (passiveIn(sentence, lists)) return [];
  return nlp(sentence)
    .match('#Passive+')
    .json()
    .flatMap(({ terms, text }: { terms: { normal: string; tags: string[] }[]; text: string }) => {
      const participle = terms.at(-1)?.normal ?? '';
      // Its marks of a passive may stand on "is" alone, where no verb follows.
      if (terms.length < 2 || lists.passive.allows(participle)) return [];
      return [{ rule: 'passive' as const, words: text.trim(), mend: passiveMend }];
    });
}
