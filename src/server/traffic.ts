/** What the server has done since it started, as /metrics tells it: counts alone, never an address of a page or a person. */
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

export class Traffic {
  /** Requests that the app works on now. */
  inside = 0;
  /** Requests whose answer has not wholly gone out. */
  open = 0;
  /** What is counted, for Prometheus. */
  readonly counters = new Registry();
  readonly #counted = { registers: [this.counters] };
  readonly #answers = new Counter({
    name: 'http_answers_total',
    help: 'Answers by the first figure of their status.',
    labelNames: ['status'],
    ...this.#counted,
  });
  readonly #seconds = new Histogram({
    name: 'http_answer_seconds',
    help: 'How long answers took, until their last byte.',
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    ...this.#counted,
  });
  readonly #refused = new Counter({
    name: 'http_refused_total',
    help: 'Requests turned away because too many were inside.',
    ...this.#counted,
  });

  constructor() {
    const now = (name: string, help: string, count: () => number) =>
      new Gauge({
        name,
        help,
        collect() {
          this.set(count());
        },
        ...this.#counted,
      });
    now('http_inside', 'Requests that are worked on now.', () => this.inside);
    now('http_open', 'Requests whose answer has not wholly gone out.', () => this.open);
  }

  /** @param milliseconds from the request to the last byte of its answer */
  answered(status: number, milliseconds: number): void {
    this.#answers.inc({ status: `${Math.floor(status / 100)}xx` });
    this.#seconds.observe(milliseconds / 1000);
  }

  refused(): void {
    this.#refused.inc();
  }

  /** @returns lines in Prometheus' text format */
  metrics(): Promise<string> {
    return this.counters.metrics();
  }
}
