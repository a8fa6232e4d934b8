/** Lighthouse, as it comes, for a phone: four marks of 100 for each page, and which audits cost the rest. */
import { foreign } from '../packages.ts';

interface Lighthouse {
  default(
    address: string,
    flags: object,
  ): Promise<{
    lhr: {
      categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
      audits: Record<string, { score: number | null; title: string }>;
    };
  }>;
}
interface Launcher {
  launch(options: object): Promise<{ port: number; kill(): void }>;
}

/** @returns the marks in the order performance, accessibility, best practices, search; and the names of audits that failed */
export async function audits(
  chromium: string,
  flags: readonly string[],
  addresses: readonly string[],
): Promise<{ marks: number[]; failed: string[] }[]> {
  const [{ default: lighthouse }, { launch }] = [await foreign<Lighthouse>('lighthouse'), await foreign<Launcher>('chrome-launcher')];
  const chrome = await launch({ chromePath: chromium, chromeFlags: ['--headless=new', ...flags], logLevel: 'silent' });
  try {
    const results = [];
    for (const address of addresses) {
      const { lhr } = await lighthouse(address, { port: chrome.port, logLevel: 'silent', output: 'json' });
      const kinds = Object.values(lhr.categories);
      const failed = kinds.flatMap(({ score, auditRefs }) =>
        score === 1 ? [] : auditRefs.filter(({ id, weight }) => weight > 0 && (lhr.audits[id]?.score ?? 1) < 1).map(({ id }) => id),
      );
      results.push({ marks: kinds.map(({ score }) => Math.round((score ?? 0) * 100)), failed });
    }
    return results;
  } finally {
    chrome.kill();
  }
}
