/** What a check found, told so that it can be mended: which rule, which element, how, and on which addresses. */

export interface Problem {
  address: string;
  /** The rule that is broken, and how the page was shown. */
  rule: string;
  element: string;
  mend: string;
}

const some = (list: string[], most: number) =>
  `${list.slice(0, most).join(' ')}${list.length > most ? ` and ${list.length - most} more` : ''}`;

/** One rule with the elements that break it; an element that is on every address is told once. */
function told(problems: Problem[]): string {
  const elements = [...Map.groupBy(problems, ({ element }) => element)].map(
    ([element, same]) => `  ${element}\n    on ${some([...new Set(same.map(({ address }) => address))], 4)}`,
  );
  const more = elements.length > 8 ? `\n  and ${elements.length - 8} more elements` : '';
  return `${problems[0]!.rule}: ${problems[0]!.mend}\n${elements.slice(0, 8).join('\n')}${more}`;
}

/** Fails the test where anything was found. */
export function expectNone(problems: Problem[]): void {
  const groups = [...Map.groupBy(problems, ({ rule, mend }) => `${rule}\n${mend}`).values()];
  if (groups.length === 0) return;
  const failure = new Error(`${groups.length} thing${groups.length === 1 ? '' : 's'} to mend\n\n${groups.map(told).join('\n\n')}`);
  failure.stack = failure.message;
  throw failure;
}
