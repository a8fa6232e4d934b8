/** Reads a form of the staff pages: small, and of the one type that these pages send. */
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';

/** Every field that a form of these pages has. */
const known = new Set(['token', 'seen', 'name', 'sentence', 'website', 'checked', 'reject-reason', 'withdraw-reason']);

/** @param tooLarge the page that says so */
export const smallBody = (tooLarge: (context: Context) => Response | Promise<Response>) =>
  bodyLimit({ maxSize: 64 * 1024, onError: tooLarge });

/** Fields by name, only known ones, the last where a name is said twice. */
export type StaffForm = ReadonlyMap<string, string>;

/** @returns undefined when it is not a form as browsers send it */
export async function readStaffForm(request: Request): Promise<StaffForm | undefined> {
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(request.headers.get('Content-Type') ?? '')) return undefined;
  const fields = new URLSearchParams(await request.text());
  return new Map([...fields].filter(([name]) => known.has(name)));
}
