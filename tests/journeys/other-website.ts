/** A library's website: another host with pages of its own, in which our frames stand. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page, Request } from '@playwright/test';
import { expect } from './site.ts';

export interface OtherWebsite {
  /** Its origin: another site for a browser than ours, which is at 127.0.0.1. */
  origin: string;
  /** Puts a page there. @param body its HTML @returns its address */
  put(body: string): string;
  close(): Promise<void>;
}

export async function otherWebsite(): Promise<OtherWebsite> {
  const pages = new Map<string, string>();
  const server = createServer((request, response) => {
    const body = pages.get(request.url ?? '');
    response.writeHead(body === undefined ? 404 : 200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(
      `<!doctype html><html lang="en"><head><title>A library</title><link rel="icon" href="data:,"></head><body>${body ?? ''}</body></html>`,
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    put: (body) => {
      const path = `/${pages.size}`;
      pages.set(path, body);
      return origin + path;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Our site, as the codes name it, is not the one that is tested: its public address is taken for the tested one. */
export const asTested = (code: string, baseURL: string) => code.replaceAll(/https?:\/\/[^/"]+(?=\/gallery\/)/g, baseURL.replace(/\/$/, ''));

/** Hears what goes wrong in a page and its frames, and whom they call. */
export function listenTo(page: Page, hosts: readonly string[]): { problems: string[]; requests: Request[] } {
  const problems: string[] = [];
  const requests: Request[] = [];
  page.on('console', (line) => {
    if (line.type() === 'error') problems.push(line.text());
  });
  page.on('pageerror', ({ message }) => problems.push(message));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? 'for no reason given';
    // The browser itself gives up what it was still loading when the reader goes on to the next page; what is refused has another name.
    if (why !== 'net::ERR_ABORTED') problems.push(`${request.url()} failed: ${why}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.url()} answers ${response.status()}`);
  });
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith('http') && !hosts.includes(host)) problems.push(`${request.url()} is on another host`);
    requests.push(request);
  });
  return { problems, requests };
}

/** Waits until every picture of the only frame is drawn, as a reader who scrolls to each. @returns how many there are */
export async function seeAllPictures(page: Page, frame = 'iframe'): Promise<number> {
  const pictures = page.frameLocator(frame).locator('main li img');
  await pictures.first().waitFor();
  const count = await pictures.count();
  for (let index = 0; index < count; index += 1) {
    const picture = pictures.nth(index);
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => (img.complete ? img.naturalWidth : 0))).toBeGreaterThan(200);
  }
  return count;
}
