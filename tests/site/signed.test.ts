/** Who has signed, in the built site: page and lists for other programs say the same, and nothing of the service's templates is published. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { allPages, folder, pageAt } from './pages.ts';

const hasList = pageAt.has('/pledge/signed/');
interface List {
  changed: string | null;
  count: number;
  signatories: { id: string; name: string }[];
}
const list = () => JSON.parse(readFileSync(join(folder, 'pledge/signed.json'), 'utf8')) as List;

test.runIf(hasList)('both readings show each of signed.json, or say that nobody has signed; neither offers a filter', () => {
  const { count, signatories } = list();
  expect(count).toBe(signatories.length);
  for (const start of ['', '/easy-read']) {
    const { $ } = pageAt.get(`${start}/pledge/signed/`)!;
    const links = $('[data-signed] li > a:first-child').toArray();
    expect(links.map((link) => $(link).text().trim()).sort()).toEqual(signatories.map(({ name }) => name.trim()).sort());
    expect(/No (setting|school or group)/.test($('[data-signed]').text())).toBe(count === 0);
    expect($('main form')).toHaveLength(0);
    for (const { id } of signatories) expect(pageAt.has(`${start}/pledge/signed/${id}/`)).toBe(true);
  }
});

test.runIf(hasList)('signed.csv has a row for each of signed.json', () => {
  const lines = readFileSync(join(folder, 'pledge/signed.csv'), 'utf8');
  expect(lines).toMatch(/^\ufeffid,name,kind,area,date,sentence,website\r\n/);
  for (const { id } of list().signatories) expect(lines).toContain(`\r\n${id},`);
});

test('no page waits for the service in the published folder', () => {
  for (const path of ['service', 'easy-read/service']) expect(existsSync(join(folder, path)), path).toBe(false);
  const gaps = allPages.filter(({ $ }) => $('[data-fill], [data-when], [data-each], [data-set]').length > 0);
  expect(gaps.map(({ address }) => address)).toEqual([]);
});
