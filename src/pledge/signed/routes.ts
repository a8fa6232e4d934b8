/**
 * Who has signed, over HTTP: the list with its filter, each signatory's page, badge and certificate, and the list for other
 * programs. When the register is away, or a page was not built, the files of the build answer: reading never fails.
 * Over 150 lines: one list of addresses.
 */
import { createHash } from 'node:crypto';
import { Hono, type Context, type Next } from 'hono';
import { etag, RETAINED_304_HEADERS } from 'hono/etag';
import { localOffer } from '../../readings/local-offer.ts';
import { href, readings, withBase, type Reading } from '../../readings/reading.ts';
import { filledPage } from '../filled-page.ts';
import { readFormWords, type FormWords } from '../form/form-words.ts';
import { StoreAway, StoreUnusable, type PublicList, type Register } from '../register/register.ts';
import { askedIn, listFills, pageOf, signatoryFills } from './fills.ts';
import { Kept } from './kept.ts';
import { oneByOne, TooMuchWork } from './one-by-one.ts';
import { idForm, listAddress, shown, signatoryAddress } from './place-of-signatory.ts';
import { publishedCsv } from './public-csv.ts';
import { publishedJson, type Published } from './public-list.ts';
import { recentList } from './recent-list.ts';
import { areaName, whatIsShown, type WhatIsShown } from './shown-of.ts';
import { kindName } from './signed-words.ts';

export interface SignedService {
  register: Pick<Register, 'publicList'>;
  settings: {
    /** The public address of the site, with its sub-path: where links lead. */
    siteUrl: URL;
    /** Where these addresses begin in the app, with slashes at both ends. */
    base: string;
  };
  /** @returns a page as Astro built it @throws Error when it was not built */
  template: (reading: Reading, id: 'signed' | 'signatory' | 'gone') => string;
  words?: FormWords | undefined;
  /** A clock, for tests. */
  now?: () => number;
}

/** A browser puts the headers of a 304 in the place of those it keeps, so that answer must say them again. */
const forOtherSites = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' };
const tagged = etag({ retainedHeaders: [...RETAINED_304_HEADERS, ...Object.keys(forOtherSites).map((name) => name.toLowerCase())] });

/** Badges and certificates take time to draw; each is some kilobytes. Pages are quick, and there are few lists. */
const mostFiles = 300;
const mostPages = 200;
/** Drawn at the same time they would hold up the form: a certificate takes a tenth of a second. */
const mostDrawings = 20;

