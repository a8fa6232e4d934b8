/**
 * The staff pages over HTTP: sign in, the queue, a signature, a decision. They answer on a port of their own, only for the host
 * of `STAFF_ORIGIN`, and hold no link to them on the public site. One file over 150 lines: one journey.
 */
import { readFileSync } from 'node:fs';
import { Hono, type Context } from 'hono';
import { filledPage, type PageFills } from '../filled-page.ts';
import type { FormWords } from '../form/form-words.schema.ts';
import { mayStore } from '../form/origin.ts';
import { isReference } from '../form/reference.ts';
import { londonDay } from '../register/london-day.ts';
import { NotPossible, StoreAway, type Entry, type Register } from '../register/register.ts';
import { readStaffForm, smallBody, type StaffForm } from './body.ts';
import { signInMinutes, staffCookie } from './cookie.ts';
import { actions, fieldsOf, readDecision, type Action, type Typed } from './decision.ts';
import { timeInWords } from './entry-facts.ts';
import { inTurn } from './in-turn.ts';
import { allFills, lastOf, queueFills, statusWhen } from './list-fills.ts';
import { nameOf } from './marks.ts';
import { ownPath, signaturePath } from './own-path.ts';
import { hasTooManyGroups, mayDecide, personOf } from './person.ts';
import { staffHeaders, withPolicy } from './policy.ts';
import { NotSignedIn, ProviderAway, providerOf, type StaffSettings, type Started } from './provider.ts';
import { seal, unseal } from './sealed.ts';
import { sameToken, sessionsOf, type Session } from './sessions.ts';
import { signatureFills, type Wrong } from './signature-fills.ts';
import { staffWords } from './staff-words.ts';
import type { StaffTemplate } from './template-ids.ts';

/** What happened, for the log of the service: no name, address, answer or reason, only the reference and codes. */
export type StaffEvent = {
  event: 'signed-in' | 'signed-out' | 'not-allowed' | 'sign-in-failed' | 'provider-away' | 'refused' | 'decided' | 'store-away' | 'error';
  reference?: string;
  /** What was decided, or a code that says why. */
  what?: string;
};

export interface StaffOptions {
  register: Register;
  staff: StaffSettings;
  /** A page of `dist.service/staff/` as it was built. */
  template(id: StaffTemplate): string;
  /** Those of the form, for the names of kinds. */
  words: FormWords;
  log(event: StaffEvent): void;
  /** The day from which waiting is reckoned, as 2026-11-23; the day in England unless given. */
  today?: () => string;
  /** Those of the form, newest first. */
  secrets: readonly string[];
  /** Milliseconds; a test moves it on. */
  now?: () => number;
}

type Status = 200 | 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 421 | 422 | 500 | 503;
const letters = readFileSync(new URL('../../styles/fonts/latin.woff2', import.meta.url));

