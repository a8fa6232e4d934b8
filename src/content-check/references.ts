/** References from one content file to another: pictures of the dictionary and sources. */
import { near, type Library } from './library.ts';

/** Says when a file names a picture that the dictionary lacks. */
export function checkPicture({ pictures, report }: Library, file: string, name: string, line?: number) {
  if (!pictures || name in pictures.pictures) return;
  const nearIt = near(name, Object.keys(pictures.pictures), (one) => pictures.pictures[one]?.otherNames ?? []);
  report(file, `names the picture "${name}", which is not in content/pictures/pictures.yaml. ${nearIt}`, line);
}

/** Says when a file names a source that does not exist. */
export function checkCitation({ sources, report, lineOf }: Library, file: string, source: string, path: readonly PropertyKey[]) {
  if (sources.has(source)) return;
  const nearIt = near(source, sources);
  report(file, `names the source "${source}", and there is no content/sources/${source}.yaml. ${nearIt}`, lineOf(file, ...path, 'source'));
}

/** The same for all that stand under "sources". */
export const checkCitations = (library: Library, file: string, cited: { source: string }[]) =>
  cited.forEach(({ source }, index) => checkCitation(library, file, source, ['sources', index]));
