/** Signs the pledge as a browser without script does: opens the form, sends it, checks the answers, sends those. */
import * as cheerio from 'cheerio';

/** A whole form; every name and address in it is made up. */
export const rightAnswers: Readonly<Record<string, string | readonly string[]>> = {
  setting: 'Made-up Oak School',
  kind: 'primary',
  area: 'both',
  website: 'https://oak.example.org',
  name: 'Testa Person',
  role: 'SENCO',
  email: 'testa.person@example.org',
  how: 'We ask before we help.',
  authority: 'yes',
};

export interface Sent {
  [name: string]: string | readonly string[];
}

/** @returns a form's body */
export function bodyOf(fields: Sent): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
  return body;
}

/** What a page holds that a person can send again: every control with its value, as a browser would. */
export function formOf(html: string, form = 'main form'): { action: string; fields: Record<string, string[]> } {
  const $ = cheerio.load(html);
  const fields: Record<string, string[]> = {};
  $(`${form} [name]`).each((_, element) => {
    const control = $(element);
    const [name, type] = [control.attr('name')!, control.attr('type')];
    if (control.is('button')) return;
    if ((type === 'radio' || type === 'checkbox') && control.attr('checked') === undefined) return;
    const value = control.is('textarea') ? control.text() : (control.attr('value') ?? '');
    fields[name] = [...(fields[name] ?? []), value];
  });
  return { action: $(form).attr('action') ?? '', fields };
}

export interface Signer {
  /** GET. */
  open(path: string, headers?: Record<string, string>): Promise<Response>;
  /** POST of a form, from the site's own page unless the headers say otherwise. */
  send(path: string, fields: Sent, headers?: Record<string, string>): Promise<Response>;
  /** The first value of the pledge that the form offers. */
  value(): Promise<string>;
  /** The page where the answers of a new form are checked. */
  toCheck(changes?: Sent, start?: string): Promise<{ fields: Record<string, string[]>; html: string }>;
  /** Sends the checked answers. */
  confirm(fields: Sent, start?: string, headers?: Record<string, string>): Promise<Response>;
  /** All of it. @returns the reference */
  sign(changes?: Sent, start?: string): Promise<string>;
}

export const referenceIn = (response: Response) => /SP-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(response.headers.get('Location') ?? '')?.[0];

/** @param site the address of a served site, without a slash at its end */
export function signerAt(site: string): Signer {
  const base = new URL(site).pathname.replace(/\/$/, '');
  const origin = new URL(site).origin;
  const at = (path: string) => `${origin}${base}${path}`;
  let known: string | undefined;
  const signer: Signer = {
    open: (path, headers = {}) => fetch(at(path), { redirect: 'manual', headers }),
    send: (path, fields, headers = {}) =>
      fetch(at(path), {
        method: 'POST',
        redirect: 'manual',
        body: bodyOf(fields),
        headers: { Origin: origin, 'Sec-Fetch-Site': 'same-origin', ...headers },
      }),
    value: async () => {
      known ??= cheerio
        .load(await (await signer.open('/pledge/sign/')).text())('input[name="value"]')
        .first()
        .attr('value')!;
      return known;
    },
    toCheck: async (changes = {}, start = '') => {
      const { fields } = formOf(await (await signer.open(`${start}/pledge/sign/`)).text());
      const value = await signer.value();
      const response = await signer.send(`${start}/pledge/sign/`, { ...fields, value: [value], ...rightAnswers, ...changes });
      const html = await response.text();
      if (response.status !== 200)
        throw new Error(`The form was answered with ${response.status}: ${cheerio.load(html)('main').text().slice(0, 500)}`);
      return { fields: formOf(html).fields, html };
    },
    confirm: (fields, start = '', headers = {}) => signer.send(`${start}/pledge/sign/confirm/`, fields, headers),
    sign: async (changes = {}, start = '') => {
      const { fields } = await signer.toCheck(changes, start);
      const response = await signer.confirm(fields, start);
      const reference = referenceIn(response);
      if (response.status !== 303 || !reference) throw new Error(`Signing was answered with ${response.status}.`);
      return reference;
    },
  };
  return signer;
}
