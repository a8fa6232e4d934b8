/**
 * The settings that come from the environment, read in one place. A bad one stops the start with a sentence: which one, what it is,
 * what to write. What may hold a secret is never repeated. Longer than most files here, so that all settings stand on one list.
 */
import { BlockList, isIP } from 'node:net';
import { resolve, sep } from 'node:path';
import { z } from 'astro/zod';

/** A setting that cannot be used; its message says which and what to write. */
export class SettingError extends Error {}

export interface Settings {
  /** Where the server listens. */
  host: string;
  port: number;
  /** The public address of the site without a slash at its end; may hold a sub-path. */
  siteUrl: URL;
  /** Whether SITE_URL was set; if not, `siteUrl` is the address of this machine. */
  siteUrlIsSet: boolean;
  /** The sub-path, `/` or `/local-offer/`: begins and ends with a slash. */
  base: string;
  /** Which other sites may show the embed pages in a frame: their origins, or `*` alone. */
  embedOrigins: readonly string[];
}

/** What the form, the register and the staff pages need beside the site's own settings. */
export interface ServiceSettings {
  /** An absolute path; `./data` unless set. */
  dataDir: string;
  /** Where /healthz, /readyz and /metrics answer, on 127.0.0.1; off when undefined. */
  localPort: number | undefined;
  /** undefined: SQLite in `dataDir`. */
  databaseUrl: string | undefined;
  /** Newest first; empty: made and kept in `dataDir`. */
  formSecrets: readonly string[];
  formMinSeconds: number;
  /** Storing requests of one address in 10 minutes. */
  formRate: number;
  /** Addresses or networks (CIDR) whose X-Forwarded-For is believed. */
  trustedProxies: readonly string[];
  /** undefined: no mail is sent, and none is waiting. */
  mail: { smtpUrl: string; from: string; to: readonly string[] } | undefined;
  keepRejectedDays: number;
  keepContactMonths: number;
  /** undefined: the staff pages do not exist. */
  staff: { origin: URL; port: number; issuer: URL; clientId: string; clientSecret: string; group: string } | undefined;
}

type Environment = Record<string, string | undefined>;

/** The value as it was written, in one line whatever it holds. */
const quoted = (text: string) => JSON.stringify(text);
const refuse = (sentence: string): never => {
  throw new SettingError(sentence);
};

/** One setting. @param means what it is for, for the list of settings @param read gives its value @returns its schema */
const setting = <Value>(means: string, read: (text: string | undefined) => Value) =>
  z
    .string()
    .optional()
    .transform((text, context): Value => {
      try {
        return read(text || undefined);
      } catch (error) {
        if (!(error instanceof SettingError)) throw error;
        context.addIssue(error.message);
        return z.NEVER;
      }
    })
    .describe(means);

const wholeNumber = (name: string, text: string, least: number, most: number, or = '') => {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most
    ? value
    : refuse(`${name} is ${quoted(text)}. Set it to a whole number from ${least} to ${most}${or}.`);
};
/** 0 is for tests: any port that is free. */
const portNumber = (name: string, text: string, or = '') =>
  /^\d{1,5}$/.test(text) && Number(text) <= 65535
    ? Number(text)
    : refuse(`${name} is ${quoted(text)}. Set it to a whole number from 1 to 65535${or}.`);
