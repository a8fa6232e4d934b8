/**
 * The form "Sign the pledge" over HTTP: the form, the answers to check, the signature, the thank-you, each in both readings.
 * Nothing is stored before the last step; every page it answers was built by Astro. One file over 150 lines: one journey.
 */
import { Hono, type Context } from 'hono';
import { inReading, readings, withBase, type Reading } from '../../readings/reading.ts';
import { StoreAway, StoreUnusable, type Register } from '../register/register.ts';
import type { Templates } from '../templates.ts';
import { decoyName, readBody, type BodyProblem, type Submitted } from './body.ts';
import { checkFills, choicesOf, doneFills, formFills, problemFills } from './fills.ts';
import { filledPage, type PageFills } from '../filled-page.ts';
import { fieldNames, type Answers, type Flag } from './fields.ts';
import type { FormWords } from './form-words.ts';
import { mayStore } from './origin.ts';
import type { RateLimiter } from './rate.ts';
import { isReference } from './reference.ts';
import { flagsOf, mustBeSetAside } from './suspicion.ts';
import { confirmToken, formToken, formVersion, readConfirmToken, readFormToken } from './token.ts';
import { validate } from './validate.ts';

export interface FormService {
  register: Register;
  templates: Templates;
  words: FormWords;
  /** Newest first. */
  secrets: readonly string[];
  /** Where the site stands on its host, with slashes at both ends. */
  base: string;
  /** The origins that a form may be sent from. */
  origins: () => readonly string[];
  /** Whose request it is, behind listed proxies too. */
  addressOf: (context: Context) => string;
  limit: RateLimiter;
  minSeconds: number;
  keep: { rejectedDays: number; contactMonths: number };
  /** Told of each end, for the figures: "stored", "repeated", "set-aside", "invalid", "busy", "store-away", "forbidden". */
  count: (end: string) => void;
  now?: () => Date;
}

/** What stops a request before its answers are read. */
type Refusal = 'forbidden' | BodyProblem;
const statusOf = { forbidden: 403, broken: 400, 'too-large': 413, 'wrong-type': 415 } as const;

