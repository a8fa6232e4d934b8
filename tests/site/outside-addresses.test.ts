/** Pages lead out only to a source, to an official Local Offer, or to an address that content/figures.yaml lists with a reason. */
import { test } from 'vitest';
import { expectNone, onEach } from './check.ts';
import { compared } from './figures.ts';
import { citedAddresses, isUsable, list, listed, listName, ofCouncil } from './listed-figures.ts';
import { allPages, elementsOf } from './pages.ts';
import { textOf } from './text.ts';

const mend = `Add it to ${listName} with a reason, or take it out.`;
const own = new Set(list.addresses.map(({ address }) => address));

const digitsOf = (text: string) => text.replace(/\D/g, '');
/** Each number of the list with its spaces taken out: 0800 1111 is dialled as 08001111. */
const numbers = new Set([...listed, ...ofCouncil].flatMap(({ written }) => compared(written).match(/\d[\d ]*\d/g) ?? []).map(digitsOf));
const emails = new Set(ofCouncil.map(({ written }) => `mailto:${written}`));

/** Whether a link stays on this site, or leads where the facts lead. */
function isKnown(to: string): boolean {
  const [, scheme] = /^([a-z]+):/i.exec(to) ?? [];
  if (scheme === undefined && !to.startsWith('//')) return true;
  if (scheme === 'tel' || scheme === 'sms') return numbers.has(digitsOf(to));
  return citedAddresses.has(to) || own.has(to) || emails.has(to);
}

/** An address in words and not behind a link, as people write them. */
const writtenAddress = /\b(?:https?:\/\/)?(?:[\w-]+\.)+(?:uk|org|com|net|gov|info|io)\b(?:\/\S*)?|\S+@\S+\.\w+/gi;
/** The names of sources and publishers, as they call themselves. */
const sources = 'section[aria-labelledby=page-sources]';

onEach(allPages, 'a link that leads out is a whole address', ({ $ }, say) => {
  for (const { attribs } of elementsOf($, 'a[href^="http"], a[href^="//"]'))
    if (!URL.canParse(attribs.href!)) say(`leads to "${attribs.href}", which is no whole address. Begin it with https://.`);
});

// Without a list, or with one that cannot be used, nothing says which addresses are known.
if (isUsable) {
  test('every outside address that a page leads to is known', () => {
    const led = allPages.flatMap(({ $, address }) =>
      elementsOf($, 'a[href], form[action]').map(({ attribs }) => ({ address, to: attribs.href ?? attribs.action ?? '' })),
    );
    const reached = new Set(led.map(({ to }) => to));
    expectNone([
      ...[...Map.groupBy(led, ({ to }) => to)]
        .filter(([to]) => !isKnown(to))
        .map(([to, from]) => `${from.map(({ address }) => address).join(' ')} leads to ${to}, which no source gives. ${mend}`),
      ...[...own].filter((to) => !reached.has(to)).map((to) => `${listName} holds ${to}, where no page leads. Take it out.`),
    ]);
  });

  test('every address that is written out is known', () => {
    const known = [...citedAddresses, ...own, ...ofCouncil.map(({ written }) => written)].join(' ').toLowerCase();
    expectNone(
      allPages.flatMap(({ $, address }) =>
        [...textOf($, $('main').toArray(), sources).matchAll(writtenAddress)]
          .map(([shown]) => shown)
          .filter((shown) => !known.includes(shown.toLowerCase()))
          .map((shown) => `${address} writes "${shown}", which no source gives. ${mend}`),
      ),
    );
  });
}
