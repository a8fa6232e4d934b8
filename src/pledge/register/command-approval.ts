/** What may be published: the last look at words before everybody reads them. */
import { mostCharacters } from '../form/fields.ts';
import { NotPossible, type Approval, type Entry } from './register.ts';

/**
 * @param text words that would be published
 * @returns what in them leads to a person or away from the site, in words; undefined when there is nothing. It rather stops a harmless
 * text than lets a number through: a person can word it in another way.
 */
export function personalIn(text: string): string | undefined {
  const read = text.normalize('NFKC');
  if (/[^\s@]@[^\s@]/.test(read) || /\S\s*[([{]\s*at\s*[)\]}]\s*\S/i.test(read)) return 'an e-mail address';
  // A number with its beginning (0 or +), or any run of ten figures or more, whatever stands between them.
  const runs = read.match(/\+?\(?\p{Nd}(?:[\s().\p{Pd}/]{0,3}\p{Nd}){8,}/gu) ?? [];
  const isNumber = (run: string) => /^[+(]?0|^\+/.test(run) || (run.match(/\p{Nd}/gu) ?? []).length >= 10;
  if (runs.some(isNumber)) return 'a telephone number';
  return /\bhttps?:|\bwww\./i.test(read) ? 'the address of a website' : undefined;
}

function checkWords(what: string, words: string, most: number) {
  if (!/[\p{L}\p{N}]/u.test(words)) throw new NotPossible(`The ${what} has no letters in it. Say it with --${what} "…".`);
  if ([...words].length > most) throw new NotPossible(`The ${what} has more than ${most} characters. Word it shorter with --${what} "…".`);
  if (/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(words))
    throw new NotPossible(`The ${what} holds a line break or another hidden character. Type it in one line with --${what} "…".`);
  const found = personalIn(words);
  if (found) throw new NotPossible(`The ${what} holds ${found}, which is not published. Word it without with --${what} "…".`);
}

function checkWebsite(website: string) {
  const url = URL.canParse(website) ? new URL(website) : undefined;
  if (url?.protocol !== 'https:' || !url.hostname.includes('.'))
    throw new NotPossible(
      'A website is published only when its address begins with https://. Give its whole address, or leave --website out.',
    );
  if (url.username || url.password) throw new NotPossible('The address of the website holds a name or password. Give it without.');
  if ([...website].length > mostCharacters.website!)
    throw new NotPossible(`The address of the website has more than ${mostCharacters.website} characters. Give its first page.`);
}

/**
 * @param entry what was signed
 * @param approval what is to be published of it
 * @throws NotPossible when it must not be, with what to do
 */
export function checkApproval(entry: Entry, { name, sentence, website }: Approval): void {
  const { answers, reference } = entry;
  checkWords('name', name ?? answers.setting ?? '', mostCharacters.setting!);
  if (sentence !== undefined) {
    if (answers['publish-how'] !== 'yes')
      throw new NotPossible(
        `${reference} did not agree to a published sentence ("publish-how" is not yes). Approve it without --sentence.`,
      );
    checkWords('sentence', sentence, mostCharacters.how!);
  }
  if (website !== undefined) checkWebsite(website);
}
