/** Reads what a form sends: forms only, small, known names only. Bad input is told by name; nothing here throws. */
import { fieldNames } from './fields.ts';

/** A field that people do not see. What stands in it was written by a machine, or by a password manager: it is looked at, not refused. */
export const decoyName = 'contact-phone';

const known = new Set<string>([...fieldNames, 'token', 'change', decoyName]);
const limits = { bytes: 64 * 1024, parts: 60 };

/** Values by the name of their field; only names that the form has. */
export type Submitted = ReadonlyMap<string, readonly string[]>;
export type BodyProblem = 'wrong-type' | 'too-large' | 'broken';
export type Body = { form: Submitted; problem?: undefined } | { problem: BodyProblem };

/** @param request a POST @returns the fields, or why they could not be read: answered with 415, 413 or 400 */
export async function readBody(request: Request): Promise<Body> {
  const type = request.headers.get('Content-Type') ?? '';
  const kind = /^\s*(application\/x-www-form-urlencoded|multipart\/form-data)\s*(?:;|$)/i.exec(type)?.[1]?.toLowerCase();
  const charset = /;\s*charset\s*=\s*"?([\w-]+)/i.exec(type)?.[1]?.toLowerCase();
  if (!kind || (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8')) return { problem: 'wrong-type' };
  if (Number(request.headers.get('Content-Length') ?? 0) > limits.bytes) return { problem: 'too-large' };
  try {
    const bytes = await atMost(request.body, limits.bytes);
    if (!bytes) return { problem: 'too-large' };
    return kind === 'multipart/form-data' ? await multipart(bytes, type) : urlEncoded(bytes);
  } catch {
    return { problem: 'broken' };
  }
}

/** @returns the bytes of a stream; undefined as soon as there are more than may be */
async function atMost(stream: ReadableStream<Uint8Array> | null, most: number): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  if (!stream) return new Uint8Array();
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(pieces);
    length += value.length;
    if (length > most) {
      await reader.cancel().catch(() => undefined);
      return undefined;
    }
    pieces.push(value);
  }
}

/** Only known names are kept, in a Map, so a field called __proto__ is nothing. */
function gathered(entries: Iterable<[string, string | File]>): Body {
  const form = new Map<string, string[]>();
  let parts = 0;
  for (const [name, value] of entries) {
    parts += 1;
    if (parts > limits.parts || typeof value !== 'string') return { problem: 'broken' };
    if (known.has(name)) form.set(name, [...(form.get(name) ?? []), value]);
  }
  return { form };
}

function urlEncoded(bytes: Uint8Array): Body {
  const text = new TextDecoder('utf-8', { fatal: false }).decode(bytes);
  // Counted before it is read: 64 KiB of "&" would be many empty parts.
  if (text.split('&', limits.parts + 1).length > limits.parts) return { problem: 'broken' };
  return gathered(new URLSearchParams(text));
}

async function multipart(bytes: Uint8Array, type: string): Promise<Body> {
  const form = await new Response(bytes as BodyInit, { headers: { 'Content-Type': type } }).formData();
  return gathered(form as unknown as Iterable<[string, string | File]>);
}
