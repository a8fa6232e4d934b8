/** A first visit with a slow phone: an empty cache, 1.6 Mbit a second, 150 ms there and back, a quarter of this machine's processor. */
import type { Browser } from 'playwright-core';

export interface Visit {
  /** Bytes over the wire, headers too. */
  all: number;
  pictures: number;
  fonts: number;
  /** The page, and style sheets and scripts that it waits for. */
  blocking: number;
  requests: number;
  /** Whose answers were whole before the largest paint. */
  beforePaint: number;
  /** Milliseconds from the beginning. */
  firstPaint: number;
  largestPaint: number;
  /** Cumulative layout shift. */
  shift: number;
}

export async function visit(browser: Browser, address: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: 1_600_000 / 8,
      uploadThroughput: 750_000 / 8,
    });
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const kinds = new Map<string, string>();
    const bytes = new Map<string, number>();
    devtools.on('Network.requestWillBeSent', ({ requestId, type }) => void kinds.set(requestId, type ?? 'Other'));
    devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => void bytes.set(requestId, encodedDataLength));
    await page.addInitScript(() => {
      const seen = { largest: 0, shift: 0 };
      Object.assign(window, { seen });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.largest = entry.startTime;
      }).observe({ type: 'largest-contentful-paint', buffered: true });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.waitForTimeout(300);
    const { first, largest, shift, before, blocking } = await page.evaluate(() => {
      const { seen } = window as unknown as { seen: { largest: number; shift: number } };
      const first = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
      const before = performance
        .getEntriesByType('resource')
        .filter((one) => (one as PerformanceResourceTiming).responseEnd <= seen.largest);
      // The browser's own word for what it waits for before it paints.
      const waited = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].filter(
        (one) => one.entryType === 'navigation' || (one as unknown as { renderBlockingStatus: string }).renderBlockingStatus === 'blocking',
      );
      const blocking = waited.reduce((total, one) => total + (one as PerformanceResourceTiming).transferSize, 0);
      return { first, largest: seen.largest, shift: seen.shift, before: before.length + 1, blocking };
    });
    const sum = (wanted: (id: string) => boolean) => [...bytes].filter(([id]) => wanted(id)).reduce((total, [, size]) => total + size, 0);
    return {
      all: sum(() => true),
      pictures: sum((id) => kinds.get(id) === 'Image'),
      fonts: sum((id) => kinds.get(id) === 'Font'),
      blocking,
      requests: bytes.size,
      beforePaint: before,
      firstPaint: first,
      largestPaint: largest,
      shift,
    };
  } finally {
    await context.close();
  }
}
