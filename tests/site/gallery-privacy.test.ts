/** Nothing that is published of an artwork tells who made it, where or when, and no scan is among it. */
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { test } from 'vitest';
import { metadataOf } from '../gallery/metadata.ts';
import { expectNone } from './check.ts';
import { filesLike, pathOf } from './files.ts';

const published = filesLike(/^(gallery|iiif)\/.*\.(jpe?g|avif|png|pdf|mp3)$/i);
const longest = 4096;

test('there are pictures to look at', () =>
  expectNone(
    [/^gallery\/.*\.avif$/, /^(gallery|iiif)\/.*\/default\.jpg$/].flatMap((like) =>
      published.some((file) => like.test(file)) ? [] : [`No file like ${like} is published. Mend the gallery, or this check.`],
    ),
  ));

test('no file of the gallery holds a block of metadata', () =>
  expectNone(
    published.flatMap((file) =>
      metadataOf(readFileSync(pathOf(file))).map((kind) => `/${file} holds ${kind}. Make it anew without keeping metadata.`),
    ),
  ));

test('no picture of the gallery is larger than what we may publish', async () => {
  const problems: string[] = [];
  for (const file of published.filter((name) => !/\.(pdf|mp3)$/.test(name))) {
    const { width, height } = await sharp(pathOf(file)).metadata();
    if (Math.max(width, height) > longest) problems.push(`/${file} is ${width} × ${height} pixels. No side may be longer than ${longest}.`);
  }
  expectNone(problems);
});

test('no scan and no record is published', () =>
  expectNone(
    filesLike(/^(gallery|iiif|_astro)\//)
      .filter((file) => /\.(tiff?|webp|heic|psd|bmp|ya?ml)$|(^|\/)(picture|scan|original|vips-properties)\.[a-z]+$|(^|\/)\./i.test(file))
      .map((file) => `/${file} does not belong into the site. Publish what the build makes of the picture, and nothing else.`),
  ));

test('the words of a consent record stand nowhere in the site', () =>
  expectNone(
    filesLike(/\.(html|json|xml|js|txt)$/)
      .filter(
        (file) =>
          /\b(givenOn|reviewBy|"consent"|consent:)/.test(readFileSync(pathOf(file), 'utf8')) &&
          /^(gallery|iiif|easy-read\/gallery)\//.test(file),
      )
      .map((file) => `/${file} speaks of a consent record. It is kept for us, not for visitors.`),
  ));
