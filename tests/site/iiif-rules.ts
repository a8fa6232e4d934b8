/**
 * IIIF documents as the standards ask for them (https://iiif.io/api/presentation/3.0/, https://iiif.io/api/image/3.0/), strictly: a property
 * that is not listed here is a mistake, so that a typing error in a name is one too.
 */
import { z } from 'astro/zod';

const address = z.url({ protocol: /^https?$/ });
const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);
const words = z.string().regex(/\S/);
const languageMap = z
  .record(z.union([language, z.literal('none')]), z.array(words).min(1))
  .refine((map) => Object.keys(map).length > 0, 'an empty language map');
/** The only forms that the standard allows in a document are those of these two hosts, with http:// (4.3, "rights"). */
const rights = z
  .string()
  .regex(/^http:\/\/(creativecommons\.org\/(licenses|publicdomain)\/|rightsstatements\.org\/vocab\/)[\w.-]+\/[\w./-]*$/);
const side = z.number().int().positive();
const service = z.strictObject({ id: address, type: z.literal('ImageService3'), profile: z.literal('level0') });
const image = z.strictObject({
  ...{ id: address, type: z.literal('Image'), format: z.literal('image/jpeg'), width: side, height: side },
  service: z.array(service).length(1),
});
const page = z.strictObject({
  ...{ id: address, type: z.literal('Text'), label: languageMap, format: z.literal('text/html'), language: z.array(language).min(1) },
});
const file = z.discriminatedUnion('type', [
  z.strictObject({ id: address, type: z.literal('Text'), label: languageMap, format: z.literal('application/pdf') }),
  z.strictObject({ id: address, type: z.literal('Image'), label: languageMap, format: z.enum(['image/svg+xml', 'image/jpeg']) }),
  z.strictObject({
    ...{ id: address, type: z.literal('Sound'), label: languageMap, format: z.literal('audio/mpeg'), duration: z.number().positive() },
  }),
]);
const reference = <Type extends string>(type: Type) => z.strictObject({ id: address, type: z.literal(type), label: languageMap });
const pair = z.strictObject({ label: languageMap, value: languageMap });
const agent = z.strictObject({ id: address, type: z.literal('Agent'), label: languageMap, homepage: z.array(page).min(1) });
const described = {
  label: languageMap,
  summary: languageMap,
  requiredStatement: pair,
  thumbnail: z.array(image).length(1),
};
const more = {
  metadata: z.array(pair).min(1),
  homepage: z.array(page).length(2),
  rendering: z.array(file).min(1).optional(),
};
const textBody = z.strictObject({ type: z.literal('TextualBody'), value: words, language, format: z.enum(['text/plain', 'text/html']) });
const soundBody = z.strictObject({
  ...{
    id: address,
    type: z.literal('Sound'),
    format: z.literal('audio/mpeg'),
    duration: z.number().positive(),
    language: z.array(language),
  },
});
const annotation = <Motivation extends string, Body extends z.ZodType>(motivation: Motivation, body: Body) =>
  z.strictObject({ id: address, type: z.literal('Annotation'), motivation: z.literal(motivation), body, target: address });
const annotations = z.strictObject({
  ...{ id: address, type: z.literal('AnnotationPage'), label: languageMap },
  items: z.array(z.union([annotation('describing', textBody), annotation('supplementing', soundBody)])).min(1),
});
const canvas = z
  .strictObject({
    ...{ id: address, type: z.literal('Canvas'), height: side, width: side, ...described, rights },
    items: z
      .array(z.strictObject({ id: address, type: z.literal('AnnotationPage'), items: z.array(annotation('painting', image)).length(1) }))
      .length(1),
    annotations: z.array(annotations).min(2).max(3),
    metadata: more.metadata.optional(),
    homepage: more.homepage.optional(),
    rendering: more.rendering,
    partOf: z.array(reference('Manifest')).length(1).optional(),
  })
  .refine(({ id }) => !id.includes('#'), 'the address of a canvas must hold no #')
  .refine(
    ({ id, items, annotations: said }) => [...items, ...said].every((list) => list.items.every(({ target }) => target === id)),
    'an annotation is about another canvas than the one that holds it',
  );
const top = { '@context': z.literal('http://iiif.io/api/presentation/3/context.json'), id: address, provider: z.array(agent).length(1) };

export const manifestRules = z.strictObject({
  ...{ ...top, type: z.literal('Manifest'), ...described, rights: rights.optional(), homepage: more.homepage, rendering: more.rendering },
  metadata: more.metadata.optional(),
  partOf: z.array(reference('Collection')).length(1).optional(),
  behavior: z.tuple([z.literal('individuals')]),
  items: z.array(canvas).min(1),
});
export const collectionRules = z.strictObject({
  ...{ ...top, type: z.literal('Collection'), ...described, rights: rights.optional(), homepage: more.homepage },
  items: z.array(
    z.strictObject({
      ...{ id: address, type: z.literal('Manifest'), label: languageMap, summary: languageMap, thumbnail: z.array(image).length(1) },
    }),
  ),
});
export const infoRules = z.strictObject({
  '@context': z.literal('http://iiif.io/api/image/3/context.json'),
  ...{ id: address, type: z.literal('ImageService3'), protocol: z.literal('http://iiif.io/api/image'), profile: z.literal('level0') },
  ...{ width: side, height: side, maxWidth: side, maxHeight: side, rights },
  sizes: z.array(z.strictObject({ width: side, height: side })).min(1),
  tiles: z.array(z.strictObject({ width: side, height: side, scaleFactors: z.array(side).min(1) })).length(1),
  partOf: z.array(reference('Manifest')).length(1),
});
export type Info = z.infer<typeof infoRules>;
export type Manifest = z.infer<typeof manifestRules>;
