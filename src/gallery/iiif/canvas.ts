/** An artwork as a canvas: its picture at its place, and what is said about it. Pure. */
import { annotationAddress, canvasAddress } from './addresses.ts';
import { annotationsOf } from './annotations.ts';
import type { ArtworkFacts, SiteFacts } from './facts.ts';
import { labels } from './labels.ts';
import { inEnglish } from './language.ts';
import { largest, thumbnails } from './linked.ts';

/** Who made it, or that it is a stand-in: viewers must show this with the picture. */
export const credits = (...sentences: readonly string[]) => ({ label: inEnglish(labels.credit), value: inEnglish(...sentences) });

/** @returns what is known of an artwork, as pairs of a name and its words; what is not known is left out */
export function metadataOf({ value, material, made, madeBy, written }: ArtworkFacts) {
  const known: [string, readonly (string | undefined)[]][] = [
    [labels.value, [value]],
    [labels.madeBy, [madeBy]],
    [labels.material, [material]],
    [labels.year, [made?.toString()]],
    [labels.written, written],
  ];
  return known.flatMap(([label, words]) => {
    const said = words.filter((word) => word !== undefined);
    return said.length > 0 ? [{ label: inEnglish(label), value: inEnglish(...said) }] : [];
  });
}

/**
 * @returns the canvas of an artwork (https://iiif.io/api/presentation/3.0/#53-canvas). IIIF has no property for alternative text; it is
 * the `summary`. No `navDate`: that is a moment, and all that is known of an artwork is the year.
 */
export function canvasOf(artwork: ArtworkFacts, site: SiteFacts) {
  const { id, title, alt, width, height, credit, rights } = artwork;
  const canvas = site.at(canvasAddress(id));
  return {
    id: canvas,
    type: 'Canvas',
    label: inEnglish(title),
    summary: inEnglish(alt),
    height,
    width,
    requiredStatement: credits(credit),
    rights,
    thumbnail: thumbnails(artwork, site),
    items: [
      {
        id: site.at(annotationAddress(id, 'picture')),
        type: 'AnnotationPage',
        items: [
          {
            id: site.at(annotationAddress(id, 'picture/1')),
            type: 'Annotation',
            motivation: 'painting',
            body: largest(artwork, site),
            target: canvas,
          },
        ],
      },
    ],
    annotations: annotationsOf(artwork, site),
  };
}
