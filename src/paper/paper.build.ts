/** Publishes the PDFs that the cache holds for the pages as they are now, and links them. A page without one shows no link. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { placeOf, withBase } from '../readings/reading.ts';
import { builtPages } from './built-pages.ts';
import { PaperCache } from './cache.ts';
import { withPaper, type PaperCopy } from './place.ts';
import { printKey, type SiteOnDisk } from './print-key.ts';
import { paperAddress, sheetsOf } from './sheets.ts';

/**
 * Fills or takes out the place for paper in every page of a built folder, and puts the PDFs beside the pages.
 * @returns how many PDFs there are, and how many there could be
 */
export function publishPaper(site: SiteOnDisk, cache = new PaperCache()): { there: number; wanted: number } {
  const pages = builtPages(site.folder);
  const sheets = sheetsOf(pages, site.base);
  const copies = new Map<string, PaperCopy[]>();
  // Without any PDF there is nothing to look for, and most builds have none.
  for (const sheet of cache.isEmpty ? [] : sheets) {
    const kept = cache.get(printKey(sheet, site));
    if (!kept) continue;
    const address = paperAddress(sheet);
    mkdirSync(dirname(join(site.folder, address)), { recursive: true });
    copyFileSync(kept.path, join(site.folder, address));
    const { kind } = sheet;
    const copy = { kind, href: withBase(address, site.base), pages: kept.pages, bytes: kept.bytes };
    copies.set(sheet.address, [...(copies.get(sheet.address) ?? []), copy]);
  }
  for (const { address, html } of pages) {
    const filled = withPaper(html, placeOf(address, '/').reading, copies.get(address) ?? []);
    if (filled !== html) writeFileSync(join(site.folder, address, 'index.html'), filled);
  }
  return { there: [...copies.values()].flat().length, wanted: sheets.length };
}

/** @param siteUrl the public address of the site, which the PDFs name; @param base where it stands on its host */
export function paper({ siteUrl, base }: Pick<SiteOnDisk, 'siteUrl' | 'base'>): AstroIntegration {
  return {
    name: 'paper',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const { there, wanted } = publishPaper({ folder: fileURLToPath(dir), siteUrl, base });
        logger.info(`${there} of ${wanted} PDFs are here and linked.${there < wanted ? ' "npm run paper" makes the others.' : ''}`);
      },
    },
  };
}
