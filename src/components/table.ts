/**
 * @param html the inside of a table as Markdown makes it: one head row, then body rows
 * @returns the same with the first cell of each body row as its heading, and the column's name on every other cell
 */
export function listTable(html: string): string {
  const columns = [...html.matchAll(/<th\b[^>]*>(.*?)<\/th>/gs)].map((match) => match[1]!.replace(/<[^>]*>/g, '').trim());
  const [head, ...rows] = html.split(/(?=<tr\b)/);
  const bodyRows = rows.map((row) => {
    let column = -1;
    return row.replace(/<td\b[^>]*>(.*?)<\/td>/gs, (_cell, words: string) => {
      column += 1;
      const name = columns[column]?.replaceAll('"', '&quot;') ?? '';
      return column === 0 ? `<th scope="row">${words}</th>` : `<td data-column="${name}">${words}</td>`;
    });
  });
  return [head, ...bodyRows].join('').replace(/<th(?=[\s>])(?! scope)/g, '<th scope="col"');
}
