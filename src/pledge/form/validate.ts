/** Whether a form says all that a signature needs. The rules of the design system: say what is wrong, keep what was typed. */
import { cleanLine, firstOf, hasLetterOrDigit, lengthOf } from './clean.ts';
import {
  fieldNames,
  mostCharacters,
  type Answers,
  type Choices,
  type FieldError,
  type FieldName,
  type Kind,
  type Problem,
} from './fields.ts';
import type { Submitted } from './body.ts';
import { isEmail } from './email.ts';
import { readWebsite } from './website.ts';

/** What to show again, tidied; for a choice that the form does not offer, nothing. */
export type Typed = ReadonlyMap<FieldName, readonly string[]>;
export type Validated =
  { answers: Answers; typed: Typed; errors: readonly FieldError[] } | { answers: undefined; typed: Typed; errors: readonly FieldError[] };

type OneLine = 'setting' | 'kind-other' | 'website' | 'name' | 'role' | 'email' | 'how';

/** Joiners belong in words; pasted into an address they only make it another one that looks the same. */
const tidied = (field: OneLine, text: string): string =>
  field === 'email' || field === 'website' ? cleanLine(text).replace(/[\u200c\u200d]/g, '') : cleanLine(text);

/** @param submitted as it was sent @param choices what the built form offers @returns the answers, or what to mend in the order of the form */
export function validate(submitted: Submitted, choices: Choices): Validated {
  const typed = new Map<FieldName, readonly string[]>();
  const wrong = new Map<FieldName, Problem>();
  const tell = (field: FieldName, problem: Problem) => void (wrong.has(field) || wrong.set(field, problem));
  const sent = (field: FieldName) => submitted.get(field) ?? [];
  for (const field of fieldNames) if (field !== 'value' && sent(field).length > 1) tell(field, 'said-twice');

  const line = (field: OneLine): string => {
    const text = tidied(field, sent(field)[0] ?? '');
    const most = mostCharacters[field]!;
    // Shown again a little longer than it may be, so that the person can shorten it.
    typed.set(field, [firstOf(text, most * 2)]);
    if (lengthOf(text) > most) tell(field, `${field}-too-long`);
    return text;
  };
  const name = (field: 'setting' | 'name' | 'role' | 'kind-other'): string => {
    const text = line(field);
    if (!hasLetterOrDigit(text)) tell(field, `${field}-missing`);
    return text;
  };
  const choice = (field: 'kind' | 'area', offered: readonly string[]): string => {
    const chosen = sent(field)[0] ?? '';
    if (!offered.includes(chosen)) {
      tell(field, `${field}-missing`);
      return '';
    }
    typed.set(field, [chosen]);
    return chosen;
  };
  const tick = (field: 'publish-how' | 'authority'): 'yes' | '' => {
    const ticked = sent(field)[0] === 'yes' ? 'yes' : '';
    if (ticked) typed.set(field, ['yes']);
    return ticked;
  };

  const setting = name('setting');
  const kind = choice('kind', choices.kinds) as Kind;
  // Words about another kind count only where "other" was chosen; they are shown again all the same.
  const other = kind === 'other' ? name('kind-other') : (keep('kind-other'), '');
  function keep(field: OneLine) {
    typed.set(field, [firstOf(tidied(field, sent(field)[0] ?? ''), mostCharacters[field]! * 2)]);
  }
  const area = choice('area', choices.areas);
  let website = line('website');
  if (website && !wrong.has('website')) {
    const read = readWebsite(website);
    if ('problem' in read) tell('website', read.problem);
    else if (lengthOf(read.website) > mostCharacters.website!) tell('website', 'website-too-long');
    else website = read.website;
  }
  const person = name('name');
  const role = name('role');
  const email = line('email');
  if (!email) tell('email', 'email-missing');
  else if (!isEmail(email)) tell('email', 'email-wrong');
  const value = [...new Set(sent('value'))];
  const offered = value.filter((one) => choices.values.includes(one));
  typed.set('value', offered);
  if (value.length === 0) tell('value', 'value-missing');
  else if (offered.length < value.length) tell('value', 'value-unknown');
  const how = line('how');
  const publishHow = tick('publish-how');
  const authority = tick('authority');
  if (!authority) tell('authority', 'authority-missing');

  const errors = fieldNames.flatMap((field) => (wrong.has(field) ? [{ field, problem: wrong.get(field)! }] : []));
  if (errors.length > 0 || !authority) return { answers: undefined, typed, errors };
  const answers: Answers = {
    setting,
    kind,
    'kind-other': other,
    area,
    website,
    name: person,
    role,
    email,
    // In the order of the form, so that the same choice is the same answer.
    value: choices.values.filter((one) => offered.includes(one)),
    how,
    'publish-how': publishHow,
    authority,
  };
  return { answers, typed, errors };
}
