import { describe, expect, it } from 'vitest';
import { listTable } from '../../src/components/table.ts';

describe('a table of Markdown', () => {
  const html =
    '<thead>\n<tr>\n<th>When</th>\n<th>What &amp; why</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>2019</td>\n<td>A <a href="/x/">plan</a></td>\n</tr>\n<tr>\n<td>2020</td>\n<td>A "pledge"</td>\n</tr>\n</tbody>';
  const table = listTable(html);

  it('has the first cell of each row as the heading of the row', () => {
    expect(table).toContain('<th scope="row">2019</th>');
    expect(table).toContain('<th scope="row">2020</th>');
  });

  it('names the column at each other cell, for phones', () => {
    expect(table).toContain('<td data-column="What &amp; why">A <a href="/x/">plan</a></td>');
    expect(table.match(/data-column/g)).toHaveLength(2);
  });

  it('says which headings are of columns', () => {
    expect(table.match(/<th scope="col"/g)).toHaveLength(2);
  });
});
