/** Adds by asking: all questions once, then again those whose answers cannot be published. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { distinct, type Added, type AddWish, type CheckWords } from './added.ts';
import { readBox, type Box } from './mask.ts';
import { questions, type Draft, type Known } from './questions.ts';
import { artworkOf, folderName, type Place } from './record.ts';
import { recordProblems } from './record-problems.ts';
import { recordSchema } from './record.schema.ts';
import { refuse } from './refusal.ts';
import { cleanPicture, type CleanPicture } from './scan.ts';
import { Terminal } from './terminal.ts';

/**
 * @param first the picture as it is without a mask, or with that of the command
 * @throws Stopped when the person stops, Refusal when nothing they can answer would help
 */
export async function fromAnswers(
  wish: AddWish,
  first: CleanPicture,
  mask: readonly Box[],
  place: Place,
  checkWords: CheckWords,
): Promise<Added> {
  const terminal = new Terminal();
  try {
    terminal.say('Answer each question and press Enter. Ctrl+C stops, and nothing is added.');
    const known: Known = { values: place.values, pictures: pictureNames(place.dir), today: place.today };
    const masked = wish.mask.length > 0 ? { picture: first, mask } : await askMask(terminal, wish.file, first);
    const draft: Draft = {};
    await answer(terminal, draft, known, () => true);
    for (;;) {
      const record = recordSchema.parse(draft);
      const artwork = artworkOf(record, place);
      const slug = folderName(artwork.value, place, wish.slug);
      const problems = distinct([...recordProblems(artwork, record.names, slug, place), ...(await checkWords(slug, artwork))]);
      const again = new Set(problems.map(({ path }) => String(path[0])));
      if (problems.length === 0) return { slug, artwork, ...masked };
      const askable = questions.some(({ field }) => again.has(field));
      if (!askable) refuse(problems.map(({ problem }) => `The artwork ${problem}`).join('\n'));
      terminal.say('\nSome answers need a change:');
      for (const { path, problem } of problems) terminal.say(`  ${String(path[0])}: ${/^[a-z]/.test(problem) ? 'it ' : ''}${problem}`);
      await answer(terminal, draft, known, (field) => again.has(field));
    }
  } finally {
    terminal.close();
  }
}

/** Asks what is chosen, and puts the answers into the draft. */
async function answer(terminal: Terminal, draft: Draft, known: Known, chosen: (field: string) => boolean): Promise<void> {
  for (const { field, when, words, read } of questions) {
    if (when && !when(draft)) {
      // What was answered before and is not asked any more does not count: a licence, after a consent without reuse.
      delete draft[field];
      continue;
    }
    if (!chosen(field)) continue;
    Object.assign(draft, { [field]: await terminal.ask(words(draft, known), (one) => read(one, draft, known)) });
  }
}

/** A mask is measured on the picture upright, and tried at once, so that a box outside of it is asked for again. */
async function askMask(terminal: Terminal, file: string, first: CleanPicture): Promise<{ picture: CleanPicture; mask: readonly Box[] }> {
  const { width, height } = first.scan;
  const words = `Is a name, a school or a class written on the picture? Then type the box that hides it: from the left, from the top, width and height in pixels, as 100,200,300,80.\nThe picture is ${width} × ${height} pixels, seen upright; a picture program shows the numbers. One box on a line. Only Enter when there is no more.`;
  return terminal.ask(words, async (one) => {
    const mask = (await one.lines()).map(readBox);
    return mask.length === 0 ? { picture: first, mask } : { picture: await cleanPicture(file, mask), mask };
  });
}

/** The names of pictures for easy read, those that fit an artwork first. */
function pictureNames(dir: string): string[] {
  const { pictures = {} } = parse(readFileSync(join(dir, 'pictures', 'pictures.yaml'), 'utf8')) as { pictures?: Record<string, unknown> };
  const first = ['picture', 'art', 'colour'].filter((name) => name in pictures);
  return [...first, ...Object.keys(pictures).filter((name) => !first.includes(name))];
}
