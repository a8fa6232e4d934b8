/** Words that everyone knows: the Dale-Chall list of about 3,000. */
import { daleChall } from 'dale-chall';

const common = new Set(daleChall.map((word) => word.toLowerCase()));

/** Whether a word is on the Dale-Chall list of common words, in any everyday form of it. */
export function isCommon(word: string): boolean {
  const plain = word.toLowerCase().replace(/['’]s?$/, '');
  const forms = [plain, plain.replace(/s$/, ''), plain.replace(/es$/, ''), plain.replace(/ies$/, 'y')];
  for (const ending of ['ed', 'ing', 'er', 'ers', 'est', 'ly', 'ness', 'ful']) {
    if (plain.endsWith(ending)) {
      const stem = plain.slice(0, -ending.length);
      forms.push(stem, `${stem}e`, stem.replace(/(.)\1$/, '$1'), stem.replace(/i$/, 'y'));
    }
  }
  return forms.some((form) => common.has(form));
}
