/** Everything that a page points to is there, and nothing that a page loads comes from another host. */
import { onEach } from './check.ts';
import { follow } from './files.ts';
import { allPages, pageAt } from './pages.ts';
import { base, origin } from './place.ts';
import { referencesOf } from './references.ts';

const withoutPage = /^(mailto:.+@.+|(tel|sms):\+?\d+$)/;

onEach(allPages, 'every link, picture, icon and style leads to something that exists', (page, say) => {
  for (const { to, where } of referencesOf(page)) {
    if (withoutPage.test(to)) continue;
    const lead = follow(to, page.address);
    if (lead.to === 'nowhere') say(`${where} "${to}" ${lead.because}`);
    else if (lead.to === 'outside' && !/^https?:$/.test(lead.url.protocol))
      say(`${where} "${to}" begins with "${lead.url.protocol}". Use https.`);
  }
});

onEach(allPages, 'every link to a part of a page leads to a part that exists', (page, say) => {
  for (const { to } of referencesOf(page).filter(({ to, how }) => how === 'link' && to.includes('#'))) {
    const lead = follow(to, page.address);
    if (lead.to !== 'file' || lead.hash === '') continue;
    const target = pageAt.get(`/${lead.file.replace(/(^|\/)index\.html$/, '$1')}`);
    if (
      !target
        ?.$('[id]')
        .toArray()
        .some((element) => element.attribs.id === lead.hash)
    )
      say(`links to "${to}", and no element there has that id. Mend the part after "#".`);
  }
});

onEach(allPages, 'a link to our own site begins at its root, so that the site can move', (page, say) => {
  for (const { to, how, where } of referencesOf(page)) {
    if (how !== 'link' || /^[#?]/.test(to)) continue;
    if (to.startsWith(origin)) say(`${where} "${to}" names our own host. Begin it with "${base}".`);
    else if (!/^[a-z]+:/.test(to) && !to.startsWith(base)) say(`${where} "${to}" does not begin with "${base}".`);
  }
});

onEach(allPages, 'a page loads nothing from another host', (page, say) => {
  for (const { to, how, where } of referencesOf(page))
    if (how === 'load' && follow(to, page.address).to === 'outside')
      say(`${where} loads "${to}" from another host. Put the file on this site.`);
});
