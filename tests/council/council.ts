/** Where the made-up council's content is, and copies of it that a test may break. */
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project, whatever folder the tests were started in. */
export const project = fileURLToPath(new URL('../..', import.meta.url));
export const councilContent = fileURLToPath(new URL('content', import.meta.url));

/** A new, empty folder outside the project; the caller takes it away. */
export const temporaryFolder = () => mkdtempSync(join(tmpdir(), 'local-offer-'));

/** A content folder that a test may change. Each change fails loudly when it changes nothing, so that no fault goes missing. */
export class ContentCopy implements Disposable {
  readonly folder = join(temporaryFolder(), 'content');

  constructor() {
    cpSync(councilContent, this.folder, { recursive: true });
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  write(file: string, text: string | Uint8Array): void {
    mkdirSync(dirname(join(this.folder, file)), { recursive: true });
    writeFileSync(join(this.folder, file), text);
  }

  /** A file of any kind, under another name. */
  copy(file: string, to: string): void {
    mkdirSync(dirname(join(this.folder, to)), { recursive: true });
    copyFileSync(join(this.folder, file), join(this.folder, to));
  }

  change(file: string, from: string, to: string): void {
    const text = this.read(file);
    if (!text.includes(from)) throw new Error(`${file} of the made-up council no longer holds "${from}". Mend the test.`);
    this.write(
      file,
      text.replace(from, () => to),
    );
  }

  remove(path: string): void {
    rmSync(join(this.folder, path), { recursive: true });
  }

  [Symbol.dispose](): void {
    rmSync(dirname(this.folder), { recursive: true, force: true });
  }
}