const listOf = (text: string | undefined) =>
  (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
const urlOf = (text: string, protocols: RegExp) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && protocols.test(url.protocol) && url.hostname ? url : undefined;
};
const isThisMachine = ({ hostname }: URL) => /^(127\.0\.0\.1|localhost|\[::1\])$/.test(hostname);
/** Over the network only by HTTPS; a person who tries it on their own machine needs no certificate. */
const safeUrl = (name: string, text: string, example: string) => {
  const url = urlOf(text, /^https?:$/);
  const fine = url && (url.protocol === 'https:' || isThisMachine(url)) && !url.username && !url.password && !url.search && !url.hash;
  return fine ? url : refuse(`${name} is not an address that can be used. Set it to one that begins with https://, as ${example}.`);
};
const mailAddress = (name: string, text: string) =>
  /^[^\s@,;:<>()[\]"\\]+@[A-Za-z0-9.-]+$/.test(text) && text.length <= 254
    ? text
    : refuse(`${name} holds ${quoted(text)}, which is no e-mail address. Write the address alone, as local-offer@example.org.`);

/** "https://www.example.org, https://library.example.org" @returns each as browsers compare it, or `*` alone for all */
function originsOf(text: string): string[] {
  if (text.trim() === '*') return ['*'];
  const origins = listOf(text).map((one) => {
    const url = urlOf(one, /^https?:$/);
    const bare = url && url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password;
    // Every letter goes into a header: what a host name cannot hold, as a star or a semicolon, is refused.
    return bare && /^[A-Za-z0-9.-]+$|^\[[0-9a-f:]+\]$/.test(url.hostname)
      ? url.origin
      : refuse(
          `EMBED_ORIGINS holds ${quoted(one)}, which is no origin. Write origins with commas between, as https://www.example.org, https://library.example.org, or * for all sites.`,
        );
  });
  return origins.length > 0
    ? [...new Set(origins)]
    : refuse(`EMBED_ORIGINS is ${quoted(text)}. Write origins with commas between, as https://www.example.org, or * for all sites.`);
}

/** @returns whether it is an address or a network, as 10.0.0.0/8, that holds fewer than all addresses */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  if (bits === undefined) return true;
  if (!/^[1-9]\d{0,2}$/.test(bits)) return false;
  try {
    new BlockList().addSubnet(address, Number(bits), family === 6 ? 'ipv6' : 'ipv4');
    return true;
  } catch {
    return false;
  }
}

/** Folders that are published, or emptied by a build: what is kept in them is shown to everybody, or lost. */
const notForData = (env: Environment) => {
  const site = resolve(env.OUT_DIR || 'dist');
  return [site, `${site}.next`, `${site}.old`, `${site}.service`, `${site}.next.service`, `${site}.service.old`, resolve('public')];
};

/** Where the site stands: what a build needs too. Each field's description is its line in the list of settings. */
export const siteSettings = z.object({
  HOST: setting('The address to listen on. 0.0.0.0 for all. 127.0.0.1 unless set.', (text) => text ?? '127.0.0.1'),
  PORT: setting('The port to listen on. 4321 unless set.', (text) => portNumber('PORT', text ?? '4321')),
  SITE_URL: setting('The public address of the site, which may hold a sub-path.', (text) => {
    if (text === undefined) return undefined;
    const url =
      urlOf(text, /^https?:$/) ??
      refuse(
        `SITE_URL is ${quoted(text)}. Set it to the site's public address, as https://www.example.org or https://www.example.org/local-offer.`,
      );
    if (!/^(\/[A-Za-z0-9._~-]+)*$/.test(url.pathname.replace(/\/+$/, '')))
      refuse(
        `SITE_URL is ${quoted(text)}. Its path may hold letters, figures, hyphens and dots, as in https://www.example.org/local-offer.`,
      );
    return url;
  }),
  EMBED_ORIGINS: setting('Which other sites may show the gallery in a frame: origins with commas between. * (all) unless set.', (text) =>
    originsOf(text ?? '*'),
  ),
});

