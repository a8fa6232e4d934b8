/** The certificate of a setting that has signed. */
import type { APIRoute } from 'astro';
import { builtFile, pathsOfSignatories } from '../../../../pledge/signed/built-file.ts';
import type { Published } from '../../../../pledge/signed/public-list.ts';

export const getStaticPaths = pathsOfSignatories;

export const GET: APIRoute<{ entry: Published }> = ({ props, site }) =>
  builtFile(site, import.meta.env.BASE_URL, 'certificate.pdf', props.entry);
