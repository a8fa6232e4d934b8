/** Who checked an easy-read page, when, and which words: all three or none, and none of it before its time. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkOf, yearAfter, type CheckFields } from '../readings/checked.ts';
import { wordsOf } from '../easy-read/sentences.ts';
import { dateInWords } from '../readings/dates.ts';
import { factShown } from '../readings/facts-shown.ts';
import { isMark, markOf, wordsMet } from '../readings/mark.ts';
import { readMdx, type MdxSource } from '../readings/mdx-source.ts';
import { easyReadSchema } from '../readings/topic.schema.ts';
import { readToday } from '../settings.ts';
import type { Library, Problem } from './library.ts';

const fields = easyReadSchema.pick({ checkedBy: true, checkedOn: true, checkedText: true, reviewBy: true }).shape;
/** "… checked this page on 3 March 2027." has 7 words more, and an easy sentence 15. */
const mostWordsOfAGroup = 8;
type Field = keyof typeof fields;

/** What can be used of the front matter; a field that cannot be read is told of by its contract. */
const readable = ({ frontMatter }: MdxSource): CheckFields =>
  Object.fromEntries(
    (Object.keys(fields) as Field[]).flatMap((name) => {
      const { success, data } = fields[name].safeParse(frontMatter[name]);
      return success && data !== undefined ? [[name, data]] : [];
    }),
  );

/** The mark of the words that a reader of the page meets now. */
function markNow({ topics, words, offer }: Library, file: string, source: MdxSource): string {
  const { title, summary } = source.frontMatter;
  return markOf(
    wordsMet(source, {
      title: String(title ?? topics.get(dirname(file))?.title ?? ''),
      summary: String(summary ?? ''),
      meaningOf: (slug) => words.get(slug)?.easyMeaning,
      factOf: (name) => (offer ? factShown(offer, name) : ''),
    }),
  );
}

/** Tells what keeps a page from saying that it was checked. */
export function checkChecked(library: Library, file: string, source: MdxSource, today = readToday()): void {
  const { checkedBy, checkedOn, checkedText, reviewBy } = readable(source);
  const has = (field: Field) => Boolean(source.frontMatter[field]);
  const tell = (field: Field, problem: string) => library.report(file, problem, source.frontMatterLine([field]));
  if (has('checkedOn') && !has('checkedBy'))
    tell('checkedOn', 'says when it was checked but not by which group. Write checkedBy too, or take checkedOn out.');
  if (has('checkedBy') && !has('checkedOn'))
    tell('checkedBy', 'says which group checked it but not when. Write checkedOn too, as 2026-11-23, or take checkedBy out.');
  for (const field of ['checkedText', 'reviewBy'] as const)
    if (has(field) && !has('checkedBy') && !has('checkedOn'))
      tell(field, `has ${field}, and nobody has checked it. Write checkedBy and checkedOn too, or take ${field} out.`);
  if (has('checkedBy') && has('checkedOn') && !has('checkedText'))
    tell(
      'checkedBy',
      `does not say which words they checked. If they saw the page as it is now, write checkedText: '${markNow(library, file, source)}'`,
    );
  if (checkedText !== undefined && !isMark(checkedText))
    tell(
      'checkedText',
      `has a checkedText that is no mark of words. If they saw the page as it is now, write checkedText: '${markNow(library, file, source)}'`,
    );
  if (checkedBy && wordsOf(checkedBy).length > mostWordsOfAGroup)
    tell('checkedBy', `names a group in more than ${mostWordsOfAGroup} words. Write a shorter name: it begins an easy sentence.`);
  if (checkedBy && /\.\s*$/.test(checkedBy))
    tell('checkedBy', 'has a full stop after the group. Write its name alone, as "Young people at the youth club".');
  if (has('checkedBy') && checkedOn && checkedOn > today)
    tell('checkedOn', `says that it was checked on ${dateInWords(checkedOn)}, and that day is yet to come. Write the day of the check.`);
  if (checkedOn && reviewBy && reviewBy <= checkedOn)
    tell(
      'reviewBy',
      `should be checked again before it was checked. Write a later day, or take reviewBy out: it is then ${yearAfter(checkedOn)}.`,
    );
}

/** @returns what is no fault, and a page says of itself: words that changed since a group saw them, and a check that is too old */
export function checkedAdvice(library: Library, today = readToday()): Problem[] {
  return library.find('**/easy-read.mdx').flatMap((file) => {
    const text = readFileSync(join(library.dir, file), 'utf8');
    // Most pages have no check, and reading them all again would take as long as the first time.
    if (!/^checkedText:/m.test(text)) return [];
    const source = readMdx(text);
    const mark = markNow(library, file, source);
    const check = checkOf(readable(source), () => mark, today);
    const line = source.frontMatterLine(['checkedText']);
    const at = { file, ...(line ? { line } : {}) };
    const changed = {
      ...at,
      problem: `has other words than those that a group checked on ${dateInWords(check?.on ?? today)}, and says so to its readers. When a group has checked it again, write checkedText: '${mark}' and the new checkedOn.`,
    };
    const again = {
      ...at,
      problem: `should have been checked again by ${dateInWords(check?.reviewBy ?? today)}, and says so to its readers.`,
    };
    return [...(check?.changed ? [changed] : []), ...(check?.again ? [again] : [])];
  });
}
