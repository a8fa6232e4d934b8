/** Walks as a person without a mouse does: Tab until the wanted thing has the focus, which is never lost on the way. */
import type { Page } from '@playwright/test';
import { focused } from '../accessibility/focus-ring.ts';
import { expect } from './site.ts';

/**
 * @param wanted the words of the link or button, or the address that the link leads to
 * @returns how many times Tab was pressed
 */
export async function tabTo(page: Page, wanted: RegExp | string, most = 60): Promise<number> {
  for (let step = 1; step <= most; step += 1) {
    await page.keyboard.press('Tab');
    const here = await focused(page);
    expect(here, `the focus is lost after ${step} steps on the way to ${wanted} on ${page.url()}`).toBeDefined();
    expect(here!.ring, `${here!.html} shows no focus ring`).toBe(true);
    expect(here!.onScreen, `${here!.html} has the focus but is not on the screen`).toBe(true);
    if (typeof wanted === 'string' ? here!.href === wanted : wanted.test(here!.name)) return step;
  }
  throw new Error(`${wanted} was not reached with ${most} presses of Tab on ${page.url()}`);
}
