/** What the service puts into the pages of the form that Astro built: SignForm, CheckAnswers, ThankYou and the pages of problems. */
import * as cheerio from 'cheerio';
import type { Reading } from '../../readings/reading.ts';
import { wordsFor } from '../../readings/interface-words.ts';
import type { PageFills } from '../filled-page.ts';
import { fieldNames, type Answers, type Choices, type FieldError, type FieldName } from './fields.ts';
import { notices, problemPages, type Notice, type ProblemPage } from './form-words.schema.ts';
import { errorWords, inWords, type FormWords } from './form-words.ts';
import { hintOf } from './hint-of.ts';
import type { Typed } from './validate.ts';

interface Shared {
  words: FormWords;
  reading: Reading;
  keep: { rejectedDays: number; contactMonths: number };
}

const numbers = ({ keep }: Shared) => ({ rejectedDays: String(keep.rejectedDays), contactMonths: String(keep.contactMonths) });

let known: { page: string; choices: Choices } | undefined;

/** @param page the built form @returns what it offers, so that the service takes just what people could choose */
export function choicesOf(page: string): Choices {
  if (known?.page === page) return known.choices;
  const $ = cheerio.load(page);
  const values = (name: string) =>
    $(`input[name="${name}"]`)
      .toArray()
      .map((input) => $(input).attr('value') ?? '');
  const choices = { kinds: values('kind'), areas: values('area'), values: values('value') };
  known = { page, choices };
  return choices;
}

/** The form, empty or with what was typed and what to mend. */
export function formFills(
  form: Shared & { token: string; typed?: Typed | undefined; errors?: readonly FieldError[] | undefined; message?: string | undefined },
): PageFills {
  const { words, reading, token, typed, errors = [], message } = form;
  const wrong = new Map(errors.map((error) => [error.field, errorWords(words, error, reading)]));
  const described = (field: FieldName) => [hintOf(words, field), wrong.has(field) && `${field}-error`].filter(Boolean).join(' ') || null;
  const perField = <T>(start: string, of: (field: FieldName) => T) =>
    Object.fromEntries(fieldNames.map((field) => [`${start}-${field}`, of(field)]));
  return {
    titleStart: errors.length > 0 || message ? `${wordsFor(reading)('errorStart')} ` : '',
    when: { errors: errors.length > 0, message: message !== undefined, ...perField('error', (field) => wrong.has(field)) },
    each: { error: [...wrong].map(([field, text]) => ({ set: { link: { href: `#${field}` } }, text: { words: text } })) },
    set: perField('control', (field) => ({ 'aria-describedby': described(field), 'aria-invalid': wrong.has(field) ? 'true' : null })),
    text: { message: message ?? '', ...numbers(form), ...perField('error', (field) => wrong.get(field) ?? '') },
    fields: { ...Object.fromEntries(fieldNames.map((field) => [field, typed?.get(field) ?? []])), token: [token] },
  };
}

/** The answers once more. @param form.template the built form, whose labels name what was chosen */
export function checkFills(form: Shared & { template: string; answers: Answers; token: string; notice?: Notice | undefined }): PageFills {
  const { reading, template, answers, token, notice } = form;
  const say = wordsFor(reading);
  const kept = fieldNames.flatMap((name) =>
    [answers[name]]
      .flat()
      .filter(Boolean)
      .map((value) => ({ set: { kept: { name, value } } })),
  );
  const told = (field: FieldName): string => {
    if (field === 'kind' || field === 'area' || field === 'value') return labelsOf(template, field, [answers[field]].flat()).join(', ');
    if (field === 'publish-how' || field === 'authority') return say(answers[field] ? 'yes' : 'no');
    return answers[field] || say('notGiven');
  };
  return {
    titleStart: notice ? `${say('errorStart')} ` : '',
    when: { other: answers.kind === 'other', ...Object.fromEntries(notices.map((name) => [name, name === notice])) },
    each: { kept },
    text: { ...numbers(form), ...Object.fromEntries(fieldNames.map((field) => [`answer-${field}`, told(field)])) },
    fields: { token: [token] },
  };
}

/** What the form calls the values of a field. */
function labelsOf(page: string, field: FieldName, values: readonly string[]): string[] {
  const $ = cheerio.load(page);
  return values.map((value) => {
    const id = $(`input[name="${field}"]`)
      .filter((_, input) => $(input).attr('value') === value)
      .attr('id');
    return (
      $('label')
        .filter((_, label) => $(label).attr('for') === id)
        .text()
        .trim() || value
    );
  });
}

export const doneFills = (form: Shared & { reference: string }): PageFills => ({
  text: { ...numbers(form), reference: form.reference },
  title: { reference: form.reference },
});

/** A page that says why something was not taken. */
export function problemFills(form: Shared & { problem: ProblemPage }): PageFills {
  const title = inWords(form.words.problemPages[form.problem].title, form.reading);
  return {
    text: { ...numbers(form), title },
    title: { title },
    when: Object.fromEntries(problemPages.map((name) => [name, name === form.problem])),
  };
}
