/**
 * The signed tokens that carry a form from one page to the next without a session. The first says when the form was opened; the
 * second binds the answers that were shown, so that pressing the button sends those answers once, however often it is pressed.
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { flags as knownFlags, type Answers, type Flag } from './fields.ts';

/** Raised when the questions change their meaning. */
export const formVersion = 1;

const hours24 = 24 * 3600;
/** How far the clock of another machine may be ahead. */
const ahead = 300;
const nonceBytes = 16;

type Purpose = 'form' | 'confirm';
type State = 'good' | 'old' | 'wrong';
interface Payload {
  v: number;
  n: string;
  t: number;
  f?: string[];
}

const mac = (secret: string, purpose: Purpose, payload: string, bound: string) =>
  createHmac('sha256', secret).update(`${purpose}\n${payload}\n${bound}`).digest();

function signed(secrets: readonly string[], purpose: Purpose, payload: Payload, bound = ''): string {
  const text = Buffer.from(JSON.stringify(payload)).toString('base64url');
  return `${text}.${mac(secrets[0]!, purpose, text, bound).toString('base64url')}`;
}

/** @returns what a token says; undefined when no key of ours signed it, for this purpose and these answers */
function opened(secrets: readonly string[], purpose: Purpose, token: string, bound = ''): Payload | undefined {
  if (token.length > 1000) return undefined;
  const [text = '', given = '', ...rest] = token.split('.');
  const found = Buffer.from(given, 'base64url');
  if (rest.length > 0 || found.length !== 32 || found.toString('base64url') !== given) return undefined;
  if (!secrets.some((secret) => timingSafeEqual(mac(secret, purpose, text, bound), found))) return undefined;
  const payload = JSON.parse(Buffer.from(text, 'base64url').toString()) as Payload;
  return payload.v === formVersion ? payload : undefined;
}

const seconds = (now: Date) => Math.floor(now.getTime() / 1000);
const stateAt = (payload: Payload, now: Date): State => {
  const age = seconds(now) - payload.t;
  return age < -ahead ? 'wrong' : age > hours24 ? 'old' : 'good';
};
const newNonce = () => randomBytes(nonceBytes).toString('base64url');

/** @returns the hash of answers in one fixed order of names, so that the same answers have the same hash */
export const answersHash = (answers: Answers): string => {
  const sorted = Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex');
};

/** What is the same for the same form with the same answers: hex. */
const idemOf = (nonce: string, hash: string) => createHash('sha256').update(`${nonce} ${hash}`).digest('hex');

/** The token of the form. @param nonce of the form that it goes on from */
export const formToken = (secrets: readonly string[], now: Date, nonce: string = newNonce()): string =>
  signed(secrets, 'form', { v: formVersion, n: nonce, t: seconds(now) });

export interface FormTokenRead {
  state: State;
  /** A new one when the token is wrong. */
  nonce: string;
  ageSeconds: number;
}

export function readFormToken(secrets: readonly string[], token: string, now: Date): FormTokenRead {
  const payload = opened(secrets, 'form', token);
  const state = payload ? stateAt(payload, now) : 'wrong';
  if (!payload || state === 'wrong') return { state: 'wrong', nonce: newNonce(), ageSeconds: 0 };
  return { state, nonce: payload.n, ageSeconds: Math.max(0, seconds(now) - payload.t) };
}

export interface Confirmation {
  nonce: string;
  answers: Answers;
  flags: readonly Flag[];
  now: Date;
}

/** The token of the page where answers are checked: it holds for these answers alone, and carries the flags so that they are not shed. */
export const confirmToken = (secrets: readonly string[], { nonce, answers, flags, now }: Confirmation): string =>
  signed(secrets, 'confirm', { v: formVersion, n: nonce, t: seconds(now), f: [...flags] }, answersHash(answers));

export interface ConfirmTokenRead {
  state: State;
  /** A new one when the token is wrong. */
  nonce: string;
  /** undefined when the token is wrong: nobody knows what the first step saw. */
  flags: Flag[] | undefined;
  idem: string;
}

/** @param answers those that were sent with the token */
export function readConfirmToken(secrets: readonly string[], token: string, answers: Answers, now: Date): ConfirmTokenRead {
  const hash = answersHash(answers);
  const payload = opened(secrets, 'confirm', token, hash);
  const state = payload ? stateAt(payload, now) : 'wrong';
  const nonce = payload && state !== 'wrong' ? payload.n : newNonce();
  const flags = payload && state !== 'wrong' ? knownFlags.filter((flag) => payload.f?.includes(flag)) : undefined;
  return { state, nonce, flags, idem: idemOf(nonce, hash) };
}
