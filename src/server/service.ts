/** What the server needs of a service that answers beside the built pages: the wiring hands one to it. */
import type { Hono } from 'hono';
import type { Registry } from 'prom-client';

/** Writes one line of the log: a JSON object. Never with what a person typed. */
export type Log = (fields: Record<string, unknown>) => void;

export interface Service {
  /** Its addresses without the sub-path of the site, as `/pledge/sign/`; what it does not answer, it passes on. */
  app: Hono | undefined;
  /** For the local port: whether it can work, and what it counts, for Prometheus. */
  local: { ready(): Promise<{ ok: boolean; detail: Record<string, unknown> }>; counters: Registry };
  /** The pages for staff, on their own port; undefined: there are none. */
  staff: Hono | undefined;
  /** Begins what runs by itself, as sending mail. */
  start(): void;
  /** Ends that, and closes the store. */
  stop(): Promise<void>;
}
