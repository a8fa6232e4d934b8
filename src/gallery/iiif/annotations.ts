/**
 * What is said about an artwork beside its picture: the long description, the same in easy read, and the recording. Each has a page of
 * its own, since viewers show a page as a tab or list with its label. Pure.
 */
import { annotationAddress, canvasAddress } from './addresses.ts';
import type { ArtworkFacts, SiteFacts } from './facts.ts';
import { labels } from './labels.ts';
import { easyEnglish, english, inEnglish } from './language.ts';

const text = (paragraphs: readonly string[], language: string) => ({
  type: 'TextualBody',
  value: paragraphs.join('\n\n'),
  language,
  format: 'text/plain',
});

/** @returns the pages of annotations of a canvas (https://iiif.io/api/presentation/3.0/#annotations) */
export function annotationsOf({ id, description, easyDescription, audio }: ArtworkFacts, { at }: SiteFacts) {
  const page = (name: string, label: string, motivation: string, body: object) => ({
    id: at(annotationAddress(id, name)),
    type: 'AnnotationPage',
    label: inEnglish(label),
    items: [{ id: at(annotationAddress(id, `${name}/1`)), type: 'Annotation', motivation, body, target: at(canvasAddress(id)) }],
  });
  return [
    page('description', labels.description, 'describing', text(description, english)),
    page('easy-read', labels.easyDescription, 'describing', text(easyDescription, easyEnglish)),
    ...(audio
      ? [
          page('audio', labels.audio, 'supplementing', {
            id: at(audio.address),
            type: 'Sound',
            format: 'audio/mpeg',
            duration: audio.seconds,
            language: [english],
          }),
        ]
      : []),
  ];
}
