/** References from one content file to another: pictures of the dictionary and sources. */
import { near, type Library } from './library.ts';

/** Says when a file names a picture that the dictionary lacks. */
export function checkPicture({ pictures, report }: Library, file: string, name: string, line?: number) {
  if (!pictures || name in pictures.pictures) return;
  const nearIt = near(name, Object.keys(pictures.pictures));
  report(file, `names the picture "${name}", which is not in content/pictures/pictures.yaml. ${nearIt}`, line);
}

/** Says when a file names a source that does not exist. */
export function checkCitations({ sources, report }: Library, file: string, cited: { source: string }[]) {
  for (const { source } of cited)
    if (!sources.has(source))
      report(file, `names the source "${source}", and there is no content/sources/${source}.yaml. ${near(source, sources)}`);
}
