/** The words of the form of the pledge: its page is there, its pictures exist, and its words hold to the rules of their reading. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sentencesOf } from '../easy-read/sentences.ts';
import { mostCharacters } from '../pledge/form/fields.ts';
import { formWordsFile as file, withoutGaps } from '../pledge/form/form-words.ts';
import { gaps, type Both, type FormWords } from '../pledge/form/form-words.schema.ts';
import { near, type Library } from './library.ts';
import { checkPicture } from './references.ts';
import { checkTexts, type TextAt } from './texts.ts';

type Path = readonly PropertyKey[];
interface Place {
  path: Path;
  both: Both;
  picture: string | undefined;
}

/** What only some texts may hold: how long things are kept, below the form; how many characters a field takes, in its errors. */
const gapsAt = ([first, second]: Path): readonly string[] =>
  first === 'privacy' ? gaps.filter((gap) => gap !== 'most') : first === 'errors' && fieldOfTooLong(String(second)) ? ['most'] : [];
const fieldOfTooLong = (problem: string) => /^(.+)-too-long$/.exec(problem)?.[1];

export function checkFormWords(library: Library) {
  const { dir, form, topics, report, lineOf, names } = library;
  const page = dirname(file);
  if (topics.has(page) && !existsSync(join(dir, file)))
    report(file, `is missing. The page /${page}/ shows the form, whose words stand there: copy it from another Local Offer.`);
  if (!topics.has(page) && existsSync(join(dir, file)))
    report(file, `has no topic.yaml beside it. The form is a page with both readings: add them, or take the folder away.`);
  if (!form) return;
  const places = placesIn(form);
  for (const { path, both, picture } of places) {
    if (picture !== undefined) checkPicture(library, file, picture, lineOf(file, ...path, 'picture'));
    for (const reading of ['standard', 'easyRead'] as const)
      for (const [gap, name] of both[reading].matchAll(/\{([^{}]*)\}/g)) {
        const known = gapsAt(path);
        if (known.includes(name!)) continue;
        const where = `${gap} in "${[...path, reading].join('.')}"`;
        const mend =
          known.length > 0
            ? near(name!, known)
            : 'Write the words out: only "privacy" and the errors of what is too long have such places.';
        report(file, `has ${where}, which nothing fills. ${mend}`, lineOf(file, ...path, reading));
      }
    const count = sentencesOf(sample(path, both.easyRead)).length;
    if (picture !== undefined && count > 2)
      report(
        file,
        `has ${count} easy sentences in "${path.join('.')}". They stand beside one picture: write one or two.`,
        lineOf(file, ...path, 'easyRead'),
      );
  }
  const texts = (reading: keyof Both): TextAt[] => places.map(({ path, both }) => [[...path, reading], sample(path, both[reading])]);
  // What a setting types is shown by examples of addresses, which are no words.
  const known = [...names, 'https', 'www.example.org', 'name@example.org'];
  checkTexts(library, file, 'standard', texts('standard'), known);
  checkTexts(library, file, 'easy-read', texts('easyRead'), known);
}

/** A text as a reader meets it, with a number in each gap. */
const sample = ([, problem]: Path, text: string) =>
  withoutGaps(text, {
    rejectedDays: 30,
    contactMonths: 24,
    most: mostCharacters[fieldOfTooLong(String(problem)) as keyof typeof mostCharacters],
  });

/** Every text in both readings, wherever it stands in the file. */
function placesIn(form: FormWords): Place[] {
  const found: Place[] = [];
  const look = (value: unknown, path: Path): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('standard' in value) found.push({ path, both: value as Both, picture: (value as { picture?: string }).picture });
    else for (const [key, part] of Object.entries(value)) look(part, [...path, Array.isArray(value) ? Number(key) : key]);
  };
  look(form, []);
  return found;
}
