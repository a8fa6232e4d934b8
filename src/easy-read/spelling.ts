/** British spelling, by the dictionary of cspell. It is on this machine: nothing is asked of the network. */
import { fileURLToPath } from 'node:url';
import { getDictionary, type SpellingDictionaryCollection } from 'cspell-lib';
import type { Finding } from './finding.ts';
import type { Lists } from './lists.ts';

let read: Promise<SpellingDictionaryCollection> | undefined;

/** The dictionary, read once; it takes about half a second. */
export function britishDictionary(): Promise<SpellingDictionaryCollection> {
  const path = fileURLToPath(new URL('en_GB.trie.gz', import.meta.resolve('@cspell/dict-en-gb/cspell-ext.json')));
  return (read ??= getDictionary({
    loadDefaultConfiguration: false,
    dictionaries: ['en-gb'],
    dictionaryDefinitions: [{ name: 'en-gb', path }],
  }));
}

/** Words that have a z by nature, whatever ends them. */
const ownZ =
  /^(?:out|over|down|re|under|mid|full|capsi)?(?:size|sized|sizes|sizing|prize|prized|prizes|seize|seized|seizes|seizing|maize|capsize\w*)$/i;
/** The dictionary has both forms; this site writes -ise. */
const withZ = /^(\p{L}{2,}[iy])z(e|es|ed|er|ers|ing|able|ation|ations)$/iu;

/**
 * The words of a sentence that are not spelled as British readers expect.
 * @param dictionary from `britishDictionary`
 * @param known names, in lower case, which are right as they are
 */
export function spellingFindings(
  sentence: string,
  dictionary: SpellingDictionaryCollection,
  known: ReadonlySet<string>,
  lists: Lists,
): Finding[] {
  const found: Finding[] = lists.spelling
    .find(sentence, 'standard')
    .map(({ words, entry }) => ({ rule: 'spelling', words, mend: `is not British. Write: ${entry.say}.` }));
  const bare = sentence.replace(
    /\S+@\S+|https?:\/\/\S+|www\.\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:uk|org|com|net|eu|yaml|mdx|css|js|ts|html)\b\S*/gi,
    ' ',
  );
  for (const written of bare.match(/\p{L}+(?:['’]\p{L}+)*/gu) ?? []) {
    const word = written
      .replace(/’/g, "'")
      .replace(/'s?$/, '')
      .replace(/(?<=\p{Lu}{2})s$/u, '');
    const bad = withZ.exec(word);
    if (bad && !ownZ.test(word) && dictionary.has(`${bad[1]}s${bad[2]}`.toLowerCase())) {
      found.push({ rule: 'spelling', words: word, mend: `has a z. Write: ${bad[1]}s${bad[2]}.` });
      continue;
    }
    // Initials are for the rule of abbreviations.
    if (word.length < 2 || /^\p{Lu}+$/u.test(word) || known.has(word.toLowerCase()) || lists.spelling.allows(word)) continue;
    if (dictionary.has(word) || dictionary.has(word.toLowerCase())) continue;
    // The American spelling of "colour" is nearer to other words than to its own.
    const british = word.replace(/or(?=(?:s|ed|ing|ful|less|ite|ites|able|hood)?$)/i, 'our');
    const near = dictionary.suggest(word, { numSuggestions: 3, includeTies: false }).map((one) => one.word);
    const better = british !== word && dictionary.has(british.toLowerCase()) ? [british] : near.slice(0, 3);
    const mend = better.length > 0 ? `Write ${better.map((one) => `"${one}"`).join(' or ')}, or` : 'Mend it, or';
    found.push({
      rule: 'spelling',
      words: word,
      mend: `is not in the British dictionary. ${mend} put it in content/wording/spelling.yaml.`,
    });
  }
  return found;
}
