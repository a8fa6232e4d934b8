/**
 * One picture for one idea, and one idea for one picture, as far as a machine can see it: in the dictionary, and wherever a picture
 * is used. Whether a picture fits its words only people can say.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { tellFinding } from './findings.ts';
import { allIdeas, pictureOfPage, type PlacedIdea } from './ideas.ts';
import type { Library } from './library.ts';

const list = 'pictures/pictures.yaml';
/** A shorter first sentence ("Ask your council.") only says something together with the next. */
const fewestWords = 4;

/** A text as it is compared: capitals, points and marks make no other idea. */
const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();

export function checkPictureIdeas(library: Library) {
  checkDictionary(library);
  const pages = allIdeas(library);
  const tell = ({ file, line }: Pick<PlacedIdea, 'file' | 'line'>, words: string, mend: string) =>
    tellFinding(library, file, { rule: 'picture', words, mend }, line);
  for (const ideas of pages) {
    const explained = new Set<string>();
    for (const [index, idea] of ideas.entries()) {
      if (ideas[index - 1]?.picture === idea.picture)
        tell(
          idea,
          idea.picture,
          'is the picture of the Idea before too. Two Ideas, two pictures: choose another, or make one Idea of both.',
        );
      for (const slug of idea.explains.filter((word) => !explained.has(word))) {
        explained.add(slug);
        checkWord(library, idea, slug, tell);
      }
    }
  }
  const ideas = pages.flat();
  const told = new Set<PlacedIdea>();
  const sameIdea = (text: (idea: PlacedIdea) => string, say: string) => {
    for (const [same, alike] of Map.groupBy(ideas, text))
      if (same)
        for (const { idea, usual } of oddOnes(alike)) {
          if (told.has(idea)) continue;
          told.add(idea);
          tell(
            idea,
            idea.picture,
            `${say} "${usual.picture}" in ${usual.file}${usual.line ? `:${usual.line}` : ''}. One idea, one picture: choose one for both.`,
          );
        }
  };
  sameIdea(({ sentences }) => plain(sentences.join(' ')), 'stands for an Idea that has the picture');
  sameIdea(
    ({ sentences: [first = ''] }) => (plain(first).split(' ').length < fewestWords ? '' : plain(first)),
    'stands for an Idea that begins as one with the picture',
  );
  checkPagesBeside(library);
}

/** Those that do not have the picture that most have, or that the first has. */
function oddOnes(ideas: readonly PlacedIdea[]): { idea: PlacedIdea; usual: PlacedIdea }[] {
  const most = [...Map.groupBy(ideas, ({ picture }) => picture).values()].sort((one, other) => other.length - one.length)[0]!;
  return ideas.filter(({ picture }) => picture !== most[0]!.picture).map((idea) => ({ idea, usual: most[0]! }));
}

/** The Idea that explains a hard word shows the word's own picture, or that of the page when the page is about it. */
function checkWord(library: Library, idea: PlacedIdea, slug: string, tell: (idea: PlacedIdea, words: string, mend: string) => void) {
  const word = library.words.get(slug);
  if (!word || word.picture === idea.picture || pictureOfPage(library, idea.file) === idea.picture) return;
  tell(
    idea,
    idea.picture,
    `is not the picture of "${word.word}", which this Idea explains. Choose "${word.picture}", as in words/${slug}.yaml.`,
  );
}

/** Two names of the dictionary for one picture, or for one idea. */
function checkDictionary(library: Library) {
  const { dir, pictures, lineOf } = library;
  const [ofBytes, ofMeaning] = [new Map<string, string>(), new Map<string, string>()];
  const all = pictures?.pictures ?? {};
  for (const [concept, { file, means, set, original }] of Object.entries(all)) {
    const path = join(dir, 'pictures', file);
    const line = lineOf(list, 'pictures', concept);
    const bytes = existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : concept;
    const same = ofBytes.get(bytes);
    // pictures.ts tells of two that come from one picture of a set.
    const isTold = same !== undefined && set !== 'ours' && (original ?? file) === (all[same]!.original ?? all[same]!.file);
    if (same && !isTold)
      tellFinding(
        library,
        list,
        { rule: 'picture', words: concept, mend: `has the same picture as "${same}". Choose another for one of them.` },
        line,
      );
    const other = ofMeaning.get(plain(means));
    if (other)
      tellFinding(
        library,
        list,
        { rule: 'picture', words: concept, mend: `means the same as "${other}". Keep one of them, or say what differs.` },
        line,
      );
    ofBytes.set(bytes, same ?? concept);
    ofMeaning.set(plain(means), other ?? concept);
  }
}

/** Cards of pages beside each other are told apart by their pictures. */
function checkPagesBeside(library: Library) {
  const { topics, lineOf } = library;
  const first = new Map<string, string>();
  for (const [id, topic] of topics) {
    // Only pages of a section stand beside each other as cards; updates stand below each other, by their dates.
    if (!topic || !id.includes('/') || dirname(id) === 'progress/updates') continue;
    const place = `${dirname(id)} ${topic.picture}`;
    const other = first.get(place);
    const file = `${id}/topic.yaml`;
    if (other) {
      const mend = `is the picture of ${other}/ too, which stands beside this page. Choose another for one of them.`;
      tellFinding(library, file, { rule: 'picture', words: topic.picture, mend }, lineOf(file, 'picture'));
    } else first.set(place, id);
  }
}
