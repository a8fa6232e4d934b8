/** Questions and answers at a terminal, or from a pipe. A person may stop at any question with Ctrl+C. */
import { createInterface, type Interface } from 'node:readline/promises';
import { Refusal } from './refusal.ts';

/** The person stopped, or there are no more answers. */
export class Stopped extends Error {}

export class Terminal {
  readonly #lines: Interface;
  readonly #typed: string[] = [];
  #waiting: { answer: (line: string) => void; stop: (reason: Stopped) => void } | undefined;
  #over = false;

  constructor(input: NodeJS.ReadableStream = process.stdin, output: NodeJS.WritableStream = process.stdout) {
    this.#lines = createInterface({ input, output });
    // Lines that come before they are asked for, as from a pipe, are kept: readline's own `question` loses them.
    this.#lines.on('line', (line) => {
      const waiting = this.#waiting;
      this.#waiting = undefined;
      if (waiting) waiting.answer(line);
      else this.#typed.push(line);
    });
    const end = () => {
      this.#over = true;
      this.#waiting?.stop(new Stopped());
    };
    this.#lines.on('SIGINT', end);
    this.#lines.on('close', end);
  }

  say(text: string): void {
    process.stdout.write(`${text}\n`);
  }

  /** @returns one line without spaces around it @throws Stopped */
  async line(prompt = '> '): Promise<string> {
    const early = this.#typed.shift();
    if (early !== undefined) return early.trim();
    if (this.#over) throw new Stopped();
    this.#lines.setPrompt(prompt);
    this.#lines.prompt();
    const answer = await new Promise<string>((done, stop) => {
      this.#waiting = { answer: done, stop };
    });
    return answer.trim();
  }

  /** @returns lines up to an empty one @throws Stopped */
  async lines(): Promise<string[]> {
    const all: string[] = [];
    for (let line = await this.line(); line !== ''; line = await this.line()) all.push(line);
    return all;
  }

  /**
   * Asks until the answer can be used.
   * @param question in plain words, with what is right
   * @param read makes the answer's value, or throws a Refusal with a sentence, which is said before it asks again
   */
  async ask<Value>(question: string, read: (terminal: Terminal) => Promise<Value>): Promise<Value> {
    this.say(`\n${question}`);
    for (;;) {
      try {
        return await read(this);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        this.say(error.message);
      }
    }
  }

  close(): void {
    this.#lines.close();
  }
}