/** @returns an app for a port of its own @throws Error when there is no secret to seal with */
export function staffApp(options: StaffOptions): Hono {
  const { register, staff, log, secrets } = options;
  const now = options.now ?? Date.now;
  const today = options.today ?? (() => londonDay(new Date(now()).toISOString()));
  if (!secrets.some((secret) => secret.length > 0)) throw new Error('The staff pages need a secret to seal with.');
  const words = staffWords(options.words);
  const sessions = sessionsOf(now);
  const cookie = staffCookie(staff.origin);
  const provider = providerOf(staff, now);
  const headers = staffHeaders(staff.origin);
  const deciding = inTurn();
  const app = new Hono();

  const shown = () => ({ words, today: today() });
  const show = (context: Context, status: Status, id: StaffTemplate, fills: PageFills = {}, session?: Session) => {
    const { page, policy } = withPolicy(options.template(id));
    context.header('Content-Security-Policy', policy);
    if (status === 503) context.header('Retry-After', '60');
    const html = filledPage(page, {
      ...fills,
      text: { ...fills.text, 'signed-in-who': session?.who ?? '' },
      when: { ...fills.when, 'signed-in': session !== undefined },
      fields: { ...fills.fields, ...(session && { token: [session.token] }) },
    });
    return context.html(html, status);
  };
  const sessionOf = (context: Context) => {
    const id = cookie.read(context).session;
    return id === undefined ? undefined : sessions.find(id);
  };
  const signInLink = (to: string, another = false) => `/sign-in?${new URLSearchParams({ to, ...(another && { another: 'yes' }) })}`;
  /** The page for who is not signed in: they were once, when their cookie still says so. */
  const door = (context: Context, to: string, unsaved = false) => {
    const ended = cookie.read(context).session !== undefined;
    context.header('WWW-Authenticate', 'Session realm="staff"');
    return show(context, 401, 'sign-in', { when: { ended, unsaved }, set: { 'sign-in': { href: signInLink(to) } } });
  };
  const away = (context: Context, session: Session, again?: { path: string; form: StaffForm }) => {
    log({ event: 'store-away' });
    // What was typed goes along, so that "Try again" is one press.
    const kept = again ? [...again.form].flatMap(([name, value]) => (name === 'token' ? [] : { name, value })) : [];
    const fills: PageFills = {
      when: { again: again !== undefined },
      set: { again: { action: again?.path ?? '/' } },
      each: { kept: kept.map((field) => ({ set: { kept: field } })) },
    };
    return show(context, 503, 'store-away', fills, session);
  };
  const all = async () => new Map((await register.list()).map((entry) => [entry.reference, entry]));

  app.use(async (context, next) => {
    for (const [name, value] of Object.entries(headers)) context.header(name, value);
    // A proxy or a name server that points another name here must not open the pages under it.
    if (context.req.header('Host')?.toLowerCase() !== staff.origin.host) return context.text('These pages are not at this address.', 421);
    return next();
  });
  app.use(async (context, next) => {
    if (['GET', 'HEAD', 'POST'].includes(context.req.method)) return next();
    context.header('Allow', 'GET, HEAD, POST');
    return show(context, 405, 'refused');
  });
  app.use(
    smallBody((context) => {
      context.header('Connection', 'close');
      return show(context, 413, 'too-large', {}, sessionOf(context));
    }),
  );

  app.get('/letters.woff2', (context) => {
    context.header('Cache-Control', 'max-age=86400');
    return context.body(letters, 200, { 'Content-Type': 'font/woff2' });
  });

  app.get('/sign-in', async (context) => {
    const to = ownPath(context.req.query('to'));
    if (sessionOf(context)) return context.redirect(to, 303);
    try {
      const until = now() + signInMinutes * 60_000;
      const { address, started } = await provider.start(to, until, context.req.query('another') === 'yes');
      cookie.writeStarted(context, seal(secrets, started));
      return context.redirect(address, 302);
    } catch (error) {
      if (!(error instanceof ProviderAway)) throw error;
      log({ event: 'provider-away', what: error.message });
      return show(context, 503, 'sign-in-away', { set: { 'sign-in': { href: signInLink(to) } } });
    }
  });

  app.get('/callback', async (context) => {
    // Whoever is signed in stays so: another site must not be able to change it by a link.
    if (sessionOf(context)) return context.redirect('/', 303);
    const { started: sealed } = cookie.read(context);
    const started = sealed === undefined ? undefined : (unseal(secrets, sealed) as Started | undefined);
    cookie.clear(context);
    const failed = (code: string) => {
      log({ event: 'sign-in-failed', what: code });
      return show(context, 400, 'sign-in-failed', { set: { 'sign-in': { href: signInLink(ownPath(started?.to)) } } });
    };
    if (!started) return failed('not-started');
    if (started.until < now()) return failed('too-late');
    try {
      const claims = await provider.finish(new URL(context.req.url).search, started);
      const who = personOf(claims);
      if (!mayDecide(claims, staff.group)) {
        log({ event: 'not-allowed', what: hasTooManyGroups(claims) ? 'too-many-groups' : 'not-in-group' });
        return show(context, 403, 'not-allowed', {
          text: { account: who, group: staff.group },
          when: { 'too-many-groups': hasTooManyGroups(claims) },
          set: { 'sign-in': { href: signInLink('/', true) } },
        });
      }
      // A new id, whatever the browser brought along.
      cookie.writeSession(context, sessions.begin(who));
      log({ event: 'signed-in' });
      return context.redirect(ownPath(started.to), 303);
    } catch (error) {
      if (error instanceof NotSignedIn) return failed(error.code);
      if (!(error instanceof ProviderAway)) throw error;
      log({ event: 'provider-away', what: error.message });
      return show(context, 503, 'sign-in-away', { set: { 'sign-in': { href: signInLink(ownPath(started.to)) } } });
    }
  });

  app.get('/signed-out', (context) => {
    if (sessionOf(context)) return context.redirect('/', 303);
    const address = provider.signOutAddress();
    return show(context, 200, 'signed-out', {
      when: { everywhere: address !== undefined },
      set: { everywhere: { href: address ?? null } },
    });
  });

  /** A form of a person who is signed in, sent from our own page; or the answer that refuses it. */
  const submitted = async (
    context: Context,
    to: string,
  ): Promise<{ session: Session; form: StaffForm } | { refused: Response | Promise<Response> }> => {
    const session = sessionOf(context);
    const refuse = (status: Status, what: string) => {
      log({ event: 'refused', what });
      return { refused: show(context, status, 'refused', {}, session) };
    };
    if (!mayStore(context.req.raw.headers, [staff.origin.origin])) return refuse(403, 'cross-site');
    if (!session) return { refused: door(context, to, to !== '/') };
    const form = await readStaffForm(context.req.raw);
    if (!form) return refuse(415, 'type');
    return sameToken(form.get('token') ?? '', session.token) ? { session, form } : refuse(403, 'token');
  };

  app.post('/sign-out', async (context) => {
    const body = await submitted(context, '/');
    if ('refused' in body) return body.refused;
    sessions.end(cookie.read(context).session!);
    cookie.clear(context);
    log({ event: 'signed-out' });
    return context.redirect('/signed-out', 303);
  });

  const read = (path: string, answer: (context: Context, session: Session) => Promise<Response>) =>
    app.get(path, async (context) => {
      const session = sessionOf(context);
      if (!session) return door(context, ownPath(context.req.path));
      try {
        return await answer(context, session);
      } catch (error) {
        if (error instanceof StoreAway) return away(context, session);
        throw error;
      }
    });

  read('/', async (context, session) => {
    const entries = await all();
    return show(context, 200, 'queue', queueFills([...entries.values()], entries.get(context.req.query('done') ?? ''), shown()), session);
  });
  read('/all/', async (context, session) => show(context, 200, 'all', allFills([...(await all()).values()], shown()), session));

  const showSignature = async (context: Context, session: Session, entry: Entry, wrong?: Wrong) => {
    // Only those that are alike are read, not the whole register.
    const others = await Promise.all(entry.alike.map((reference) => register.find(reference)));
    const known = new Map(others.flatMap((other) => (other ? [[other.reference, other]] : [])));
    return show(context, wrong ? 422 : 200, 'signature', signatureFills(entry, known, shown(), wrong), session);
  };
  const find = async (reference: string) => (isReference(reference) ? register.find(reference) : undefined);

  read('/signature/:reference/', async (context, session) => {
    const entry = await find(context.req.param('reference') ?? '');
    return entry ? showSignature(context, session, entry) : show(context, 404, 'not-found', {}, session);
  });

  /** Somebody else was first, or the register says that it cannot be done. */
  const overtaken = (context: Context, session: Session, entry: Entry, sentence = '') => {
    const last = lastOf(entry);
    return show(
      context,
      409,
      'decided',
      {
        text: { name: nameOf(entry), who: last?.who ?? '', at: last ? timeInWords(last.at) : '', note: last?.note ?? '', sentence },
        when: { ...statusWhen(entry.status), decided: last !== undefined && !sentence, said: sentence !== '' },
        set: { link: { href: signaturePath(entry.reference) } },
      },
      session,
    );
  };

  const decide = async (action: Action, reference: string, who: string, typed: Typed, entry: Entry) => {
    const decision = readDecision(action, typed, entry);
    if (decision.problems.length > 0) return decision.problems;
    if ('approval' in decision) await register.approve(reference, who, decision.approval);
    else if ('reason' in decision) await register[decision.action](reference, who, decision.reason);
    return [];
  };

  for (const action of actions)
    app.post(`/signature/:reference/${action}/`, async (context) => {
      const reference = context.req.param('reference');
      const path = ownPath(signaturePath(reference));
      const body = await submitted(context, path);
      if ('refused' in body) return body.refused;
      const { session, form } = body;
      const single = (name: string) => form.get(name) ?? '';
      return deciding(reference, async () => {
        try {
          const entry = await find(reference);
          if (!entry) return show(context, 404, 'not-found', {}, session);
          if (single('seen') !== String(entry.decisions.length)) return overtaken(context, session, entry);
          const typed = Object.fromEntries(fieldsOf[action].map((field) => [field, single(field)]));
          try {
            const problems = await decide(action, reference, session.who, typed, entry);
            if (problems.length > 0) return await showSignature(context, session, entry, { typed, problems });
          } catch (error) {
            if (!(error instanceof NotPossible)) throw error;
            return overtaken(context, session, entry, error.message);
          }
          log({ event: 'decided', reference, what: action });
          return context.redirect(`/?${new URLSearchParams({ done: reference })}`, 303);
        } catch (error) {
          if (error instanceof StoreAway) return away(context, session, { path: `${path}${action}/`, form });
          throw error;
        }
      });
    });

  app.get('/signature/:reference', (context) => context.redirect(ownPath(`${context.req.path}/`), 301));
  app.get('/all', (context) => context.redirect('/all/', 301));
  // Not `notFound`: an app around this one would answer with its own.
  app.all('*', (context) => show(context, 404, 'not-found', {}, sessionOf(context)));
  app.onError((error, context) => {
    log({ event: 'error', what: (error as { code?: string }).code ?? error.name });
    for (const [name, value] of Object.entries(headers)) context.header(name, value);
    return show(context, 500, 'failed');
  });
  return app;
}
