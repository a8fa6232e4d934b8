/** A signatory's badge or certificate as a file of the built site, for a host that runs no service. */
import { listOfBuild } from './signed-file.ts';
import type { Shown } from './place-of-signatory.ts';
import type { Published } from './public-list.ts';
import { whatIsShown } from './shown-of.ts';
import { readSignedWords } from './signed-words.ts';

/** The pages of an endpoint: one for each signatory of the build; none where this Local Offer has no list. */
export const pathsOfSignatories = () =>
  readSignedWords() ? listOfBuild().signatories.map((entry) => ({ params: { id: entry.id }, props: { entry } })) : [];

/** @param site the origin that Astro knows @param base where the site stands on it */
export async function builtFile(site: URL | undefined, base: string, file: Shown, entry: Published): Promise<Response> {
  const shown = whatIsShown(new URL(base, site));
  if (!shown) throw new Error('This Local Offer has no list of who signed.');
  const { type, bytes } = await shown.file(entry, file);
  return new Response(bytes, { headers: { 'Content-Type': type } });
}
