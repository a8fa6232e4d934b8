/** The page of a library's display as tests see it, with a clock of their own. */
import type { Page } from '@playwright/test';
import { expect } from './site.ts';

export const screen = '/gallery/screen/';
const poster = '[data-artwork]:not([hidden])';

/** Opens the screen; its time stands still but for what a test lets pass. @param search as `?play` */
export async function open(page: Page, search = '', site = ''): Promise<void> {
  await page.clock.install();
  await page.goto(`${site}${screen}${search}`);
  await expect(page.locator('html[data-running]')).toBeAttached();
  await page.clock.pauseAt(Date.now() + 1000);
}

/** Waits until this poster is the one that is shown, alone. */
export const heading = (page: Page, name: string) => expect(page.locator(`${poster} h2`)).toHaveText([name]);

/** The same, and its picture is really drawn. */
export async function shows(page: Page, name: string): Promise<void> {
  await heading(page, name);
  const drawn = await page
    .locator(`${poster} [data-frame] img`)
    .evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth));
  expect(drawn, `the picture of ${name} is drawn`).toBeGreaterThan(100);
}

/** Lets time pass; the same poster is shown after it. */
export async function stands(page: Page, name: string, seconds: number): Promise<void> {
  await shows(page, name);
  await page.clock.runFor(seconds * 1000);
  await page.waitForTimeout(50);
  await shows(page, name);
}

/** @param key what is pressed @param name the poster that it leads to */
export async function steps(page: Page, key: string, name: string): Promise<void> {
  await page.keyboard.press(key);
  await shows(page, name);
}
