/** Topics: both readings are there, and what their facts point at exists. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { near, type Library } from './library.ts';
import { checkReading } from './reading.ts';
import { checkCitations, checkPicture } from './references.ts';

export function checkTopics(library: Library) {
  const { dir, topics, shapes, find, report } = library;
  for (const [id, topic] of topics) {
    for (const [reading, name] of [
      ['standard', 'the standard one'],
      ['easy-read', 'the easy-read one'],
    ] as const) {
      const path = `${id}/${reading}.mdx`;
      if (existsSync(join(dir, path))) checkReading(library, path, reading);
      else report(path, `is missing. Every topic has two readings: write ${name}.`);
    }
    if (!topic) continue;
    const file = `${id}/topic.yaml`;
    checkPicture(library, file, topic.picture);
    checkCitations(library, file, [...topic.sources, ...(topic.statusSource ? [topic.statusSource] : [])]);
    if (topic.shape && !shapes.has(topic.shape))
      report(file, `names the shape "${topic.shape}", and there is no content/shapes/${topic.shape}.svg. ${near(topic.shape, shapes)}`);
    for (const other of topic.related)
      if (!topics.has(other)) report(file, `names the related page "${other}", which does not exist. ${near(other, topics.keys())}`);
  }
  for (const file of find('**/{standard,easy-read}.mdx'))
    if (!topics.has(dirname(file))) report(file, 'has no topic.yaml beside it. Add one, or take the file away.');
}
