/** The PDFs that are kept between builds: files named by what they were made of and how many pages they have. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A PDF in the cache. */
export interface Kept {
  path: string;
  pages: number;
  bytes: number;
}

const name = /^([0-9a-f]{24})-(\d+)\.pdf$/;

/** Where they are kept: `PAPER_DIR`, or `.cache/paper/` in the project. */
export const paperFolder = () => resolve(process.env.PAPER_DIR || '.cache/paper');

export class PaperCache {
  readonly folder: string;
  readonly #kept = new Map<string, Kept>();

  constructor(folder = paperFolder()) {
    this.folder = folder;
    for (const file of existsSync(folder) ? readdirSync(folder) : []) {
      const [, key, pages] = name.exec(file) ?? [];
      const path = join(folder, file);
      if (key && pages) this.#kept.set(key, { path, pages: Number(pages), bytes: statSync(path).size });
    }
  }

  get isEmpty(): boolean {
    return this.#kept.size === 0;
  }

  get(key: string): Kept | undefined {
    return this.#kept.get(key);
  }

  /** Written beside and then renamed: a command that is stopped leaves no half PDF. */
  put(key: string, pdf: Uint8Array, pages: number): Kept {
    mkdirSync(this.folder, { recursive: true });
    const path = join(this.folder, `${key}-${pages}.pdf`);
    writeFileSync(`${path}.part`, pdf);
    renameSync(`${path}.part`, path);
    const kept = { path, pages, bytes: pdf.length };
    this.#kept.set(key, kept);
    return kept;
  }

  /** Takes away what no page asks for any more, so that what was withdrawn is gone. @returns how many */
  keepOnly(keys: ReadonlySet<string>): number {
    const old = [...this.#kept].filter(([key]) => !keys.has(key));
    for (const [key, { path }] of old) {
      rmSync(path, { force: true });
      this.#kept.delete(key);
    }
    return old.length;
  }
}
