/** `add FILE`: from a scan to a new artwork in the content, or to a sentence that says why not. Nothing is left behind of a scan that fails. */
import { basename } from 'node:path';
import { distinct, type Added, type AddWish, type CheckWords } from './added.ts';
import { fromAnswers } from './answers.ts';
import { keep, report } from './keep.ts';
import { readBox, type Box } from './mask.ts';
import { nameIn, partsOfNames } from './names-in-texts.ts';
import { pledgeValues } from './pledge-values.ts';
import { artworkOf, folderName, readRecord, type Place, type ReadRecord } from './record.ts';
import { recordProblems } from './record-problems.ts';
import { cleanPicture, type CleanPicture } from './scan.ts';

/** @throws Refusal with sentences; Stopped when the person stopped */
export async function add(wish: AddWish, dir: string, today: string, checkWords: CheckWords, say: (line: string) => void): Promise<void> {
  const place: Place = { dir, values: pledgeValues(dir), today };
  const boxes = wish.mask.map(readBox);
  const given = wish.record === undefined ? undefined : readRecord(wish.record);
  if (wish.slug !== undefined) folderName('', place, wish.slug);
  const mask = [...boxes, ...(given?.record.mask ?? [])] as unknown as Box[];
  const first = await cleanPicture(wish.file, mask);
  for (const remark of first.remarks) say(`Note: ${remark}`);
  const added = given
    ? await fromRecord(given, wish, first, mask, place, checkWords)
    : await fromAnswers(wish, first, mask, place, checkWords);
  const folder = keep(added, dir);
  for (const line of report(added, folder)) say(line);
  for (const line of fileNameRemarks(wish.file, added)) say(line);
}

async function fromRecord(
  { record, refuseProblems }: ReadRecord,
  wish: AddWish,
  picture: CleanPicture,
  mask: readonly Box[],
  place: Place,
  checkWords: CheckWords,
): Promise<Added> {
  const artwork = artworkOf(record, place);
  const slug = folderName(artwork.value, place, wish.slug ?? record.slug);
  const problems = [...recordProblems(artwork, record.names, slug, place), ...(await checkWords(slug, artwork))];
  refuseProblems(distinct(problems));
  return { slug, artwork, picture, mask };
}

/** The name of a scan's file often is the name of a child. */
function fileNameRemarks(file: string, { artwork, slug }: Added): string[] {
  const words = partsOfNames([
    basename(file)
      .replace(/\.[^.]*$/, '')
      .replace(/[^\p{L}]+/gu, ' '),
  ]).filter((word) => word.length > 2);
  const ordinary = `${artwork.title} ${slug} ${artwork.material ?? ''}`.toLowerCase();
  const doubtful = words.filter((word) => !ordinary.includes(word.toLowerCase()));
  const said = [artwork.alt, ...artwork.description, ...artwork.written, artwork.easyAlt]
    .map((text) => nameIn(text, doubtful))
    .find(Boolean);
  return said
    ? [`Note: "${said}" stands in the name of the scan and in the texts. If it is a name of a person or a school, take it out.`]
    : [];
}
