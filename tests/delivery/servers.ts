/** The three servers that the project has rules for, with the same built site behind them: ours, a real nginx, a real Caddy. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { caddyFile } from '../../src/server/deploy/caddy.ts';
import { nginxFile } from '../../src/server/deploy/nginx.ts';
import type { Place } from '../../src/server/deploy/place.ts';
import { plainEnvironment } from '../journeys/served-site.ts';

export interface Served {
  name: string;
  port: number;
}

const running: ChildProcess[] = [];
const folder = mkdtempSync(join(tmpdir(), 'delivery-'));

/** Ends all of them, and takes away what they wrote. */
export function endAll(): void {
  // Killed outright, nginx would leave its workers behind.
  for (const child of running.splice(0)) child.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}
process.once('exit', endAll);

/** Whether a program is on this machine; Debian keeps servers where only root looks. */
export const programOf = (name: string): string | undefined =>
  [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/local/sbin']
    .map((place) => join(place, name))
    .find((file) => existsSync(file));

/** Whether a server can be tried here: nginx needs the module that sends brotli, too. */
export const isThere = (name: string): boolean =>
  programOf(name) !== undefined &&
  (name !== 'nginx' ||
    ['/usr/lib/nginx/modules', '/usr/share/nginx/modules'].some((place) => existsSync(join(place, 'ngx_http_brotli_static_module.so'))));

const freePort = () =>
  new Promise<number>((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });

/** Waits until something answers on a port. @throws what the program said when it ends or stays silent for 20 seconds */
async function answering(port: number, child: ChildProcess, said: () => string): Promise<void> {
  const end = Date.now() + 20_000;
  for (;;) {
    try {
      await fetch(`http://127.0.0.1:${port}/robots.txt`);
      return;
    } catch {
      if (child.exitCode !== null || Date.now() > end) throw new Error(`It does not answer: ${said()}`);
      await new Promise((again) => setTimeout(again, 50));
    }
  }
}

async function start(name: string, command: string, words: string[], port: number, env = process.env): Promise<Served> {
  const child = spawn(command, words, { stdio: ['ignore', 'pipe', 'pipe'], env });
  running.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said = (said + String(text)).slice(-4000)));
  await answering(port, child, () => said);
  return { name, port };
}

/** Our own server, with the form and a register of its own. */
export async function ourServer(): Promise<Served> {
  const port = await freePort();
  return start('ours', process.execPath, ['src/start.ts'], port, plainEnvironment({ PORT: String(port) }));
}

/** The built site, found below a sub-path as on a host that has other things too. */
function rootOf(base: string): string {
  const root = mkdtempSync(join(folder, 'root-'));
  symlinkSync(resolve('dist'), join(root, base.slice(1, -1)));
  return root;
}

const placeOf = async (service: Served, base: string): Promise<Place & { testPort: number }> => ({
  host: 'www.example.org',
  base,
  https: false,
  embedOrigins: ['*'],
  root: base === '/' ? resolve('dist') : rootOf(base),
  service: `127.0.0.1:${service.port}`,
  testPort: await freePort(),
});

/** nginx by the file of the project, within the least that nginx needs around it. */
export async function nginx(service: Served, base = '/'): Promise<Served> {
  const place = await placeOf(service, base);
  const file = join(folder, `nginx-${place.testPort}.conf`);
  // Debian's modules; and the files of the site may belong to whoever runs the tests.
  const modules = existsSync('/etc/nginx/modules-enabled') ? 'include /etc/nginx/modules-enabled/*.conf;' : '';
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((part) => `${part}_temp_path ${folder}/${part};`).join(' ');
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  writeFileSync(`${file}.site`, nginxFile(place));
  writeFileSync(
    file,
    `${user} ${modules}\ndaemon off; pid ${file}.pid; error_log stderr warn; events {}\nhttp { access_log off; ${temporary}\ninclude ${file}.site; }\n`,
  );
  return start('nginx', programOf('nginx')!, ['-e', 'stderr', '-c', file], place.testPort);
}

/** Caddy by the file of the project. */
export async function caddy(service: Served, base = '/'): Promise<Served> {
  const place = await placeOf(service, base);
  const file = join(folder, `Caddyfile-${place.testPort}`);
  writeFileSync(file, caddyFile(place));
  const env = { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  return start('caddy', programOf('caddy')!, ['run', '--config', file, '--adapter', 'caddyfile'], place.testPort, env);
}

/** Whether a file of the project is one that its program takes, TLS and all. @returns what the program says against it */
export function complaint(command: string, words: string[]): string {
  const { status, stdout, stderr } = spawnSync(programOf(command)!, words, { encoding: 'utf8' });
  return status === 0 ? '' : `${stdout}${stderr}`;
}