/** What the form, its register and the staff pages need. Each field's description is its line in the list of settings. */
export const serviceSettings = z.object({
  DATA_DIR: setting('The folder that keeps the register, its secrets and the public list. ./data unless set.', (text) =>
    resolve(text ?? 'data'),
  ),
  LOCAL_PORT: setting('The port of /healthz, /readyz and /metrics, on 127.0.0.1 alone. Off unless set.', (text) =>
    text === undefined ? undefined : portNumber('LOCAL_PORT', text, ', or leave it out'),
  ),
  DATABASE_URL: setting('The PostgreSQL database that keeps the register. Unless set, a file in DATA_DIR keeps it.', (text) =>
    text === undefined || urlOf(text, /^postgres(ql)?:$/)
      ? text
      : refuse(
          'DATABASE_URL is not the address of a PostgreSQL database. Write it as postgres://user:password@host:5432/name, or leave it out.',
        ),
  ),
  FORM_SECRETS: setting(
    'Secrets that sign forms, newest first, with commas between. Unless set, one is made and kept in DATA_DIR.',
    (text) => {
      const secrets = listOf(text);
      const short = secrets.findIndex((secret) => secret.length < 32);
      return short < 0
        ? secrets
        : refuse(
            `FORM_SECRETS has a secret of ${secrets[short]!.length} characters in place ${short + 1}. Write at least 32 characters for each, with commas between.`,
          );
    },
  ),
  FORM_MIN_SECONDS: setting('A form that is sent sooner than this after it was opened is set aside for staff. 2 unless set.', (text) =>
    wholeNumber('FORM_MIN_SECONDS', text ?? '2', 0, 3600),
  ),
  FORM_RATE: setting('How many signatures one address may send in 10 minutes. 20 unless set.', (text = '20') =>
    wholeNumber('FORM_RATE', text.replace(/ in 10 minutes$/, ''), 1, 100_000, ', for 10 minutes'),
  ),
  TRUSTED_PROXIES: setting('Addresses or networks of your own proxies, with commas between, whose X-Forwarded-For is believed.', (text) => {
    const proxies = listOf(text);
    const wrong = proxies.find((one) => !isNetwork(one));
    return wrong === undefined
      ? proxies
      : refuse(`TRUSTED_PROXIES holds ${quoted(wrong)}. Write addresses or networks with commas between, as 10.0.0.5, 192.168.1.0/24.`);
  }),
  SMTP_URL: setting('The mail server that tells staff of a new signature. Unless set, no mail is sent.', (text) =>
    text === undefined || urlOf(text, /^smtps?:$/)
      ? text
      : refuse('SMTP_URL is not the address of a mail server. Write it as smtps://user:password@mail.example.org:465, or leave it out.'),
  ),
  MAIL_FROM: setting('The e-mail address that mail to staff comes from.', (text) =>
    text === undefined ? undefined : mailAddress('MAIL_FROM', text),
  ),
  MAIL_TO: setting('The e-mail addresses of staff who are told of a new signature, with commas between.', (text) =>
    text === undefined ? [] : text.split(',').map((one) => mailAddress('MAIL_TO', one.replace(/^ +| +$/g, ''))),
  ),
  KEEP_REJECTED_DAYS: setting('How many days a signature that was rejected or set aside is kept. 30 unless set.', (text) =>
    wholeNumber('KEEP_REJECTED_DAYS', text ?? '30', 1, 3650),
  ),
  KEEP_CONTACT_MONTHS: setting('How many months the contact of an approved signature is kept without renewal. 24 unless set.', (text) =>
    wholeNumber('KEEP_CONTACT_MONTHS', text ?? '24', 1, 1200),
  ),
  STAFF_ORIGIN: setting('The address of the staff pages, on a host name of their own.', (text) => {
    const url = text === undefined ? undefined : safeUrl('STAFF_ORIGIN', text, 'https://staff.example.org');
    if (url && url.pathname !== '/') refuse(`STAFF_ORIGIN is ${quoted(text!)}. Write it without a path, as https://staff.example.org.`);
    return url;
  }),
  STAFF_PORT: setting('The port that the staff pages listen on.', (text) =>
    text === undefined ? undefined : portNumber('STAFF_PORT', text),
  ),
  OIDC_ISSUER: setting('Who says who a member of staff is: the issuer of your sign-in service.', (text) =>
    text === undefined ? undefined : safeUrl('OIDC_ISSUER', text, 'https://login.example.org/tenant/v2.0'),
  ),
  OIDC_CLIENT_ID: setting('The name of the staff pages at your sign-in service.', (text) => text),
  OIDC_CLIENT_SECRET: setting('The secret of the staff pages at your sign-in service.', (text) => text),
  OIDC_GROUP: setting('The group or role that a member of staff must have.', (text) => text),
});

/** @returns what a schema makes of the environment @throws SettingError with a sentence for each setting that cannot be used */
function read<Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape>, env: Environment): z.output<z.ZodObject<Shape>> {
  const given = Object.fromEntries(Object.keys(schema.shape).map((name) => [name, env[name]]));
  const { success, data, error } = schema.safeParse(given);
  if (!success) throw new SettingError(error.issues.map(({ message }) => message).join('\n'));
  return data;
}

/**
 * @param env where the settings are read from
 * @throws SettingError with a sentence for the person who set it
 */
export function readSettings(env: Environment = process.env): Settings {
  const { HOST: host, PORT: port, SITE_URL, EMBED_ORIGINS: embedOrigins } = read(siteSettings, env);
  const siteUrl = SITE_URL ?? new URL(`http://127.0.0.1:${port || 4321}`);
  return { host, port, siteUrl, siteUrlIsSet: SITE_URL !== undefined, base: `${siteUrl.pathname.replace(/\/+$/, '')}/`, embedOrigins };
}