/** @returns an app for the addresses of the list; all others, and those it cannot answer now, go on to the next */
export function signedRoutes({ register, settings, template, words = readFormWords(), now }: SignedService): Hono {
  const { siteUrl, base } = settings;
  const app = new Hono();
  const list = recentList(register, now);
  const areas = localOffer.areas.map(({ id }) => id);
  const what: WhatIsShown | undefined = whatIsShown(siteUrl);
  const files = new Kept<{ type: string; bytes: Uint8Array<ArrayBuffer> }>(mostFiles);
  const pages = new Kept<string>(mostPages);
  const drawing = oneByOne(mostDrawings);
  if (!what) return app;

  /** Other sites may read what is there: a list, a badge. Said before it is known who answers, so that it holds for a built file too. */
  const open = async (context: Context, next: Next) => {
    for (const [name, value] of Object.entries(forOtherSites)) context.header(name, value);
    await next();
  };
  const html = (context: Context, page: string, status: 200 | 410 = 200) => {
    context.header('Cache-Control', 'no-cache');
    return context.html(page, status);
  };
  /** Answers with the list as the register has it now, or hands on. */
  const withList =
    (answer: (context: Context, known: PublicList, next: Next) => Promise<Response | void>) => async (context: Context, next: Next) => {
      let known: PublicList;
      try {
        known = await list();
      } catch (error) {
        if (error instanceof StoreAway || error instanceof StoreUnusable) return next();
        throw error;
      }
      return answer(context, known, next);
    };
  const templateOr = (reading: Reading, id: 'signed' | 'signatory' | 'gone') => {
    try {
      return template(reading, id);
    } catch {
      return undefined;
    }
  };
  /** Filled once for a template and what is in it; a new build or a changed entry has another key. */
  const filled = (page: string, fills: () => Parameters<typeof filledPage>[1], ...key: unknown[]) =>
    pages.get(createHash('sha256').update(page).update(JSON.stringify(key)).digest('base64'), async () => filledPage(page, fills()));
  const found = (known: PublicList, id: string): Published | 'withdrawn' | undefined =>
    known.signatories.find((one) => one.id === id) ?? (known.withdrawn.includes(id) ? 'withdrawn' : undefined);

  const at = (address: string) => withBase(address, base);
  const tag = ['/pledge/signed.json', '/pledge/signed.csv', ...readings.map((reading) => `${href(listAddress, reading, '/')}*`)];
  for (const path of tag) app.use(at(path), tagged);

  app.get(
    at('/pledge/signed.json'),
    open,
    withList(async (context, known) => {
      context.header('Cache-Control', 'no-cache');
      return context.body(publishedJson(known), 200, { 'Content-Type': 'application/json; charset=utf-8' });
    }),
  );
  app.get(
    at('/pledge/signed.csv'),
    open,
    withList(async (context, known) => {
      context.header('Cache-Control', 'no-cache');
      return context.body(publishedCsv(known), 200, { 'Content-Type': 'text/csv; charset=utf-8' });
    }),
  );

  for (const reading of readings) {
    const own = (address: string) => href(address, reading, base);
    const link = (address: string) => href(address, reading, siteUrl.pathname);
    const names = { reading, areaName };

    app.get(own(listAddress).slice(0, -1), (context) => context.redirect(link(listAddress) + new URL(context.req.url).search, 301));
    app.get(
      own(listAddress),
      withList(async (context, known, next) => {
        const page = templateOr(reading, 'signed');
        if (page === undefined) return next();
        const asked = askedIn(new URL(context.req.url).searchParams, areas);
        return html(
          context,
          await filled(page, () => listFills(known, asked, (id) => link(signatoryAddress(id)), names), reading, asked, known),
        );
      }),
    );

    app.get(
      `${own(listAddress)}:id{${idForm}}`,
      withList(async (context, known, next) => {
        const id = context.req.param('id')!;
        return found(known, id) ? context.redirect(link(signatoryAddress(id)) + new URL(context.req.url).search, 301) : next();
      }),
    );
    app.get(
      `${own(listAddress)}:id{${idForm}}/`,
      withList(async (context, known, next) => {
        const id = context.req.param('id')!;
        const entry = found(known, id);
        const page = entry && templateOr(reading, entry === 'withdrawn' ? 'gone' : 'signatory');
        if (!entry || page === undefined) return next();
        if (entry === 'withdrawn') return html(context, await filled(pageOf(page, id, ''), () => ({}), reading, id), 410);
        const fills = () => signatoryFills(entry, kindName(words, entry.kind, reading), what.badgeOf(entry), names);
        return html(context, await filled(pageOf(page, id, entry.name), fills, reading, entry));
      }),
    );
  }

  for (const file of shown)
    app.get(
      `${at(listAddress)}:id{${idForm}}/${file}`,
      open,
      withList(async (context, known, next) => {
        const entry = found(known, context.req.param('id')!);
        if (!entry) return next();
        context.header('Cache-Control', 'no-cache');
        if (entry === 'withdrawn') return context.text('This setting is not on the list any more.', 410);
        // Of what it shows, not of when: an entry that has not changed keeps its file.
        const made = await files
          .get(JSON.stringify([file, entry]), () => drawing(() => what.file(entry, file)))
          .catch((error: unknown) => {
            if (error instanceof TooMuchWork) return undefined;
            throw error;
          });
        if (!made) return context.text('Please try again in a minute.', 503, { 'Cache-Control': 'no-store', 'Retry-After': '10' });
        const { type, bytes } = made;
        if (file === 'certificate.pdf') context.header('Content-Disposition', 'inline; filename="certificate.pdf"');
        return context.body(bytes, 200, { 'Content-Type': type });
      }),
    );
  return app;
}
