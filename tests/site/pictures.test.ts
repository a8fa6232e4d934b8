/** Pictures keep their place while they load, wait until they are needed, and say what they show. */
import { onEach } from './check.ts';
import { allPages } from './pages.ts';

const mostEager = 4;

onEach(allPages, 'every picture has its width and height', ({ $ }, say) => {
  for (const { attribs } of $('img').toArray())
    if (!/^[1-9]\d*$/.test(attribs.width ?? '') || !/^[1-9]\d*$/.test(attribs.height ?? ''))
      say(`has the picture "${attribs.src}" without width and height. The page would jump: write both.`);
});

onEach(allPages, `at most ${mostEager} pictures of a page load at once; the others are lazy`, ({ $ }, say) => {
  const eager = $('img:not([loading=lazy])').toArray();
  if (eager.length > mostEager)
    say(
      `loads ${eager.length} pictures at once (${eager.map(({ attribs }) => attribs.src).join(', ')}). Write loading="lazy" on those below the fold.`,
    );
});

onEach(allPages, 'every picture has alt text, or is marked as saying nothing more', ({ $ }, say) => {
  for (const { attribs } of $('img').toArray()) {
    if (attribs.alt === undefined) say(`has the picture "${attribs.src}" without alt. Say what it shows, or write alt="".`);
    else if (attribs.alt === '' && attribs['data-picture'] === undefined)
      say(
        `has the picture "${attribs.src}" with an empty alt. Only pictures of the dictionary, which stand beside their words, may have one.`,
      );
    else if (attribs.alt.length > 150)
      say(`has an alt of ${attribs.alt.length} characters on "${attribs.src}". Keep it to 150, and describe the rest on the page.`);
  }
});

onEach(allPages, 'every drawing in the page has a name or is hidden from screen readers', ({ $ }, say) => {
  const bare = $('svg').filter(
    (_, svg) => $(svg).closest('[aria-hidden=true]').length === 0 && !($(svg).attr('role') === 'img' && $(svg).attr('aria-label')),
  );
  if (bare.length > 0) say(`has ${bare.length} <svg> without aria-hidden="true". Hide it, or give it role="img" and a name.`);
});
