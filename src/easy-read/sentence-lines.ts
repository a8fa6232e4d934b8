/**
 * The sentences of an Idea, one to a line, from its markup. A line of the source that ends no sentence goes on in the next.
 * @param html what stands in the Idea: text, links, bold
 * @returns markup, one sentence or unfinished line each
 */
export function sentenceLines(html: string): string[] {
  const pieces = html
    .replace(/<\/?p\b[^>]*>|<br\b[^>]*>/g, '\n')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const lines: string[] = [];
  for (const piece of pieces) {
    const before = lines.at(-1);
    const ended = before === undefined || /[.?!:]$/.test(before.replace(/<[^>]*>/g, '').trim());
    if (ended) lines.push(piece);
    else lines[lines.length - 1] = `${before}${/^(?:<[^>]*>)*[.,?!]/.test(piece) ? '' : ' '}${piece}`;
  }
  return lines;
}
