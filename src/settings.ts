/** The settings that come from the environment, read in one place. A bad one stops the start with a sentence. */

/** A setting that cannot be used; its message says which and what to write. */
export class SettingError extends Error {}

export interface Settings {
  /** Where the server listens. */
  host: string;
  port: number;
  /** The public address of the site without a slash at its end; may hold a sub-path. */
  siteUrl: URL;
  /** The sub-path, `/` or `/local-offer/`: begins and ends with a slash. */
  base: string;
}

/**
 * @param env where the settings are read from
 * @throws SettingError with a sentence for the person who set it
 */
export function readSettings(env: Record<string, string | undefined> = process.env): Settings {
  const host = env.HOST || '127.0.0.1';
  const port = /^\d{1,5}$/.test(env.PORT || '4321') ? Number(env.PORT || '4321') : Number.NaN;
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new SettingError(`PORT is "${env.PORT}". Set it to a whole number from 1 to 65535.`);
  const address = env.SITE_URL || `http://127.0.0.1:${port || 4321}`;
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    throw new SettingError(
      `SITE_URL is "${address}". Set it to the site's public address, as https://www.example.org or https://www.example.org/local-offer.`,
    );
  const siteUrl = new URL(address);
  const path = siteUrl.pathname.replace(/\/+$/, '');
  if (!/^(\/[A-Za-z0-9._~-]+)*$/.test(path))
    throw new SettingError(
      `SITE_URL is "${address}". Its path may hold letters, figures, hyphens and dots, as in https://www.example.org/local-offer.`,
    );
  return { host, port, siteUrl, base: `${path}/` };
}

/**
 * The day that pages reckon from; `TODAY` sets another one for tests.
 * @returns as 2026-11-23
 * @throws SettingError with a sentence for the person who set it
 */
export function readToday(env: Record<string, string | undefined> = process.env): string {
  const today = env.TODAY || new Date().toISOString().slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(today) || Number.isNaN(Date.parse(today)) || !new Date(today).toISOString().startsWith(today))
    throw new SettingError(`TODAY is "${today}". Set it to a day that the calendar has, as 2026-11-23, or leave it out.`);
  return today;
}
