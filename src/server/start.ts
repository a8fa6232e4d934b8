/**
 * `npm start` (with `--build`) and `npm run serve`: serves the built site in the foreground until it is told to stop.
 * Says in one sentence why when it cannot start.
 */
import { existsSync } from 'node:fs';
import { serve } from '@hono/node-server';
import { readSettings, SettingError, type Settings } from '../settings.ts';
import { siteApp } from './app.ts';
import { buildSite, siteFolder } from './build.ts';

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

function settingsOrStop(): Settings {
  try {
    return readSettings();
  } catch (error) {
    if (error instanceof SettingError) stop(error.message);
    throw error;
  }
}

const settings = settingsOrStop();
const folder = siteFolder();
if (process.argv.includes('--build')) {
  const end = await buildSite(folder);
  if (end === 'stopped') process.exit(0);
  if (end === 'failed') stop('The site could not be built, so it was not started. What to mend stands above.');
}
if (!existsSync(`${folder}/404.html`))
  stop(`There is no built site in ${folder}. Run "npm run build" first, or "npm start", which builds and serves.`);

const server = serve(
  { fetch: siteApp({ folder, base: settings.base }).fetch, hostname: settings.host, port: settings.port },
  ({ port }) => {
    const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
    console.log(`The site is at http://${host}:${port}${settings.base}`);
    if (!process.env.SITE_URL && !/^(127\.|localhost$|::1$)/.test(settings.host))
      console.log('SITE_URL is not set, so the pages name 127.0.0.1 as their address. Set it to the public address and build again.');
  },
);

server.on('error', (error: NodeJS.ErrnoException) => {
  const reasons: Record<string, string> = {
    EADDRINUSE: `Port ${settings.port} is in use. Stop the other program, or set PORT to another number.`,
    EACCES: `Port ${settings.port} may not be used by this account. Set PORT to a number above 1023.`,
    EADDRNOTAVAIL: `HOST is "${settings.host}", which is not an address of this machine. Set it to 127.0.0.1 or 0.0.0.0.`,
    ENOTFOUND: `HOST is "${settings.host}", which is not an address of this machine. Set it to 127.0.0.1 or 0.0.0.0.`,
  };
  stop(reasons[error.code ?? ''] ?? `The site could not be started: ${error.message}.`);
});

function end() {
  server.close(() => process.exit(0));
  // Connections that browsers keep open must not hold the stop back.
  if ('closeIdleConnections' in server) server.closeIdleConnections();
  setTimeout(() => process.exit(0), 2000).unref();
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);

// Stopped through npm, only npm and its shell are told; a server whose parent has gone would keep the port for nobody.
const parent = process.ppid;
const watch = setInterval(() => {
  if (process.ppid === parent) return;
  clearInterval(watch);
  end();
}, 500).unref();
