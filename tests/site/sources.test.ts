/** Where a page's facts come from, how old they are, and who helps now: one step from everywhere. */
import { onEach } from './check.ts';
import { localOffer, topics } from './content.ts';
import { fullPages, twinPages } from './pages.ts';
import { hrefOf } from './place.ts';

const standardAddress = (address: string) => address.replace(/^\/easy-read(?=\/)/, '');
const topicPages = twinPages.filter(({ address }) => topics.has(standardAddress(address)));

onEach(topicPages, 'every topic says when it was last checked', ({ $, address }, say) => {
  const day = topics.get(standardAddress(address))!.lastChecked;
  const marks = $('main time[data-last-checked]');
  if (marks.length !== 1 || marks.attr('datetime') !== day)
    say(`does not say that it was last checked on ${day}. Show <time datetime="${day}" data-last-checked>.`);
});

onEach(topicPages, 'every topic that reports the past says of when, and no other does', ({ $, address }, say) => {
  const when = topics.get(standardAddress(address))!.asReported;
  // A page of today may hold one part that tells of the past, which says so by itself.
  const marks = $('main time[data-as-reported]').not('[data-part-reported] time');
  if (when && (marks.length !== 1 || marks.attr('datetime') !== when))
    say(`does not say that it is as reported in ${when}. Show <time datetime="${when}" data-as-reported>.`);
  if (!when && marks.length > 0) say('says that it is as reported, and its topic.yaml does not.');
});

onEach(
  topicPages.filter(({ reading }) => reading === 'standard'),
  'every source of a topic is named on its page',
  ({ $, address }, say) => {
    const { sources } = topics.get(address)!;
    const shown = $('main section[aria-labelledby=page-sources] li').length;
    if (shown !== sources.length) say(`shows ${shown} of its ${sources.length} sources. Show all.`);
  },
);

onEach(fullPages, 'the header links to help now', ({ $, reading }, say) => {
  const address = `${reading === 'easy-read' ? '/easy-read' : ''}/${localOffer.helpNow.page}/`;
  const link = $('body > header a').filter((_, element) => $(element).attr('href') === hrefOf(address));
  if (link.length === 0) say(`has no link to ${hrefOf(address)} in its header. Put "Help now" there.`);
});

onEach(fullPages, 'every page says what this site is, and links the official Local Offers', ({ $, reading }, say) => {
  const notice = reading === 'easy-read' ? localOffer.notice.easyRead : localOffer.notice.standard;
  if (!$('body > footer').text().includes(notice)) say(`does not say "${notice}" at its foot.`);
  for (const { address } of localOffer.official)
    if (
      !$('body > footer a')
        .toArray()
        .some((link) => link.attribs.href === address)
    )
      say(`does not link ${address} at its foot.`);
});
