/**
 * Who is signed in. Kept in this process alone: signing out ends it for good, whatever copy of the cookie is left somewhere, and
 * a restart signs everybody out. With several instances the staff pages belong on one of them.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const minute = 60_000;
/** A tab that was left open at the end of the day shows nothing to who comes next. */
export const idleMinutes = 60;
/** A day's work. */
export const mostHours = 8;

export interface Session {
  /** Name and address, as they are kept with each decision. */
  who: string;
  /** Must come with each form: another site cannot know it. */
  token: string;
  began: number;
  seen: number;
}

export interface Sessions {
  /** @returns the new id, which only the cookie knows */
  begin(who: string): string;
  /** @returns undefined when it never was, or has ended */
  find(id: string): Session | undefined;
  end(id: string): void;
}

/** @param now milliseconds @param most how many are kept; the one that was longest unused goes first */
export function sessionsOf(now: () => number, most = 500): Sessions {
  const kept = new Map<string, Session>();
  const keyOf = (id: string) => createHash('sha256').update(id).digest('base64');
  return {
    begin(who) {
      const id = randomBytes(32).toString('base64url');
      if (kept.size >= most) kept.delete(kept.keys().next().value!);
      kept.set(keyOf(id), { who, token: randomBytes(32).toString('base64url'), began: now(), seen: now() });
      return id;
    },
    find(id) {
      const key = keyOf(id);
      const session = kept.get(key);
      if (!session) return undefined;
      kept.delete(key);
      if (now() - session.seen > idleMinutes * minute || now() - session.began > mostHours * 60 * minute) return undefined;
      session.seen = now();
      // Behind all others: the first in the map is the one that was longest unused.
      kept.set(key, session);
      return session;
    },
    end: (id) => void kept.delete(keyOf(id)),
  };
}

/** Compares in the same time however much of it is right. */
export function sameToken(sent: string, own: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(sent), digest(own));
}
