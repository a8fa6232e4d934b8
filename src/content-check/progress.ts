/** Records of progress: nothing impossible, everything with a source, and the same figures in both readings. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sentencesOf } from '../easy-read/sentences.ts';
import { figuresOf } from '../progress/figures.ts';
import { readPartDate, surelyFrom } from '../progress/part-dates.ts';
import { newslettersFile } from '../progress/newsletters.schema.ts';
import { recordFaults } from '../progress/record-rules.ts';
import type { StrandRecord } from '../progress/record.schema.ts';
import { readToday } from '../settings.ts';
import { initialsOfWords } from './glossary.ts';
import { near, type Library } from './library.ts';
import { checkCitation, checkPicture } from './references.ts';
import { checkTexts, type TextAt } from './texts.ts';

export function checkProgress(library: Library): void {
  const { dir, plans, records, topics, report, lineOf } = library;
  const today = readToday();
  for (const [folder, plan] of plans) {
    const file = `${folder}/plan.yaml`;
    if (!topics.has(folder)) report(file, `has no topic.yaml beside it. Add one, or take the file away.`);
    if (!plan) continue;
    checkCitation(library, file, plan.source.source, ['source']);
    if (plan.ends && surelyFrom(plan.ends) < (readPartDate(plan.began)!.first ?? ''))
      report(file, `ends on "${plan.ends}", before it began on "${plan.began}". Mend one of the dates.`, lineOf(file, 'ends'));
    checkRecord(library, file, plan, plan.began, today);
  }
  for (const [folder, record] of records) {
    const file = `${folder}/record.yaml`;
    const plan = plans.get(dirname(folder));
    if (!topics.has(folder)) report(file, 'has no topic.yaml beside it. Add one, or take the file away.');
    if (!plans.has(dirname(folder)) && !existsSync(join(dir, dirname(folder), 'plan.yaml')))
      report(`${dirname(folder)}/plan.yaml`, `is missing, and ${file} needs it. Write one with "began" and "source".`);
    if (record && plan) checkRecord(library, file, record, plan.began, today);
  }
  for (const id of topics.keys())
    if (plans.has(dirname(id)) && !records.has(id))
      report(`${id}/record.yaml`, 'is missing. Every strand of a plan has a record: write one, if need be with "unknown" alone.');
  const counting = [...plans, ...records].flatMap(([folder, record]) =>
    (record?.measures ?? []).filter(({ from }) => from).map(() => folder),
  );
  if (counting.length > 1)
    report(
      `${counting[1]!}/record.yaml`,
      `has a measure "from: signed", and ${counting[0]!} has one too. The number of settings that signed stands in one place: take one out.`,
    );
  checkUpdates(library, today);
  checkNewsletters(library);
}

/** Every text of a record that both readings have, with the picture of the easy one. */
function* textsOf(record: StrandRecord) {
  for (const list of ['wrong', 'promised', 'done', 'next', 'milestones', 'measures', 'said'] as const)
    for (const [index, { words }] of record[list].entries()) yield { path: [list, index, 'words'], words };
  for (const [index, words] of record.unknown.entries()) yield { path: ['unknown', index], words };
  for (const [index, { caveat }] of record.measures.entries())
    if (caveat) yield { path: ['measures', index, 'caveat'], words: { ...caveat, picture: undefined } };
}

function* citationsOf(record: StrandRecord) {
  for (const list of ['wrong', 'promised', 'done', 'next', 'accountable', 'statuses', 'said'] as const)
    for (const [index, { source }] of record[list].entries()) yield { path: [list, index, 'source'], source };
  for (const [index, { steps }] of record.milestones.entries())
    for (const [at, { source }] of steps.entries()) yield { path: ['milestones', index, 'steps', at, 'source'], source };
  for (const [index, { values }] of record.measures.entries())
    for (const [at, { source }] of values.entries()) yield { path: ['measures', index, 'values', at, 'source'], source };
}

