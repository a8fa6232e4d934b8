/** Every Idea of the content, wherever it is written: in easy-read pages, hard words, artworks and `local-offer.yaml`. */
import { dirname } from 'node:path';
import { sentencesOf } from '../easy-read/sentences.ts';
import type { Library } from './library.ts';
import { mdxOf } from './mdx-files.ts';
import { wordOf } from './glossary.ts';

export interface PlacedIdea {
  file: string;
  line: number | undefined;
  /** Its concept in the dictionary. */
  picture: string;
  sentences: string[];
  /** The hard words that it explains. */
  explains: string[];
}

/** Lists of Ideas that stand below each other on a page, in their order. */
export function allIdeas(library: Library): PlacedIdea[][] {
  const { topics, words, artworks, offer, lineOf } = library;
  const idea = (file: string, line: number | undefined, picture: string, text: string): PlacedIdea => ({
    ...{ file, line, picture, sentences: sentencesOf(text), explains: [] },
  });
  const ofTopics = [...topics.keys()].map((id) =>
    (mdxOf(library, `${id}/easy-read.mdx`)?.tags ?? [])
      .filter(({ name, attributes }) => name === 'Idea' && typeof attributes.picture === 'string')
      .map(({ attributes, text, line, links }) => ({
        ...idea(`${id}/easy-read.mdx`, line, String(attributes.picture), text),
        explains: links.flatMap((to) => wordOf(to) ?? []),
      })),
  );
  const ofWords = [...words].flatMap(([id, word]) => {
    const file = `words/${id}.yaml`;
    return word ? [[idea(file, lineOf(file, 'picture'), word.picture, word.easyMeaning)]] : [];
  });
  const ofArtworks = [...artworks].map(([id, artwork]) => {
    const file = `gallery/${id}/artwork.yaml`;
    return (artwork?.easyDescription ?? []).map(({ picture, words: text }, index) =>
      idea(file, lineOf(file, 'easyDescription', index, 'picture'), picture, text),
    );
  });
  const file = 'local-offer.yaml';
  const ofOffer = [
    (offer?.helpNow.ways ?? []).map(({ picture, easyWho, easyHow }, index) =>
      idea(file, lineOf(file, 'helpNow', 'ways', index, 'picture'), picture, `${easyWho}\n${easyHow}`),
    ),
    (offer?.easyReadHelp ?? []).map(({ picture, words: text }, index) =>
      idea(file, lineOf(file, 'easyReadHelp', index, 'picture'), picture, text),
    ),
  ];
  return [...ofTopics, ...ofWords, ...ofArtworks, ...ofOffer];
}

/** The picture of the page that a file belongs to. */
export const pictureOfPage = ({ topics }: Library, file: string) => topics.get(dirname(file))?.picture;
