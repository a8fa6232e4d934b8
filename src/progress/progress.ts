/** The records as pages show them: read once in a build, anew in development, with the number of signatories that a page passes on. */
import { readProgress, type Progress } from './read.ts';

let read: Progress | undefined;

/** All plans, strands and records of this content. */
export const allProgress = (): Progress => (import.meta.env.DEV ? readProgress() : (read ??= readProgress()));