function checkRecord(library: Library, file: string, record: StrandRecord, began: string, today: string): void {
  const { report, lineOf, sourceDates } = library;
  for (const { path, problem } of recordFaults(record, { began, today, sourceDates })) report(file, problem, lineOf(file, ...path));
  for (const { path, source } of citationsOf(record)) checkCitation(library, file, source.source, path);
  const texts = [...textsOf(record)];
  for (const { path, words } of texts) {
    if (words.picture) checkPicture(library, file, words.picture, lineOf(file, ...path, 'picture'));
    if (sentencesOf(words.easyRead).length > 2)
      report(
        file,
        'has more than two sentences in "easyRead", which stand beside one picture. Make two entries of it, or shorten it.',
        lineOf(file, ...path, 'easyRead'),
      );
    const [standard, easyRead] = [figuresOf(words.standard), figuresOf(words.easyRead)];
    for (const figure of easyRead.filter((one) => !standard.includes(one)))
      report(
        file,
        `says ${figure} in "easyRead", and "standard" does not. Both readings tell the same figures.`,
        lineOf(file, ...path, 'easyRead'),
      );
    for (const figure of standard.filter((one) => !easyRead.includes(one)))
      report(
        file,
        `says ${figure} in "standard", and "easyRead" does not. Both readings tell the same figures.`,
        lineOf(file, ...path, 'easyRead'),
      );
  }
  const known = [...library.names, ...initialsOfWords(library)];
  const of = (reading: 'standard' | 'easyRead') => texts.map(({ path, words }): TextAt => [[...path, reading], words[reading]]);
  checkTexts(library, file, 'standard', of('standard'), known);
  const units = record.measures.map(({ unit }, index): TextAt => [['measures', index, 'unit'], unit]);
  checkTexts(library, file, 'easy-read', [...of('easyRead'), ...units], library.names);
}

/** Newsletters that an editor chose: each has a name of its own, and ends after it begins. */
function checkNewsletters({ newsletters, report, lineOf }: Library): void {
  for (const [index, { period, from, to }] of (newsletters ?? []).entries()) {
    if (to < from)
      report(
        newslettersFile,
        `has a newsletter that ends on "${to}", before it begins on "${from}". Mend one of the dates.`,
        lineOf(newslettersFile, index, 'to'),
      );
    if (/^\d{4}$/.test(period) || newsletters!.findIndex((other) => other.period === period) < index)
      report(
        newslettersFile,
        `has the name "${period}" twice, or that of a year, which has a newsletter by itself. Give it another name.`,
        lineOf(newslettersFile, index, 'period'),
      );
  }
}

/** Updates: their folder says their date, what they are about exists, and their events are in order. */
function checkUpdates(library: Library, today: string): void {
  const { topics, plans, records, report, lineOf } = library;
  const strands = [...plans.keys(), ...records.keys()].map((folder) => folder.replace(/^progress\//, ''));
  for (const [id, topic] of topics) {
    if (!/^progress\/updates\/[^/]+$/.test(id) || !topic?.on) continue;
    const file = `${id}/topic.yaml`;
    const name = id.slice('progress/updates/'.length);
    if (!name.startsWith(`${topic.on}-`) || name.length <= topic.on.length + 1)
      report(
        file,
        `is dated "${topic.on}", and its folder is "${name}". Name the folder by the date and a few words: ${topic.on}-a-few-words.`,
        lineOf(file, 'on'),
      );
    if ((readPartDate(topic.on)?.first ?? '') > today)
      report(file, `is dated "${topic.on}", which is still to come. An update tells what has happened: mend the date.`, lineOf(file, 'on'));
    (topic.strands ?? []).forEach((strand, index) => {
      if (!strands.includes(strand))
        report(
          file,
          `is about "${strand}", and there is no content/progress/${strand}/ with a record. ${near(strand, strands)}`,
          lineOf(file, 'strands', index),
        );
    });
    (topic.events ?? []).forEach((event, index) => {
      checkCitation(library, file, event.source.source, ['events', index, 'source']);
      if (event.until && (event.on.length < 10 || event.until <= event.on))
        report(
          file,
          `has an event that ends on "${event.until}" and begins on "${event.on}". "until" is a later day than "on", which is a full day too.`,
          lineOf(file, 'events', index, 'until'),
        );
      checkTexts(
        library,
        file,
        'standard',
        [[['events', index, 'name', 'standard'], event.name.standard]],
        [...library.names, ...initialsOfWords(library)],
      );
      checkTexts(library, file, 'easy-read', [[['events', index, 'name', 'easyRead'], event.name.easyRead]], library.names);
    });
  }
}
