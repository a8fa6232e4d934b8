/**
 * `npm start` (with `--build`) and `npm run serve`: serves the built site, and the pledge form with it, in the foreground until it is
 * told to stop. Says in one sentence why when it cannot start.
 */
import { existsSync } from 'node:fs';
import { buildAll } from './build.ts';
import { StoreUnusable } from './pledge/register/register.ts';
import { siteApp } from './server/app.ts';
import { siteFolder } from './server/build.ts';
import { clientAddress } from './server/client-address.ts';
import { listen, type Listening } from './server/listen.ts';
import { localApp } from './server/local.ts';
import { endOnUnexpected, lineLog } from './server/log.ts';
import { staffApp } from './server/staff-app.ts';
import { whyNotStarted } from './server/why-not-started.ts';
import { readServiceSettings, readSettings, SettingError } from './settings.ts';

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

/** Runs a step whose own failures are sentences for the person who started it. */
async function orStop<Result>(step: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof SettingError || error instanceof StoreUnusable) stop(error.message);
    throw error;
  }
}

const { log, flush } = lineLog();
endOnUnexpected({ log, flush });
process.on('exit', flush);

const settings = await orStop(() => readSettings());
const service = await orStop(() => readServiceSettings());
const folder = siteFolder();
if (process.argv.includes('--build')) {
  const end = await orStop(() => buildAll(folder, service, process.argv.includes('--force')));
  if (end === 'stopped') process.exit(0);
  if (typeof end === 'object') stop(`${end.problem} So it was not started.`);
}
if (!existsSync(`${folder}/404.html`))
  stop(`There is no built site in ${folder}. Run "npm run build" first, or "npm start", which builds and serves.`);

/** Where forms may be sent from; the port is known once the server listens. */
const origins = () => {
  const own = settings.siteUrlIsSet || !servers[0] ? [] : ['127.0.0.1', 'localhost'].map((name) => `http://${name}:${servers[0]!.port}`);
  return [settings.siteUrl.origin, ...own];
};
const servers: Listening[] = [];
const https = settings.siteUrl.protocol === 'https:';
// Asked for late: a setting that cannot be used is told at once, before the register's libraries are read.
const { pledgeService } = await import('./pledge-service.ts');
const pledge = await orStop(() => pledgeService({ settings, service, siteFolder: folder, log, origins, addressOf: clientAddress }));

/** Listens, or says why not. @param names the settings that a person would change */
async function open(app: Parameters<typeof listen>[0], host: string, port: number, names: { host: string; port: string }, quiet = false) {
  const { trustedProxies } = service;
  try {
    servers.push(await listen(app, { host, port, trustedProxies, ...(quiet ? {} : { log }) }));
  } catch (error) {
    await pledge.stop();
    stop(whyNotStarted(error as NodeJS.ErrnoException, host, port, names));
  }
  return servers.at(-1)!;
}

const ownNames = { host: 'HOST', port: 'PORT' };
const { base, embedOrigins } = settings;
const site = await open(siteApp({ folder, base, service: pledge.app, https, embedOrigins, log }), settings.host, settings.port, ownNames);
if (service.staff && pledge.staff) {
  const staff = staffApp(pledge.staff, { https: service.staff.origin.protocol === 'https:', log });
  await open(staff, settings.host, service.staff.port, { host: 'HOST', port: 'STAFF_PORT' });
}
const local =
  service.localPort === undefined
    ? undefined
    : await open(localApp(pledge.local, site.traffic.counters), '127.0.0.1', service.localPort, { host: 'HOST', port: 'LOCAL_PORT' }, true);
pledge.start();

const inAddress = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
console.log(`The site is at http://${inAddress}:${site.port}${settings.base}`);
if (service.staff && pledge.staff)
  console.log(`The staff pages are at ${service.staff.origin.origin}/ (here on port ${service.staff.port}).`);
if (local) console.log(`The state of the server is at http://127.0.0.1:${local.port}/readyz`);
if (!settings.siteUrlIsSet && !/^(127\.|localhost$|::1$)/.test(settings.host))
  console.log('SITE_URL is not set, so the pages name 127.0.0.1 as their address. Set it to the public address and build again.');

let ending = false;
/** Lets go of the ports, finishes what is inside, closes the store. All that within 10 seconds, whatever hangs. */
async function end() {
  if (ending) return;
  ending = true;
  setTimeout(() => {
    log({ event: 'stopped too late' });
    process.exit(1);
  }, 10_000).unref();
  await Promise.all(servers.map((one) => one.stop()));
  await pledge.stop();
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end());

// Stopped through npm, only npm and its shell are told; a server whose parent has gone would keep the port for nobody.
const parent = process.ppid;
const watch = setInterval(() => {
  if (process.ppid === parent) return;
  clearInterval(watch);
  void end();
}, 500).unref();
