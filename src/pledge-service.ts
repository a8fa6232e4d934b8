/**
 * Puts the pledge into the process: the form, the public list, the staff pages, the mail to staff and the daily purge, around one
 * register. It stands at the root of src because it wires rooms together; every rule stands in its room.
 */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { Hono, type Context } from 'hono';
import { compress } from 'hono/compress';
import { Counter, Registry } from 'prom-client';
import { formApp } from './pledge/form/app.ts';
import { readFormWords } from './pledge/form/form-words.ts';
import { hourlyAlarm, rateLimiter } from './pledge/form/rate.ts';
import { loadSecrets } from './pledge/form/secrets.ts';
import { dropOldBackups } from './pledge/register/backup.ts';
import { sendDueMail, transportFor } from './pledge/register/mail.ts';
import { londonDay } from './pledge/register/london-day.ts';
import { openRegister } from './pledge/register/open.ts';
import type { Register } from './pledge/register/register.ts';
import { signedFile } from './pledge/signed/signed-file.ts';
import { signedRoutes } from './pledge/signed/routes.ts';
import { staffApp } from './pledge/staff/app.ts';
import { templatesIn } from './pledge/templates.ts';
import { templateFolder } from './server/templates.build.ts';
import type { Log, Service } from './server/service.ts';
import type { ServiceSettings, Settings } from './settings.ts';

export interface PledgeServiceOptions {
  settings: Settings;
  service: ServiceSettings;
  siteFolder: string;
  /** Writes one line of JSON; never what was typed. */
  log: Log;
  origins: () => string[];
  addressOf: (context: Context) => string;
}

const without: Service = {
  app: undefined,
  local: { ready: async () => ({ ok: true, detail: { form: 'off' } }), counters: new Registry() },
  staff: undefined,
  start: () => {},
  stop: async () => {},
};

/** @throws SettingError, StoreUnusable: a sentence for the person who starts the site */
export async function pledgeService(options: PledgeServiceOptions): Promise<Service> {
  const { settings, service, log } = options;
  const templates = templatesIn(templateFolder(options.siteFolder));
  const words = readFormWords();
  if (!words || !templates.has('standard', 'sign')) return without;

  const register = await openRegister({
    dataDir: service.dataDir,
    databaseUrl: service.databaseUrl,
    serving: true,
    mail: service.mail !== undefined,
  });
  const secrets = loadSecrets(service.formSecrets, service.dataDir);
  const counters = new Registry();
  const ends = new Counter({
    name: 'pledge_form_ends_total',
    help: 'How filling in the form ended.',
    labelNames: ['end'],
    registers: [counters],
  });
  const alarm = hourlyAlarm();
  const count = (end: string) => {
    ends.inc({ end });
    if ((end === 'stored' || end === 'set-aside') && alarm.count(new Date()))
      log({ level: 'warn', event: 'many-signatures', inAnHour: alarm.most });
  };
  const app = new Hono();
  // What is filled in for one person has no compressed copy from the build.
  app.use(compress());
  app.route(
    '/',
    formApp({
      register,
      templates,
      words,
      secrets,
      base: settings.base,
      origins: options.origins,
      addressOf: options.addressOf,
      limit: rateLimiter({ most: service.formRate, inSeconds: 600, secret: secrets[0]! }),
      minSeconds: service.formMinSeconds,
      keep: { rejectedDays: service.keepRejectedDays, contactMonths: service.keepContactMonths },
      count,
    }),
  );
  app.route('/', signedRoutes({ register, settings: { siteUrl: settings.siteUrl, base: '/' }, template: templates.get, words }));

  const { staff } = service;
  const workers = backgroundWork({ register, service, log });
  return {
    app,
    staff:
      staff &&
      staffApp({
        register,
        staff,
        template: (id) => templates.get('staff', id),
        words,
        log: (event) => log({ ...event }),
        today,
        secrets,
      }),
    local: {
      ready: () => readiness(register),
      counters,
    },
    start: workers.start,
    stop: async () => {
      await workers.stop();
      await register.close();
    },
  };
}

/** The day in England, as people there count days. */
const today = () => process.env.TODAY || londonDay(new Date().toISOString());

/** Whether a signature could be kept now, and how the mail goes. */
async function readiness(register: Register) {
  try {
    await register.ready();
    return { ok: true, detail: { store: register.store, mail: await register.mailFigures() } };
  } catch {
    return { ok: false, detail: { store: register.store, problem: 'The store cannot be written to.' } };
  }
}

/** How long work that has begun may go on when the server stops, in milliseconds. */
const mostWait = 1_500;

/** Mail every few seconds, purge once a day; one failure never ends either. */
function backgroundWork({ register, service, log }: { register: Register; service: ServiceSettings; log: Log }) {
  const timers: NodeJS.Timeout[] = [];
  const running = new Set<Promise<unknown>>();
  const often = (seconds: number, name: string, work: () => Promise<unknown>) => {
    let busy = false;
    const turn = async () => {
      if (busy) return;
      busy = true;
      const mine = work().catch((error: unknown) =>
        log({ level: 'warn', event: name, error: error instanceof Error ? error.name : 'error' }),
      );
      running.add(mine);
      await mine;
      running.delete(mine);
      busy = false;
    };
    timers.push(setInterval(turn, seconds * 1000).unref());
    return turn;
  };
  return {
    start: () => {
      const { mail, staff } = service;
      if (mail) {
        const transport = transportFor(mail);
        const where = staff ? `Look at it: ${staff.origin.origin}` : 'Look at it with: npm run register -- list';
        void often(5, 'mail', () => sendDueMail(register, mail, where, transport))();
      }
      const purge = async () => {
        const figures = await register.purge({ rejectedDays: service.keepRejectedDays, contactMonths: service.keepContactMonths });
        dropOldBackups(service.dataDir, new Date());
        if (figures.removed + figures.contactsErased > 0) log({ level: 'info', event: 'purge', ...figures });
      };
      void often(24 * 3600, 'purge', purge)();
    },
    stop: async () => {
      for (const timer of timers) clearInterval(timer);
      // A mail server that says nothing must not hold the stop back: its mail is due again in a few minutes.
      await Promise.race([Promise.all(running), new Promise((done) => setTimeout(done, mostWait))]);
    },
  };
}

/**
 * Writes the public list where the build reads it, when a register can be reached from here; otherwise the last list stays.
 * @returns a sentence when the list that is there was kept because the register could not be read
 */
export async function refreshPublicList(service: ServiceSettings): Promise<string | undefined> {
  const file = signedFile(service.dataDir);
  let register: Register | undefined;
  try {
    register = await openRegister({ dataDir: service.dataDir, databaseUrl: service.databaseUrl, serving: false });
    const list = await register.publicList();
    // A folder of a list that another machine made has no entries of its own to say.
    if (list.changed === null && !service.databaseUrl) return undefined;
    await mkdir(service.dataDir, { recursive: true, mode: 0o700 });
    await writeFile(`${file}.new`, `${JSON.stringify(list, null, 2)}\n`);
    await rename(`${file}.new`, file);
    return undefined;
  } catch {
    return 'The register could not be read, so the list of who signed stays as it was last written.';
  } finally {
    await register?.close().catch(() => undefined);
  }
}
