/** The file artwork.yaml of a new artwork, with remarks for whoever edits it later. */
import { Document, isMap, isScalar } from 'yaml';
import { artworkSchema, type Artwork } from '../artwork.schema.ts';

const opening = ` This artwork, in both readings. After a change run "npm run check".
 Never write a name of a child, a school or a class here, and put no other file into this folder than these:
 picture.jpg   made by "npm run gallery -- add"; the scan itself never belongs into the project
 audio.mp3     a recording of the description; then write "audio: audio.mp3" below
 colouring.svg a sheet to colour in that a person has drawn; then write "colouring: colouring.svg" below`;

/** The order in which fields stand, and the remark above each. */
const fields: readonly [keyof Artwork, string?][] = [
  ['title'],
  ['value', ' The value of the pledge that it shows: a folder in content/pledge/.'],
  ['order', ' Its place in the gallery.'],
  ['standIn', ' true when it stands in for an artwork that we do not have.'],
  ['picture'],
  ['made'],
  ['material'],
  ['ageGroup', ' At least 2 years between, so that nobody can tell who it was.'],
  ['alt', ' What is seen, in 30 to 150 characters.'],
  ['description', ' What is seen, in full, with all words that are written on it.'],
  ['written', ' All words on the picture, line by line.'],
  ['question', ' A question to talk about.'],
  ['easyAlt', ' The same in easy read: at most 15 words a sentence.'],
  ['easyDescription'],
  ['easyQuestion'],
  ['consent', ' What the family agreed to. It is shown until the day "reviewBy": ask them again before.'],
  ['licence', ' Under what licence others may use it.'],
  ['sources'],
  ['lastChecked', ' The day when the words were last checked.'],
];

/** @param artwork that holds to its schema @returns the text of its file */
export function artworkFile(artwork: Artwork): string {
  const entries = fields.flatMap(([field]) => (artwork[field] === undefined ? [] : [[field, artwork[field]] as const]));
  const document = new Document(Object.fromEntries(entries));
  document.commentBefore = opening;
  const remarks = new Map<string, string | undefined>(fields.map(([field, remark]) => [field, remark]));
  if (isMap(document.contents))
    for (const { key } of document.contents.items) {
      const remark = isScalar(key) ? remarks.get(String(key.value)) : undefined;
      if (isScalar(key) && remark) key.commentBefore = remark;
    }
  const text = document.toString({ lineWidth: 0, defaultStringType: 'PLAIN' });
  artworkSchema.parse(document.toJS());
  return text;
}