/** @returns an app for the addresses of the form, without the sub-path of the site; all others go on to the next */
export function formApp(service: FormService): Hono {
  const { templates, words, secrets, base, count } = service;
  const now = service.now ?? (() => new Date());
  const app = new Hono();

  const answer = (
    context: Context,
    status: 200 | 400 | 403 | 405 | 413 | 415 | 422 | 429 | 503,
    reading: Reading,
    id: string,
    fills: PageFills,
  ) => {
    context.header('Cache-Control', 'no-store');
    return context.html(filledPage(templates.get(reading, id), fills), status);
  };
  const shared = (reading: Reading) => ({ words, reading, keep: service.keep });
  const showForm = (
    context: Context,
    status: 200 | 422,
    reading: Reading,
    more: Omit<Parameters<typeof formFills>[0], 'words' | 'reading' | 'keep'>,
  ) => answer(context, status, reading, 'sign', formFills({ ...shared(reading), ...more }));
  const showCheck = (
    context: Context,
    status: 200 | 422 | 429 | 503,
    reading: Reading,
    answers: Answers,
    token: string,
    notice?: 'again' | 'busy' | 'not-saved',
  ) =>
    answer(
      context,
      status,
      reading,
      'check',
      checkFills({ ...shared(reading), template: templates.get(reading, 'sign'), answers, token, notice }),
    );
  const showProblem = (context: Context, status: 400 | 403 | 405 | 413 | 415, reading: Reading, problem: Refusal | 'not-allowed') =>
    answer(context, status, reading, 'problem', problemFills({ ...shared(reading), problem }));

  /** The body of a request that may be answered, or the page that refuses it. */
  const submitted = async (
    context: Context,
    reading: Reading,
  ): Promise<{ form: Submitted } | { refused: Response | Promise<Response> }> => {
    const refuse = (problem: Refusal) => {
      if (problem === 'too-large') context.header('Connection', 'close');
      if (problem === 'forbidden') count('forbidden');
      return { refused: showProblem(context, statusOf[problem], reading, problem) };
    };
    if (!mayStore(context.req.raw.headers, service.origins())) return refuse('forbidden');
    const body = await readBody(context.req.raw);
    return body.problem === undefined ? { form: body.form } : refuse(body.problem);
  };
  const single = (form: Submitted, name: string) => form.get(name)?.at(-1) ?? '';

  for (const reading of readings) {
    const sign = inReading('/pledge/sign/', reading);
    /** Where a browser is sent: from the root of the host. */
    const onHost = (path: string) => withBase(path, base);
    const methods = (path: string, allowed: string) =>
      app.all(path, (context) => {
        context.header('Allow', allowed);
        return showProblem(context, 405, reading, 'not-allowed');
      });
    const checked = (form: Submitted) => validate(form, choicesOf(templates.get(reading, 'sign')));
    // A form sent to the address without its last slash keeps its method and its body.
    for (const path of [sign, `${sign}confirm/`]) app.post(path.slice(0, -1), (context) => context.redirect(onHost(path), 308));

    app.get(sign, (context) => showForm(context, 200, reading, { token: formToken(secrets, now()) }));

    app.post(sign, async (context) => {
      const body = await submitted(context, reading);
      if ('refused' in body) return body.refused;
      const { form } = body;
      const result = checked(form);
      const change = fieldNames.find((name) => name === single(form, 'change'));
      if (change) {
        const before = result.answers && readConfirmToken(secrets, single(form, 'token'), result.answers, now());
        return showForm(context, 200, reading, { typed: result.typed, token: formToken(secrets, now(), before?.nonce) });
      }
      const token = readFormToken(secrets, single(form, 'token'), now());
      if (!result.answers) {
        count('invalid');
        // The token stays as it was, so that a form mended quickly is not taken for a machine's.
        const kept = token.state === 'good' ? single(form, 'token') : formToken(secrets, now(), token.nonce);
        return showForm(context, 422, reading, { typed: result.typed, errors: result.errors, token: kept });
      }
      const flags = flagsOf({
        answers: result.answers,
        decoy: single(form, decoyName),
        tokenState: token.state,
        ageSeconds: token.ageSeconds,
        minSeconds: service.minSeconds,
      });
      const { answers } = result;
      return showCheck(context, 200, reading, answers, confirmToken(secrets, { nonce: token.nonce, answers, flags, now: now() }));
    });
    methods(sign, 'GET, HEAD, POST');

    // Somebody who opens the address of the last step by itself begins with the form.
    app.get(`${sign}confirm/`, (context) => context.redirect(onHost(sign), 303));
    app.post(`${sign}confirm/`, async (context) => {
      const body = await submitted(context, reading);
      if ('refused' in body) return body.refused;
      const { answers, typed, errors } = checked(body.form);
      if (!answers) {
        count('invalid');
        return showForm(context, 422, reading, { typed, errors, token: formToken(secrets, now()) });
      }
      const text = single(body.form, 'token');
      const token = readConfirmToken(secrets, text, answers, now());
      if (token.state !== 'good') {
        // What the first step saw is lost with its token; what can be seen in the answers is looked at again.
        const seenNow = () => flagsOf({ answers, decoy: '', tokenState: 'wrong', ageSeconds: 0, minSeconds: service.minSeconds });
        const flags: Flag[] = token.flags ?? seenNow();
        const fresh = confirmToken(secrets, { nonce: token.nonce, answers, flags, now: now() });
        return showCheck(context, 422, reading, answers, fresh, 'again');
      }
      const room = service.limit.take(service.addressOf(context), now());
      if (!room.ok) {
        count('busy');
        context.header('Retry-After', String(room.retryAfter));
        return showCheck(context, 429, reading, answers, text, 'busy');
      }
      try {
        const flags = token.flags ?? [];
        const quarantine = mustBeSetAside(flags);
        const { reference, repeated } = await service.register.add({ idem: token.idem, formVersion, answers, flags, quarantine });
        count(repeated ? 'repeated' : quarantine ? 'set-aside' : 'stored');
        context.header('Cache-Control', 'no-store');
        return context.redirect(onHost(`${sign}done/${reference}/`), 303);
      } catch (error) {
        // A store that a newer program has taken over meanwhile is away for this one.
        if (!(error instanceof StoreAway || error instanceof StoreUnusable)) throw error;
        count('store-away');
        context.header('Retry-After', '60');
        return showCheck(context, 503, reading, answers, text, 'not-saved');
      }
    });
    methods(`${sign}confirm/`, 'GET, HEAD, POST');

    app.get(`${sign}done/:reference/`, (context, next) => {
      const reference = context.req.param('reference');
      // It is not looked up: whoever has the address has the reference, and learns nothing else.
      return isReference(reference) ? answer(context, 200, reading, 'done', doneFills({ ...shared(reading), reference })) : next();
    });
  }
  return app;
}
