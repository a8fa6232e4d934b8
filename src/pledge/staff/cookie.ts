/** The one cookie of the project. Only members of staff ever get it, on the host of the staff pages, when they begin to sign in. */
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { mostHours } from './sessions.ts';

export const signInMinutes = 10;

export interface StaffCookie {
  /** @returns the id of a session, or what was sealed when signing in began */
  read(context: Context): { session?: string; started?: string };
  writeSession(context: Context, id: string): void;
  writeStarted(context: Context, sealed: string): void;
  clear(context: Context): void;
}

/**
 * @param origin where the staff pages are. Over plain HTTP (this machine alone) the name has no `__Host-`, which asks for Secure.
 * SameSite is Lax, not Strict: the way back from the provider comes from another site and must bring the cookie along.
 */
export function staffCookie(origin: URL): StaffCookie {
  const secure = origin.protocol === 'https:';
  const name = secure ? '__Host-staff' : 'staff';
  const flags = { path: '/', httpOnly: true, secure, sameSite: 'Lax' } as const;
  return {
    read(context) {
      const value = getCookie(context, name) ?? '';
      if (value.startsWith('s.')) return { session: value.slice(2) };
      return value.startsWith('p.') ? { started: value.slice(2) } : {};
    },
    writeSession: (context, id) => setCookie(context, name, `s.${id}`, { ...flags, maxAge: mostHours * 3600 }),
    writeStarted: (context, sealed) => setCookie(context, name, `p.${sealed}`, { ...flags, maxAge: signInMinutes * 60 }),
    clear: (context) => void deleteCookie(context, name, flags),
  };
}
