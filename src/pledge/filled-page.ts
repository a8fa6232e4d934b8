/**
 * A page that Astro built, filled in for one answer. The markup stands once, in Astro; the service only fills gaps that the
 * markup names, through a real HTML parser, so whatever was typed stays text.
 *
 * | in the page | with | becomes |
 * | --- | --- | --- |
 * | `data-fill="x"` | `text: { x: 'words' }` | its text is "words" |
 * | `data-when="x"`, `data-when="!x"` | `when: { x: true }` | kept, or taken out |
 * | `data-each="x"` | `each: { x: [fills, …] }` | repeated, each filled by its own |
 * | `data-set="x"` | `set: { x: { href: '/', hidden: null } }` | attributes set, or taken off with null |
 * | `<input name="n">`, `textarea`, `select` | `fields: { n: ['typed'] }` | filled, ticked, chosen |
 */
import * as cheerio from 'cheerio';

/** The whole page, or one part of it. */
type Parents = cheerio.Cheerio<never>;

export interface Fills {
  text?: Record<string, string>;
  when?: Record<string, boolean>;
  each?: Record<string, Fills[]>;
  set?: Record<string, Record<string, string | null>>;
}

export interface PageFills extends Fills {
  /** Values by the name of their control. */
  fields?: Record<string, readonly string[]>;
  /** Put before the title of the document, as "Error: ". */
  titleStart?: string;
  /** What stands in the title of the document in place of a name between curly brackets, as {setting}. */
  title?: Record<string, string>;
}

const known = <T>(values: Record<string, T> | undefined, name: string, mark: string): T => {
  if (!values || !Object.hasOwn(values, name)) throw new Error(`A page asks for ${mark}="${name}", which was not given.`);
  return values[name]!;
};

/** @param page as Astro built it @returns the page with all its gaps filled @throws Error when a gap was not given: a fault of the program */
export function filledPage(page: string, fills: PageFills): string {
  const $ = cheerio.load(page);
  fillIn($, $.root() as unknown as Parents, fills);
  for (const [name, typed] of Object.entries(fills.fields ?? {})) fillField($, name, typed);
  const title = $('head > title');
  const words = title.text().replace(/\{(\w+)\}/g, (gap, name: string) => fills.title?.[name] ?? gap);
  title.text((fills.titleStart ?? '') + words);
  fillAddresses($, fills.title ?? {});
  return $.html();
}

/** The switch of reading and what the head says of the page name its own address: gaps in them are filled as those of the title. */
function fillAddresses($: cheerio.CheerioAPI, values: Record<string, string>): void {
  for (const element of $('a[data-reading-switch], head > link[rel], head > meta[content]').toArray()) {
    const attribute = element.name === 'meta' ? 'content' : 'href';
    const before = $(element).attr(attribute) ?? '';
    const after = before.replace(/(?:\{|%7B)(\w+)(?:\}|%7D)/g, (gap, name: string) => (Object.hasOwn(values, name) ? values[name]! : gap));
    if (after !== before) $(element).attr(attribute, after);
  }
}

function fillIn($: cheerio.CheerioAPI, root: Parents, fills: Fills): void {
  const all = (mark: string) =>
    root
      .find(`[${mark}]`)
      .toArray()
      // What stands in a part that is repeated is filled with that part.
      .filter((element) => $(element).parentsUntil(root).filter('[data-each]').length === 0);
  for (const element of all('data-when')) {
    const asked = $(element).attr('data-when')!;
    const kept = known(fills.when, asked.replace(/^!/, ''), 'data-when') !== asked.startsWith('!');
    if (kept) $(element).removeAttr('data-when');
    else $(element).remove();
  }
  for (const element of all('data-each')) {
    const parts = known(fills.each, $(element).attr('data-each')!, 'data-each');
    $(element).removeAttr('data-each');
    for (const part of parts) {
      // In a parent of its own, so that marks on the part itself are filled too.
      const around = $('<div></div>').append($(element).clone());
      fillIn($, around as unknown as Parents, part);
      $(element).before(around.contents());
    }
    $(element).remove();
  }
  for (const element of all('data-set')) {
    for (const [name, value] of Object.entries(known(fills.set, $(element).attr('data-set')!, 'data-set')))
      if (value === null) $(element).removeAttr(name);
      else $(element).attr(name, value);
    $(element).removeAttr('data-set');
  }
  for (const element of all('data-fill')) {
    $(element).text(known(fills.text, $(element).attr('data-fill')!, 'data-fill'));
    $(element).removeAttr('data-fill');
  }
}

function fillField($: cheerio.CheerioAPI, name: string, typed: readonly string[]): void {
  const controls = $('[name]').filter((_, element) => $(element).attr('name') === name);
  for (const element of controls.toArray()) {
    const control = $(element);
    const type = control.attr('type');
    if (type === 'radio' || type === 'checkbox') {
      if (typed.includes(control.attr('value') ?? 'on')) control.attr('checked', '');
      else control.removeAttr('checked');
    } else if (control.is('textarea')) control.text(typed[0] ?? '');
    else if (control.is('select'))
      for (const option of control.find('option').toArray())
        if (typed.includes($(option).attr('value') ?? $(option).text())) $(option).attr('selected', '');
        else $(option).removeAttr('selected');
    else control.attr('value', typed[0] ?? '');
  }
}
