/** How a check over many pages is written: it says what to mend, and fails once with one line a problem. */
import { expect, test } from 'vitest';
import type { Page } from './pages.ts';

const most = 40;

/** Fails with all problems, each on a line of its own. */
export function expectNone(problems: readonly string[]): void {
  if (problems.length === 0) return;
  const more = problems.length > most ? [`… and ${problems.length - most} more`] : [];
  expect.fail(`${problems.length} to mend:\n${[...problems.slice(0, most), ...more].join('\n')}`);
}

/**
 * A named check of each page.
 * @param name the promise, as a sentence
 * @param check looks at one page and says what is wrong and how to mend it; the address is put in front
 */
export function onEach<One extends Pick<Page, 'address'>>(
  pages: readonly One[],
  name: string,
  check: (page: One, say: (problem: string) => void) => void,
): void {
  test(name, () => {
    expect(pages.length, 'no page to check: the build is empty or the folder is wrong').toBeGreaterThan(0);
    const problems: string[] = [];
    for (const page of pages) check(page, (problem) => problems.push(`${page.address} ${problem}`));
    expectNone(problems);
  });
}
