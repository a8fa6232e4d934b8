/** The pictures that `src/` itself asks for by name. A council that brings its own pictures needs one for each of them. */
import { picturesInCode, statusPictures } from '../../src/easy-read/pictures-in-code.ts';

/** @param status whether the content has a status to show; its pictures are needed only then */
export const picturesNamedInCode = ({ status }: { status: boolean }): string[] => [
  ...Object.values(picturesInCode),
  ...(status ? Object.values(statusPictures) : []),
];
