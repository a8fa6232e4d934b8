/** What fills the page of one signature: what was typed, what is alike, what was decided, and the forms. Over 150 lines: one list of gaps. */
import { fieldNames, type FieldName } from '../form/fields.ts';
import type { Fills, PageFills } from '../filled-page.ts';
import type { Entry } from '../register/register.ts';
import { decisionProblems, type DecisionProblem } from './decision-problems.ts';
import { possible, websiteOf, type Action, type Typed } from './decision.ts';
import { areaOf, dayOf, kindOf, timeInWords, valuesOf } from './entry-facts.ts';
import { lastOf, statusWhen, type Shown } from './list-fills.ts';
import { hasSameName, markFills, nameOf } from './marks.ts';
import { signaturePath } from './own-path.ts';

/** A form that was sent and could not be taken. */
export interface Wrong {
  typed: Typed;
  problems: readonly DecisionProblem[];
}

/** What was answered, in words; undefined when it was erased or never asked. */
function answersOf(entry: Entry, { words }: Shown): Record<FieldName, string | undefined> {
  const { answers } = entry;
  const typed = Object.fromEntries(fieldNames.map((name) => [name, answers[name]])) as Record<FieldName, string | undefined>;
  return {
    ...typed,
    kind: answers.kind && kindOf({ ...entry, answers: { ...answers, 'kind-other': '' } }, words),
    area: answers.area && areaOf(entry, words),
    value: answers.value && valuesOf(entry, words),
    'publish-how': answers['publish-how'] === undefined ? undefined : answers['publish-how'] === 'yes' ? 'Yes' : 'No',
    authority: answers.authority === 'yes' ? 'Yes' : answers.authority,
  };
}

/** Only an address that begins with https:// becomes a link; whatever else was typed is only shown. */
const safeLink = (website: string) => (URL.canParse(website) && new URL(website).protocol === 'https:' ? website : undefined);

function sideFills(entry: Entry, { words }: Shown): Fills {
  const { answers } = entry;
  return {
    text: {
      name: nameOf(entry),
      reference: entry.reference,
      kind: kindOf(entry, words),
      area: areaOf(entry, words),
      website: websiteOf(entry),
      person: [answers.name, answers.role].filter(Boolean).join(', '),
      day: dayOf(entry),
    },
    set: { link: { href: signaturePath(entry.reference) } },
    when: { ...statusWhen(entry.status), website: websiteOf(entry) !== '', person: Boolean(answers.name ?? answers.role) },
  };
}

/** What stands in the fields before anybody has typed: what is published now, or else what was signed. */
function startOf(entry: Entry): Typed {
  const { answers, published } = entry;
  const consent = answers['publish-how'] === 'yes';
  return {
    name: published?.name ?? answers.setting ?? '',
    sentence: consent ? (published ? (published.sentence ?? '') : (answers.how ?? '')) : '',
    website: published?.website ? 'looked' : '',
  };
}

/**
 * @param entry the signature @param others all entries, for what is alike
 * @param token of the session @param wrong what was sent before, when something was wrong with it
 */
export function signatureFills(
  entry: Entry,
  others: ReadonlyMap<string, Entry>,
  shown: Shown,
  wrong: Wrong = { typed: {}, problems: [] },
): PageFills {
  const answers = answersOf(entry, shown);
  const can = possible(entry);
  const website = websiteOf(entry);
  const alike = entry.alike.flatMap((reference) => others.get(reference) ?? []);
  const has = (problem: DecisionProblem) => wrong.problems.includes(problem);
  const controls = [...new Set(decisionProblems.map(({ field }) => field))];
  const last = lastOf(entry);
  const marks = markFills(entry, others);
  const path = signaturePath(entry.reference);
  const link = safeLink(entry.answers.website ?? '');
  return {
    ...(wrong.problems.length > 0 && { titleStart: 'Error: ' }),
    title: { name: nameOf(entry) },
    text: {
      'entry-name': nameOf(entry),
      'entry-reference': entry.reference,
      'entry-day': dayOf(entry),
      'entry-who': last?.who ?? '',
      'entry-at': last ? timeInWords(last.at) : '',
      website,
      ...Object.fromEntries(fieldNames.map((name) => [`answer-${name}`, answers[name] ?? ''])),
      'now-name': entry.published?.name ?? '',
      'now-sentence': entry.published?.sentence ?? '',
      'now-website': entry.published?.website ?? '',
    },
    when: {
      ...marks.when,
      ...statusWhen(entry.status),
      ...Object.fromEntries(
        fieldNames.flatMap((name) => [
          [`has-${name}`, Boolean(answers[name])],
          [`blank-${name}`, answers[name] === ''],
          [`gone-${name}`, answers[name] === undefined],
        ]),
      ),
      imported: entry.form === 'import',
      decided: last !== undefined,
      alike: alike.length > 0,
      published: entry.published !== undefined,
      'now-sentence': entry.published?.sentence !== undefined,
      'now-website': entry.published?.website !== undefined,
      'may-publish-how': entry.answers['publish-how'] === 'yes',
      website: website !== '',
      'website-link': link !== undefined,
      'can-approve': can.approve,
      'can-reject': can.reject,
      'can-withdraw': can.withdraw,
      'can-decide': can.approve || can.reject || can.withdraw,
      errors: wrong.problems.length > 0,
      ...Object.fromEntries(decisionProblems.map(({ problem }) => [`problem-${problem}`, has(problem)])),
      ...Object.fromEntries(
        controls.map((field) => [`wrong-${field}`, decisionProblems.some((each) => each.field === field && has(each.problem))]),
      ),
    },
    each: {
      ...marks.each,
      alike: alike.map((other) => {
        const side = sideFills(other, shown);
        return { ...side, when: { ...side.when, 'same-name': hasSameName(entry, other) } };
      }),
      own: [sideFills(entry, shown)],
      decisions: [...entry.decisions].reverse().map(({ at, who, from, to, note }) => ({
        text: { at: timeInWords(at), who, note },
        set: { at: { datetime: at } },
        when: { ...statusWhen(to), again: from === to },
      })),
    },
    set: {
      'website-link': { href: link ?? null },
      ...Object.fromEntries(
        (['approve', 'reject', 'withdraw'] satisfies Action[]).map((action) => [action, { action: `${path}${action}/` }]),
      ),
      ...Object.fromEntries(
        controls.map((field) => [
          `control-${field}`,
          decisionProblems.some((each) => each.field === field && has(each.problem))
            ? { 'aria-invalid': 'true', 'aria-describedby': `${field}-hint ${field}-error` }
            : {},
        ]),
      ),
    },
    fields: {
      ...Object.fromEntries(Object.entries({ ...startOf(entry), ...wrong.typed }).map(([name, value]) => [name, [value]])),
      seen: [String(entry.decisions.length)],
    },
  };
}
