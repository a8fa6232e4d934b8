/** Where the words are: `CONTENT_DIR`, or `content/` in the project. An absolute path. */
import { resolve } from 'node:path';

export const contentDir = () => resolve(process.env.CONTENT_DIR || 'content');
