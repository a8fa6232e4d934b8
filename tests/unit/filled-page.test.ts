/** What a built page becomes when the service fills it in. */
import { describe, expect, test } from 'vitest';
import { filledPage } from '../../src/pledge/filled-page.ts';

const page = (body: string, title = 'Sign') =>
  `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>${title}</title><style>a > b{c:"d"}</style></head><body>${body}</body></html>`;
const body = (html: string) => /<body>([\s\S]*)<\/body>/.exec(html)![1];

describe('a page that is filled in', () => {
  test('shows what was typed as text, never as markup', () => {
    expect(body(filledPage(page('<p data-fill="name"></p>'), { text: { name: '<b>"&' } }))).toBe('<p>&lt;b&gt;"&amp;</p>');
    const typed = '"><script>alert(1)</script>';
    expect(
      body(filledPage(page('<input name="n"><textarea name="t"></textarea>'), { fields: { n: [typed], t: ['</textarea><b>'] } })),
    ).toBe('<input name="n" value="&quot;><script>alert(1)</script>"><textarea name="t">&lt;/textarea&gt;&lt;b&gt;</textarea>');
  });
  test('keeps or takes out a part', () => {
    const html = page('<p data-when="yes">a</p><p data-when="!yes">b</p><p data-when="no">c</p>');
    expect(body(filledPage(html, { when: { yes: true, no: false } }))).toBe('<p>a</p>');
  });
  test('repeats a part for each of a list, also within another, each with its own words', () => {
    const html = page(
      '<ul><li data-each="rows" data-set="row"><b data-fill="name"></b><i data-each="more" data-fill="word"></i><s data-when="old"></s></li></ul>',
    );
    const rows = [
      {
        set: { row: { id: 'x' } },
        text: { name: 'one' },
        each: { more: [{ text: { word: 'A' } }, { text: { word: 'B' } }] },
        when: { old: true },
      },
      { set: { row: { id: null } }, text: { name: 'two' }, each: { more: [] }, when: { old: false } },
    ];
    expect(body(filledPage(html, { each: { rows } }))).toBe(
      '<ul><li id="x"><b>one</b><i>A</i><i>B</i><s></s></li><li><b>two</b></li></ul>',
    );
    expect(body(filledPage(html, { each: { rows: [] } }))).toBe('<ul></ul>');
  });
  test('ticks what was chosen, and only that', () => {
    const html = page(
      '<input type="radio" name="k" value="a" checked><input type="radio" name="k" value="b"><input type="checkbox" name="v" value="x"><select name="s"><option value="1">1</option><option>2</option></select>',
    );
    const filled = body(filledPage(html, { fields: { k: ['b'], v: ['x', 'y'], s: ['2'] } }))!;
    expect(filled).toContain('<input type="radio" name="k" value="a">');
    expect(filled).toContain('value="b" checked');
    expect(filled).toContain('value="x" checked');
    expect(filled).toContain('<option selected="">2</option>');
  });
  test('a name that is also one of every object is an ordinary name', () => {
    expect(() => filledPage(page('<p data-fill="constructor"></p>'), { text: {} })).toThrow(/data-fill="constructor"/);
  });
  test.each(['<p data-fill="x"></p>', '<p data-when="x"></p>', '<p data-each="x"></p>', '<p data-set="x"></p>'])(
    '%s without its gap is a fault',
    (html) => expect(() => filledPage(page(html), {})).toThrow(/was not given/),
  );
  test('the title says that there is an error first, and names what the page is about', () => {
    expect(filledPage(page('', '{setting} – SEND'), { titleStart: 'Error: ', title: { setting: 'A & B' } })).toContain(
      '<title>Error: A &amp; B – SEND</title>',
    );
  });
  test('styles and the policy that names them stay as they were', () => {
    expect(filledPage(page('<p></p>'), {})).toContain('<style>a > b{c:"d"}</style>');
  });
});
