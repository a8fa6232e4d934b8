/** Prints built pages with a real browser. It loads nothing but the site itself, which it asks for without a network. */
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { bookletStyle, bookletWords, makeBooklet } from './booklet.ts';
import { chromiumFlags } from './chromium.ts';
import { forPaper, pdfOptions } from './layout.ts';
import { chapterPages, pageCount } from './pdf.ts';
import type { SiteOnDisk } from './print-key.ts';
import type { Sheet } from './sheets.ts';

/** Answers for the site: the project's server, without its port. */
export type Ask = (request: Request) => Response | Promise<Response>;

export interface Printed {
  pdf: Uint8Array;
  pages: number;
}

/** A page that could not be printed as it is; its message says why. */
export class NotPrinted extends Error {}

export class Printer implements AsyncDisposable {
  readonly #browser: Browser;
  readonly #context: BrowserContext;
  readonly #site: SiteOnDisk;
  readonly #today: string;

  private constructor(browser: Browser, context: BrowserContext, site: SiteOnDisk, today: string) {
    this.#browser = browser;
    this.#context = context;
    this.#site = site;
    this.#today = today;
  }

  /**
   * @param executablePath a Chromium that starts
   * @param ask answers for every address of the site
   * @param today the day that booklets say they were made on
   */
  static async open(executablePath: string, site: SiteOnDisk, ask: Ask, today: string): Promise<Printer> {
    const browser = await chromium.launch({ executablePath, args: chromiumFlags });
    // Each page's policy names its own styles; a booklet holds those of many pages.
    const context = await browser.newContext({
      bypassCSP: true,
      locale: 'en-GB',
      colorScheme: 'light',
      viewport: { width: 794, height: 1123 },
    });
    // Pages are asked for by their public address, so that the links of a PDF lead there, and answered from the folder.
    await context.route('**/*', async (route) => {
      const url = route.request().url();
      if (!url.startsWith(site.siteUrl.origin)) return route.abort();
      const answer = await ask(new Request(url));
      const contentType = answer.headers.get('Content-Type') ?? 'application/octet-stream';
      const bytes = Buffer.from(await answer.arrayBuffer());
      const body = contentType.startsWith('text/html') ? forPaper(bytes.toString('utf8')) : bytes;
      return route.fulfill({ status: answer.status, contentType, body });
    });
    return new Printer(browser, context, site, today);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser.close();
  }

  readonly #withBase = (address: string) => this.#site.base.slice(0, -1) + address;

  /** @returns the PDF of a sheet; @throws NotPrinted when the page or one of its pictures is not there */
  async print(sheet: Sheet): Promise<Printed> {
    const page = await this.#context.newPage();
    try {
      await page.emulateMedia({ media: 'print', colorScheme: 'light' });
      const answer = await page.goto(this.#site.siteUrl.origin + this.#withBase(sheet.address), { waitUntil: 'load', timeout: 60_000 });
      if (answer?.status() !== 200) throw new NotPrinted(`${sheet.address} is not in the built site.`);
      return sheet.kind === 'booklet' ? await this.#booklet(page, sheet) : await this.#pdf(page, sheet);
    } finally {
      await page.close();
    }
  }

  async #pdf(page: Page, { address }: Sheet): Promise<Printed> {
    const missing = await page.evaluate(async () => {
      await document.fonts.ready;
      await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
      return [...document.images].filter(({ naturalWidth }) => naturalWidth === 0).map(({ src }) => src);
    });
    if (missing.length > 0) throw new NotPrinted(`${address} has a picture that cannot be shown: ${missing.join(', ')}.`);
    const pdf = await page.pdf(pdfOptions);
    return { pdf, pages: await pageCount(pdf) };
  }

  /** Printed once to learn on which page each chapter begins, and once more with those numbers in it. */
  async #booklet(page: Page, sheet: Sheet): Promise<Printed> {
    const addresses = sheet.pages.map(({ address }) => this.#withBase(address));
    await page.evaluate(makeBooklet, { addresses, home: this.#withBase('/easy-read/'), words: bookletWords(this.#today) });
    await page.addStyleTag({ content: bookletStyle });
    let printed = await this.#pdf(page, sheet);
    for (let tries = 0, before = ''; tries < 3; tries += 1) {
      const numbers = await chapterPages(printed.pdf, addresses.length);
      if (numbers.join() === before) break;
      before = numbers.join();
      await page.evaluate((all) => {
        for (const place of document.querySelectorAll('[data-at]')) place.textContent = String(all[Number(place.getAttribute('data-at'))]);
      }, numbers);
      printed = await this.#pdf(page, sheet);
    }
    return printed;
  }
}
