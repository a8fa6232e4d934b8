/** Topics: both readings are there, and what their facts point at exists. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { near, type Library } from './library.ts';
import { checkReading } from './reading.ts';
import { checkCitations, checkPicture } from './references.ts';
import { checkTexts } from './texts.ts';
import { initialsOfWords } from './glossary.ts';

export function checkTopics(library: Library) {
  const { dir, topics, shapes, misnamed, find, report, lineOf } = library;
  for (const [id, topic] of topics) {
    for (const [reading, name] of [
      ['standard', 'the standard one'],
      ['easy-read', 'the easy-read one'],
    ] as const) {
      const path = `${id}/${reading}.mdx`;
      if (existsSync(join(dir, path))) checkReading(library, path, reading);
      else if (!misnamed.has(path)) report(path, `is missing. Every topic has two readings: write ${name}.`);
    }
    if (!topic) continue;
    const file = `${id}/topic.yaml`;
    checkPicture(library, file, topic.picture, lineOf(file, 'picture'));
    checkCitations(library, file, topic.sources);
    checkTexts(library, file, 'standard', [[['title'], topic.title]], [...library.names, ...initialsOfWords(library)]);
    if (topic.shape && !shapes.has(topic.shape))
      report(
        file,
        `names the shape "${topic.shape}", and there is no content/shapes/${topic.shape}.svg. ${near(topic.shape, shapes)}`,
        lineOf(file, 'shape'),
      );
    topic.related.forEach((other, index) => {
      if (topics.has(other)) return;
      report(
        file,
        `names the related page "${other}", which does not exist. ${near(other, topics.keys())}`,
        lineOf(file, 'related', index),
      );
    });
  }
  for (const file of find('**/{standard,easy-read}.mdx'))
    if (!topics.has(dirname(file))) report(file, 'has no topic.yaml beside it. Add one, or take the file away.');
}
