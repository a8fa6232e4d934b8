/** A sheet to colour in, where a person has drawn one. */
import { answer, pathsOfArtworks } from '../../../gallery/print/print-pages.ts';

export const getStaticPaths = () => pathsOfArtworks('colouring');
export const GET = answer;
