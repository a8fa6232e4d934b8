/** How often one address may store something. No address is kept: only a keyed hash, in memory, forgotten at the next start. */
import { createHmac } from 'node:crypto';
import { isIP } from 'node:net';

const mostAddresses = 10_000;

export interface RateLimiter {
  /** @returns whether there is room for one more; else in how many seconds there is */
  take(address: string, now: Date): { ok: true } | { ok: false; retryAfter: number };
}

/** @param group of IPv6, as c000 @returns as 192.0 */
const twoBytes = (group: string): string => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255].join('.');

/** A household or a school has a whole /64 of IPv6, so that is one sender; IPv4 written as IPv6 is IPv4. */
export function senderOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const groups = new URL(`http://[${address.replace(/%.*$/, '')}]/`).hostname.slice(1, -1).split('::');
  const [start = [], end = []] = groups.map((part) => (part ? part.split(':') : []));
  const zeros = groups.length > 1 ? Array.from({ length: Math.max(0, 8 - start.length - end.length) }, () => '0') : [];
  const all = [...start, ...zeros, ...end];
  // IPv4 within IPv6 is given back in hexadecimal: without this, everybody who comes so would be one sender.
  if (/^(?:0:){5}ffff:/.test(all.join(':'))) return all.slice(6).map(twoBytes).join('.');
  return all.slice(0, 4).join(':');
}

/** A token bucket for each sender. @param most how many at once, refilled evenly over `inSeconds` @param secret the key of the hash */
export function rateLimiter({ most, inSeconds, secret }: { most: number; inSeconds: number; secret: string }): RateLimiter {
  const buckets = new Map<string, { left: number; at: number }>();
  const perSecond = most / inSeconds;
  return {
    take(address, now) {
      const key = createHmac('sha256', secret)
        .update(`sender ${senderOf(address)}`)
        .digest('base64url')
        .slice(0, 22);
      const at = now.getTime() / 1000;
      const known = buckets.get(key);
      const left = known ? Math.min(most, known.left + Math.max(0, at - known.at) * perSecond) : most;
      // Put last again: the first of the map is then whoever has been quiet longest.
      buckets.delete(key);
      if (buckets.size >= mostAddresses) buckets.delete(buckets.keys().next().value!);
      const ok = left >= 1;
      buckets.set(key, { left: ok ? left - 1 : left, at });
      return ok ? { ok } : { ok, retryAfter: Math.max(1, Math.ceil((1 - left) / perSecond)) };
    },
  };
}

/** Says, at most once an hour, that more was stored in an hour than a form like this sees. @param most in an hour */
export function hourlyAlarm(most = 200): { most: number; count(now: Date): boolean } {
  let times: number[] = [];
  let said = Number.NEGATIVE_INFINITY;
  return {
    most,
    count(now) {
      const at = now.getTime();
      times = [...times.filter((time) => time > at - 3_600_000), at].slice(-(most + 1));
      if (times.length <= most || said > at - 3_600_000) return false;
      said = at;
      return true;
    },
  };
}