/**
 * @param env where the settings are read from
 * @throws SettingError with a sentence for each setting that cannot be used, for the person who set it
 */
export function readServiceSettings(env: Environment = process.env): ServiceSettings {
  const { port, siteUrl } = readSettings(env);
  const given = read(serviceSettings, env);
  const dataDir = given.DATA_DIR;
  if (notForData(env).some((folder) => dataDir === folder || dataDir.startsWith(folder + sep)))
    refuse(`DATA_DIR is ${quoted(dataDir)}, in a folder that is published. Set it to a folder of its own, as data.`);
  const ports = Object.entries({ PORT: port, LOCAL_PORT: given.LOCAL_PORT, STAFF_PORT: given.STAFF_PORT }).filter(([, one]) => one);
  for (const [index, [name, one]] of ports.entries()) {
    const same = ports.slice(0, index).find(([, earlier]) => earlier === one);
    if (same) refuse(`${name} is ${one}, and so is ${same[0]}. Set each to a number of its own.`);
  }
  return {
    dataDir,
    localPort: given.LOCAL_PORT,
    databaseUrl: given.DATABASE_URL,
    formSecrets: given.FORM_SECRETS,
    formMinSeconds: given.FORM_MIN_SECONDS,
    formRate: given.FORM_RATE,
    trustedProxies: given.TRUSTED_PROXIES,
    mail: mailOf(given),
    keepRejectedDays: given.KEEP_REJECTED_DAYS,
    keepContactMonths: given.KEEP_CONTACT_MONTHS,
    staff: staffOf(given, siteUrl),
  };
}

type Given = z.output<typeof serviceSettings>;

/** Who sets one of the three waits for mail; without the others none would come. */
function mailOf({ SMTP_URL, MAIL_FROM, MAIL_TO }: Given): ServiceSettings['mail'] {
  if (SMTP_URL && MAIL_FROM && MAIL_TO.length > 0) return { smtpUrl: SMTP_URL, from: MAIL_FROM, to: MAIL_TO };
  const missing = Object.entries({ SMTP_URL, MAIL_FROM, MAIL_TO: MAIL_TO.length > 0 }).filter(([, value]) => !value);
  if (missing.length === 3) return undefined;
  return refuse(`Mail to staff needs ${inWords(missing.map(([name]) => name))} too. Set SMTP_URL, MAIL_FROM and MAIL_TO, or none of them.`);
}

function staffOf(given: Given, siteUrl: URL): ServiceSettings['staff'] {
  const { STAFF_ORIGIN, STAFF_PORT, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_GROUP } = given;
  const all = { STAFF_ORIGIN, STAFF_PORT, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_GROUP };
  const missing = Object.entries(all).filter(([, value]) => value === undefined);
  if (missing.length === Object.keys(all).length) return undefined;
  if (missing.length > 0)
    refuse(`The staff pages need ${inWords(missing.map(([name]) => name))} too. Set all of ${inWords(Object.keys(all))}, or none of them.`);
  // A cookie knows no port: on one host name the site's visitors and staff would share theirs.
  const same = isThisMachine(STAFF_ORIGIN!) ? STAFF_ORIGIN!.host === siteUrl.host : STAFF_ORIGIN!.hostname === siteUrl.hostname;
  if (same)
    refuse(`STAFF_ORIGIN is ${quoted(STAFF_ORIGIN!.origin)}, where the site itself is. Give the staff pages a host name of their own.`);
  return {
    origin: STAFF_ORIGIN!,
    port: STAFF_PORT!,
    issuer: OIDC_ISSUER!,
    clientId: OIDC_CLIENT_ID!,
    clientSecret: OIDC_CLIENT_SECRET!,
    group: OIDC_GROUP!,
  };
}

const inWords = (names: string[]) => (names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names[0]!);

/**
 * The day that pages reckon from; `TODAY` sets another one for tests.
 * @returns as 2026-11-23
 * @throws SettingError with a sentence for the person who set it
 */
export function readToday(env: Environment = process.env): string {
  const today = env.TODAY || new Date().toISOString().slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(today) || Number.isNaN(Date.parse(today)) || !new Date(today).toISOString().startsWith(today))
    throw new SettingError(`TODAY is "${today}". Set it to a day that the calendar has, as 2026-11-23, or leave it out.`);
  return today;
}
