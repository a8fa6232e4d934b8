import { expect, test } from 'vitest';
import { ownStyles } from '../../src/server/own-styles.ts';

const own = (css: string) => ownStyles(css, (mark) => mark === 'data-astro-cid-here');

test.each([
  ['a rule of a component that is shown stays', 'b[data-astro-cid-here]{c:d}', 'b[data-astro-cid-here]{c:d}'],
  ['a rule of a component that is not shown goes', 'a{b:c}b[data-astro-cid-gone]{c:d}e{f:g}', 'a{b:c}e{f:g}'],
  ['one selector of a list goes alone', 'a[data-astro-cid-gone],b:is(c,d){e:f}', 'b:is(c,d){e:f}'],
  ['a component in brackets does not count', 'a:not(:is([data-astro-cid-gone],b)) c{d:e}', 'a:not(:is([data-astro-cid-gone],b)) c{d:e}'],
  ['a block that is left empty goes', '@media print{@supports (a:b){b[data-astro-cid-gone]{c:d}}}e{f:g}', 'e{f:g}'],
  [
    'the order of layers, letters and frames stay',
    '@layer a,b;@font-face{src:url(x)}@keyframes k{to{a:b}}',
    '@layer a,b;@font-face{src:url(x)}@keyframes k{to{a:b}}',
  ],
  ['a brace in quotes is no brace', `a{content:"}"}b[data-astro-cid-gone]{content:'\\'}'}c{d:e}`, 'a{content:"}"}c{d:e}'],
])('%s', (_, css, expected) => expect(own(css)).toBe(expected));
