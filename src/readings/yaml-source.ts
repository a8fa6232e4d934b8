/** Reads an author's YAML as a text with places in it, and says what is wrong with it in plain words. */
import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Document, type YAMLParseError } from 'yaml';
import { lostLetters } from './lost-letters.ts';

export interface YamlText {
  line: number;
  text: string;
}

export interface YamlSource {
  value: unknown;
  /** Every text in it, fields' names left out. */
  texts: YamlText[];
  /** Sentences for its author; when there are any, nothing else here can be trusted. */
  problems: { line: number; problem: string }[];
  /** The line of a field; of what holds it when the field is missing; none for a field missing from the whole. */
  lineOf(path: readonly PropertyKey[]): number | undefined;
}

const curly = /^[“”‘’]|[“”‘’]$/;
const openQuote = /(?<=(?::|-|\[|,) +)(["'])(?:(?!\1).)*$/m;
const curlyMend = 'has a text in curly quotes (“ ”). Use straight quotes ("), or none.';

/**
 * @param text the YAML
 * @param before how many lines of the file stand before it
 */
export function readYamlSource(text: string, before = 0): YamlSource {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const lineAt = (offset: number) => counter.linePos(offset).line + before;
  const source: YamlSource = { value: null, texts: [], problems: [], lineOf: (path) => placeOf(document, path, lineAt) };
  const lost = lostLetters(text);
  if (lost) source.problems.push({ ...lost, line: lost.line + before });
  // The first error is the author's; those after it follow from it.
  const error = document.errors[0];
  if (!lost && error) {
    // An open quote is only missed at the end of the file; its author needs the line where it begins.
    const open = error.code === 'MISSING_CHAR' ? text.search(openQuote) : -1;
    if (open >= 0) source.problems.push({ line: lineAt(open), problem: 'has a quote that is not closed. Write it after the text too.' });
    else source.problems.push({ line: lineAt(error.pos[0]), problem: mendOf(error, text) });
  }
  if (source.problems.length > 0) return source;
  visit(document, {
    Scalar(key, node) {
      if (key === 'key' || typeof node.value !== 'string') return;
      const line = lineAt(node.range?.[0] ?? 0);
      source.texts.push({ line, text: node.value });
      if (node.anchor) source.problems.push({ line, problem: signMend('&') });
      if (node.type === 'PLAIN' && curly.test(node.value)) source.problems.push({ line, problem: curlyMend });
    },
    Alias(_key, node) {
      source.problems.push({ line: lineAt(node.range?.[0] ?? 0), problem: signMend('*') });
    },
  });
  if (source.problems.length === 0) source.value = document.toJS();
  return source;
}

const signMend = (sign: string) => `cannot be read: a text begins with "${sign}", which has a meaning of its own. Put the text in quotes.`;

/** What to write instead, by the kind of error; the parser's own words are for programmers. */
function mendOf({ code, pos }: YAMLParseError, text: string): string {
  const [at] = pos;
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1).split(/\r?\n/, 1)[0]!;
  if (/(?::|-|\[|,)\s*[“”‘’]/.test(line)) return curlyMend;
  if (code === 'TAB_AS_INDENT' || /^ *\t/.test(line)) return 'has a tab at the beginning of the line: use spaces.';
  if (code === 'DUPLICATE_KEY') return `has the field "${/^["']?([\w.-]*)/.exec(text.slice(at))?.[1] ?? ''}" twice: take one out.`;
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && /:\s.*:(\s|$)/.test(line)) return 'cannot be read: a text holds a colon. Put the text in quotes.';
  const sign = /(?::|-|\[|,)\s+([*&!@`%])/.exec(line)?.[1];
  if (sign) return signMend(sign);
  return 'cannot be read here. Each line is a field, a colon and a space, then its words. Look for a quote or bracket that is not closed, and for a line that begins further left or right than those beside it.';
}

function placeOf({ contents }: Document, path: readonly PropertyKey[], lineAt: (offset: number) => number): number | undefined {
  let here: unknown = contents;
  let offset: number | undefined;
  for (const key of path) {
    let next: { range?: readonly number[] | null } | undefined;
    if (isMap(here)) {
      const pair = here.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      next = pair?.key as typeof next;
      here = pair?.value;
    } else if (isSeq(here)) here = next = here.items[Number(key)] as typeof next;
    if (!next) break;
    offset = next.range?.[0] ?? offset;
  }
  return offset === undefined ? undefined : lineAt(offset);
}
