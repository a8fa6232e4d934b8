/**
 * What makes a submission look like a machine's. It is never refused and never told: password managers and screen readers fill
 * hidden fields too. It is set aside for a person to look at, under a heading of its own.
 */
import type { Answers, Flag } from './fields.ts';
import { mixedScripts } from './look-alike.ts';

export interface Circumstances {
  answers: Answers;
  /** What stood in the field that people do not see. */
  decoy: string;
  tokenState: 'good' | 'old' | 'wrong';
  /** How long the form was open. */
  ageSeconds: number;
  minSeconds: number;
}

/** An address of the web in a text: with its protocol or www, or with a path behind an ending that links have. A full stop inside a name is none. */
const link = /https?:\/\/|\bwww\.|\[url|<a\s|\b[a-z0-9-]{1,63}\.(?:com|net|org|info|biz|ru|cn|xyz|top|online|site|shop|io|co)\//i;
/**
 * Whole words and phrases only, and only such as no school, nursery or group is called: a Casino Avenue has childminders, and an
 * escort goes with children in the school's taxi.
 */
const spam =
  /(?<![\p{L}\p{N}])(?:viagra|cialis|casinos?(?! (?:avenue|close|court|drive|gardens|lane|place|road|street|way)(?!\p{L}))|sports betting|online betting|payday loans?|crypto(?:currency)? (?:investment|trading)|bitcoin|forex|seo (?:services?|expert|agency)|backlinks?|guest post(?:s|ing) services?|web traffic|escort (?:agency|girls?)|porn|xxx|buy followers|replica watches)(?![\p{L}\p{N}])/iu;

/** @returns the reasons to look twice, in a fixed order */
export function flagsOf({ answers, decoy, tokenState, ageSeconds, minSeconds }: Circumstances): Flag[] {
  const names = [answers.setting, answers.name, answers.role, answers['kind-other']];
  // Folded, so that letters of double width are read as what they look like.
  const texts = [...names, answers.how].map((text) => text.normalize('NFKC'));
  const found: [Flag, boolean][] = [
    ['no-token', tokenState === 'wrong'],
    ['too-fast', tokenState === 'good' && ageSeconds < minSeconds],
    ['decoy', decoy.trim() !== ''],
    ['link-in-name', texts.some((text) => link.test(text))],
    ['spam-words', texts.some((text) => spam.test(text))],
    ['mixed-scripts', names.some(mixedScripts)],
  ];
  return found.filter(([, holds]) => holds).map(([flag]) => flag);
}

/** Mixed alphabets alone are a remark for staff: some names are written so. @returns whether a person should look before it counts as waiting */
export const mustBeSetAside = (flags: readonly Flag[]): boolean => flags.some((flag) => flag !== 'mixed-scripts');
