/** Listens while pages load: errors, what the page's policy refuses, other hosts, and traces left on the device. */
import type { Page } from '@playwright/test';
import type { Problem } from './problems.ts';

/** @returns what to ask after each address: what has gone wrong since the last time */
export async function watch(page: Page): Promise<(address: string) => Promise<Problem[]>> {
  let heard: Omit<Problem, 'address'>[] = [];
  const own = new URL(process.env.TESTED_SITE ?? '').host;
  page.on('pageerror', ({ message }) =>
    heard.push({ rule: 'no error in the page', element: message, mend: 'mend the script that throws' }),
  );
  page.on('console', (line) => {
    if (line.type() === 'error')
      heard.push({ rule: 'no error in the console', element: line.text(), mend: 'mend what the browser complains of' });
  });
  page.on('request', (request) => {
    const { host, protocol } = new URL(request.url());
    if (host !== own && protocol.startsWith('http'))
      heard.push({ rule: 'no request to another host', element: request.url(), mend: 'serve it from the site itself' });
  });
  await page.addInitScript(() => {
    const violations: string[] = [];
    Object.assign(window, { violations });
    addEventListener('securitypolicyviolation', (event) =>
      violations.push(`${event.effectiveDirective} refuses ${event.blockedURI} ${event.sample}`.trim()),
    );
  });
  return async (address) => {
    const { violations, kept } = await page.evaluate(() => ({
      violations: (window as unknown as { violations: string[] }).violations,
      kept: Object.keys(localStorage),
    }));
    const cookies = await page.context().cookies();
    const problems = [
      ...heard,
      ...violations.map((element) => ({
        rule: 'the policy refuses nothing',
        element,
        mend: 'no inline style or script that Astro has not hashed',
      })),
      ...kept.map((element) => ({
        rule: 'nothing is kept on the device',
        element: `localStorage "${element}"`,
        mend: 'keep it only when the reader sets something',
      })),
      ...cookies.map(({ name }) => ({ rule: 'no cookie', element: name, mend: 'do not set it' })),
    ];
    heard = [];
    return problems.map((problem) => ({ address, ...problem }));
  };
}
