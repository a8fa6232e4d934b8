/** One artwork on a sheet of A4. */
import { answer, pathsOfArtworks } from '../../../gallery/print/print-pages.ts';

export const getStaticPaths = () => pathsOfArtworks('poster');
export const GET = answer;
