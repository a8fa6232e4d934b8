/** The log: one JSON line for each event on standard output. A line holds no line break, whatever stands in it. */
import { writeSync } from 'node:fs';
import type { Log } from './service.ts';

/**
 * Lines that come together are written together, so that a page with twenty files costs one write.
 * @param write where the lines go
 * @returns `log`, and `flush`, which writes what still waits: before the process ends
 */
export function lineLog(write: (lines: string) => void = (lines) => process.stdout.write(lines)): { log: Log; flush(): void } {
  let waiting = '';
  const flush = () => {
    const lines = waiting;
    waiting = '';
    if (lines) write(lines);
  };
  const log: Log = (fields) => {
    if (!waiting) setImmediate(flush);
    waiting += `${JSON.stringify({ time: new Date().toISOString(), ...fields })}\n`;
  };
  return { log, flush };
}

/** @returns the name and the code of an error: its message may hold what a person typed */
export function errorFields(error: unknown): { error: string; code?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code } = error as NodeJS.ErrnoException;
  return { error: error.name, ...(typeof code === 'string' && /^\w{1,40}$/.test(code) ? { code } : {}) };
}

/**
 * The last resort: a process that has met what nobody expected ends, and its supervisor starts it anew. Half alive, it would take
 * signatures and lose them.
 */
export function endOnUnexpected(log: { log: Log; flush(): void }): void {
  const end = (event: string) => (error: unknown) => {
    try {
      log.log({ event, ...errorFields(error) });
      log.flush();
    } catch {
      // Where the log itself has broken, this is the last that can be told.
      writeSync(2, 'The log could not be written.\n');
    } finally {
      process.exit(1);
    }
  };
  process.on('uncaughtException', end('uncaught exception'));
  process.on('unhandledRejection', end('unhandled rejection'));
}
