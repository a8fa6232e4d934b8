/** Whether what is said about an artwork may be published: the consent, names of people, and a title of its own. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readYamlSource } from '../../readings/yaml-source.ts';
import type { Artwork } from '../artwork.schema.ts';
import { nameIn, partsOfNames } from './names-in-texts.ts';
import type { FieldProblem, Place } from './record.ts';

/** @returns all texts that are published, and where the form is kept, each with its field */
const textsOf = (artwork: Artwork): [readonly PropertyKey[], string][] => [
  ...(['title', 'alt', 'question', 'easyAlt', 'easyQuestion', 'material'] as const).map((field): [PropertyKey[], string] => [
    [field],
    artwork[field] ?? '',
  ]),
  ...artwork.description.map((text, index): [PropertyKey[], string] => [['description', index], text]),
  ...artwork.written.map((text, index): [PropertyKey[], string] => [['written', index], text]),
  ...artwork.easyDescription.map(({ words }, index): [PropertyKey[], string] => [['easyDescription', index, 'words'], words]),
  [['consent', 'form'], artwork.consent?.form ?? ''],
];

/** What the consent of a family does not allow, or does not say. */
function consentProblems({ standIn, consent, licence }: Artwork, today: string): FieldProblem[] {
  const say = (path: PropertyKey[], problem: string): FieldProblem => ({ path, problem });
  const reusable = consent ? consent.scope.includes('reuse') : standIn;
  const found: FieldProblem[] =
    licence && !reusable
      ? [say(['licence'], 'gives a licence to others, and the family did not agree to "reuse". Take "licence" out, or ask the family.')]
      : [];
  if (!consent)
    return standIn
      ? found
      : [
          ...found,
          say(['consent'], 'has no consent record. Ask the family first, then write scope, givenOn, reviewBy and form under "consent".'),
        ];
  if (!consent.scope.includes('site'))
    found.push(
      say(['consent', 'scope'], 'has a consent without "site", so it cannot be shown here. Ask the family, or leave the artwork out.'),
    );
  if (consent.givenOn > today)
    found.push(
      say(['consent', 'givenOn'], `says that the family signed on ${consent.givenOn}, which is still to come. Write the day on the form.`),
    );
  if (consent.reviewBy <= today || consent.reviewBy <= consent.givenOn)
    found.push(
      say(
        ['consent', 'reviewBy'],
        `has a consent that ended on ${consent.reviewBy}. Ask the family again, and write the new day into "reviewBy".`,
      ),
    );
  if (/@|\d{5}/.test(consent.form.replace(/\s/g, '')))
    found.push(
      say(
        ['consent', 'form'],
        'holds an e-mail address or a long number in "form". Write only where the form is kept: "Schools team, folder 12".',
      ),
    );
  return found;
}

/**
 * @param names of people that must not be published
 * @param slug the name of the folder
 * @returns what forbids to publish it, beside what the content check says
 */
export function recordProblems(artwork: Artwork, names: readonly string[], slug: string, { dir, today }: Place): FieldProblem[] {
  const parts = partsOfNames(names);
  const found = consentProblems(artwork, today);
  for (const [path, text] of [...textsOf(artwork), [['slug'], slug.replaceAll('-', ' ')] as const]) {
    const name = nameIn(text, parts);
    if (!name) continue;
    const mend =
      path[0] === 'written'
        ? 'Paint it over on the picture with a mask, and take these words out.'
        : 'No name is published: write it without.';
    found.push({ path, problem: `holds the name "${name}" in "${String(path[0] === 'consent' ? 'form' : path[0])}". ${mend}` });
  }
  const others = titlesOf(dir, artwork.value);
  if (others.includes(artwork.title.trim().toLowerCase()))
    found.push({
      path: ['title'],
      problem: `is called "${artwork.title}", as another artwork of the same value is. Give it a "title" of its own.`,
    });
  return found;
}

/** The titles of artworks of a value, in small letters. */
function titlesOf(dir: string, value: string): string[] {
  return globSync('gallery/*/artwork.yaml', { cwd: dir }).flatMap((file) => {
    const found = readYamlSource(readFileSync(join(dir, file), 'utf8')).value as { title?: unknown; value?: unknown } | null;
    return found?.value === value ? [String(found.title).trim().toLowerCase()] : [];
  });
}
