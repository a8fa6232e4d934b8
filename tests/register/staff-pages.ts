/** The staff pages on this machine, around a register of their own, and a person's browser without one: it keeps cookies. */
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'cheerio';
import type { Answers } from '../../src/pledge/form/fields.ts';
import { readFormWords } from '../../src/pledge/form/form-words.ts';
import { openRegister } from '../../src/pledge/register/open.ts';
import type { Register } from '../../src/pledge/register/register.ts';
import { staffApp, type StaffEvent } from '../../src/pledge/staff/app.ts';
import { templatesIn } from '../../src/pledge/templates.ts';
import { siteFolder } from '../../src/server/build.ts';
import { listen } from '../../src/server/listen.ts';
import { staffApp as onItsPort } from '../../src/server/staff-app.ts';
import { templateFolder } from '../../src/server/templates.build.ts';
import { client, group } from './staff-provider.ts';

export const freePort = async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

export interface Pages {
  origin: string;
  register: Register;
  events: StaffEvent[];
  /** Moves the clock of the pages on. */
  later(minutes: number): void;
  /** Another start of the service: who was signed in is not any more. */
  stop(): Promise<void>;
}

/**
 * @param issuer the sign-in service, once the address of the pages is known
 * @param around puts something between the pages and the register
 */
export async function openPages(
  issuer: (origin: string) => Promise<string> | string,
  around: (register: Register) => Register = (register) => register,
): Promise<Pages> {
  const dataDir = mkdtempSync(join(tmpdir(), 'staff-'));
  const register = await openRegister({ dataDir, serving: false, mail: false });
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const templates = templatesIn(templateFolder(siteFolder()));
  const events: StaffEvent[] = [];
  let ahead = 0;
  const words = readFormWords();
  if (!words) throw new Error('There is no form: content/pledge/sign/form.yaml is missing.');
  const app = staffApp({
    register: around(register),
    staff: {
      origin: new URL(origin),
      port,
      issuer: new URL(await issuer(origin)),
      clientId: client.id,
      clientSecret: client.secret,
      group,
    },
    template: (id) => templates.get('staff', id),
    words,
    log: (event) => events.push(event),
    secrets: ['newest', 'older'],
    now: () => Date.now() + ahead,
  });
  const server = await listen(onItsPort(app, { https: false }), { host: '127.0.0.1', port, trustedProxies: [] });
  return {
    origin,
    register,
    events,
    later: (minutes) => void (ahead += minutes * 60_000),
    async stop() {
      await server.stop();
      await register.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A person's browser as far as these tests need one: cookies by origin, redirects by hand. */
export class Visitor {
  readonly cookies = new Map<string, Map<string, string>>();

  async send(address: string, init: RequestInit = {}): Promise<Response> {
    const { origin } = new URL(address);
    const jar = this.cookies.get(origin) ?? new Map<string, string>();
    this.cookies.set(origin, jar);
    const headers = new Headers(init.headers);
    if (jar.size > 0) headers.set('Cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(address, { redirect: 'manual', ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value === '' || /Max-Age=0/i.test(line)) jar.delete(name!);
      else jar.set(name!, value!);
    }
    return response;
  }

  /** Sends a form as a browser does from the same site. */
  post(address: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
    const own = { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' };
    return this.send(address, { method: 'POST', body: String(new URLSearchParams(fields)), headers: { ...own, ...headers } });
  }

  /** Goes where it is led, until a page comes. @returns the page and its address */
  async open(address: string): Promise<{ response: Response; address: string }> {
    let at = address;
    for (let step = 0; step < 12; step += 1) {
      const response = await this.send(at);
      const to = response.headers.get('Location');
      if (!to) return { response, address: at };
      at = new URL(to, at).href;
    }
    throw new Error(`${address} leads on and on.`);
  }

  /** Signs in as one of the people. @returns the page at which they arrive */
  async signIn({ origin }: Pages, login: string, to = '/') {
    const { address } = await this.open(`${origin}/sign-in?${new URLSearchParams({ to })}`);
    // The sign-in service knows them still.
    if (address.startsWith(origin)) return this.open(address);
    const finished = await this.post(address, { login });
    return this.open(new URL(finished.headers.get('Location')!, address).href);
  }
}

export const pageOf = async (response: Response) => load(await response.text());
/** The hidden fields of a form, as its page holds them. */
export const hiddenOf = (page: ReturnType<typeof load>, form: string) =>
  Object.fromEntries(
    page(`form[action="${form}"] input[type="hidden"]`)
      .toArray()
      .map((input) => [page(input).attr('name')!, page(input).attr('value') ?? '']),
  );

/** Signs as the form would. */
export async function sign(register: Register, more: Partial<Answers> = {}, flags: string[] = [], quarantine = false) {
  const answers: Answers = {
    setting: 'Hill Lane School',
    kind: 'primary',
    'kind-other': '',
    area: 'both',
    website: 'https://hill-lane.example/',
    name: 'Jo Bloggs',
    role: 'Head teacher',
    email: 'jo@hill-lane.example',
    value: ['listen'],
    how: 'We ask every child what helps them.',
    'publish-how': 'yes',
    authority: 'yes',
    ...more,
  };
  const idem = createHash('sha256').update(randomUUID()).digest('hex');
  return (await register.add({ idem, formVersion: 1, answers, flags, quarantine })).reference;
}
