/** All artworks in one file, the poster with all values, and the certificate to fill in by hand. */
import { answer, pathsOfAll } from '../../gallery/print/print-pages.ts';

export const getStaticPaths = () => pathsOfAll('.pdf');
export const GET = answer;
