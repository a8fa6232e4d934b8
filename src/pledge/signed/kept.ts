/** Answers that were made once, kept while there is room: the one that was longest not asked for goes first. */

/** @param most how many are kept */
export class Kept<Value> {
  readonly #values = new Map<string, Promise<Value>>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get size(): number {
    return this.#values.size;
  }

  /** @param make makes it when it is not there; what fails is not kept */
  get(key: string, make: () => Promise<Value>): Promise<Value> {
    const known = this.#values.get(key);
    const value = known ?? make();
    this.#values.delete(key);
    this.#values.set(key, value);
    if (!known) value.catch(() => this.#values.get(key) === value && this.#values.delete(key));
    if (this.#values.size > this.#most) this.#values.delete(this.#values.keys().next().value!);
    return value;
  }
}
