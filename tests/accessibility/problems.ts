/** What a check found, told so that it can be mended: which rule, which element, how, and on which addresses. */

export interface Problem {
  address: string;
  /** The rule that is broken, and how the page was shown. */
  rule: string;
  element: string;
  mend: string;
}

/** A thing in the frame of the page is wrong on every address: it is told once. */
const told = ([first, ...more]: Problem[], most = 6) => {
  const addresses = [first!, ...more].map(({ address }) => address);
  const rest = addresses.length > most ? ` and ${addresses.length - most} more` : '';
  return `${first!.rule}\n  where: ${addresses.slice(0, most).join(' ')}${rest}\n  what:  ${first!.element}\n  mend:  ${first!.mend}`;
};

/** Fails the test where anything was found. */
export function expectNone(problems: Problem[]): void {
  const groups = Map.groupBy(problems, ({ rule, element, mend }) => `${rule}\n${element}\n${mend}`);
  if (groups.size === 0) return;
  const failure = new Error(`${groups.size} thing${groups.size === 1 ? '' : 's'} to mend\n\n${[...groups.values()].map((group) => told(group)).join('\n\n')}`);
  failure.stack = failure.message;
  throw failure;
}
