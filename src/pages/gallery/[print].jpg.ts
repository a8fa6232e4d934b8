/** The poster with all values as one picture. */
import { answer, pathsOfAll } from '../../gallery/print/print-pages.ts';

export const getStaticPaths = () => pathsOfAll('.jpg');
export const GET = answer;
