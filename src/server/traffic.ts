/** What the server has done since it started, as /metrics tells it: counts alone, never an address of a page or a person. */

export class Traffic {
  /** Requests that the app works on now. */
  inside = 0;
  /** Requests whose answer has not wholly gone out. */
  open = 0;
  /** Turned away because too many were inside. */
  refused = 0;
  #answers = new Map<string, number>();
  #seconds = 0;

  answered(status: number, milliseconds: number): void {
    const kind = `${Math.floor(status / 100)}xx`;
    this.#answers.set(kind, (this.#answers.get(kind) ?? 0) + 1);
    this.#seconds += milliseconds / 1000;
  }

  /** @returns lines in Prometheus' text format */
  metrics(): string {
    const answers = [...this.#answers].sort().map(([kind, count]) => `http_answers_total{status="${kind}"} ${count}`);
    return [
      '# TYPE http_answers_total counter',
      ...answers,
      '# TYPE http_seconds_total counter',
      `http_seconds_total ${this.#seconds.toFixed(3)}`,
      '# TYPE http_refused_total counter',
      `http_refused_total ${this.refused}`,
      '# TYPE http_inside gauge',
      `http_inside ${this.inside}`,
      '# TYPE http_open gauge',
      `http_open ${this.open}`,
      '',
    ].join('\n');
  }
}
