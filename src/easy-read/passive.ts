/** Sentences that do not say who does it. This finds them by form alone, so that a build stays quick; `voice.ts` reads the sentence. */
import type { Lists } from './lists.ts';

const irregular =
  'made given written done taken seen held told kept paid sent shown found known chosen drawn built taught brought bought meant put set spoken run heard met led fed read cut sold sung thrown grown hidden worn torn beaten eaten forgotten spent lent dealt understood begun driven ridden stolen laid';
const form = new RegExp(
  `(?<![\\p{L}])(?:is|are|was|were|be|been|being|gets?|got|isn['’]t|aren['’]t|wasn['’]t|weren['’]t)\\s+(?:(?:not|never|also|always|often|still|being|\\w+ly)\\s+)*(\\w+ed|${irregular.split(' ').join('|')})(?![\\p{L}])`,
  'giu',
);

/** The first words of a sentence that look passive; undefined when there are none. */
export function passiveIn(sentence: string, lists: Lists): string | undefined {
  for (const [words, participle] of sentence.matchAll(form)) if (!lists.passive.allows(participle!)) return words;
  return undefined;
}

export const passiveMend = 'does not say who does it. Begin with the person: "We check …", "You can …".';
