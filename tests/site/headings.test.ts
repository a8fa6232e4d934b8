/** Headings are how people who do not see a page leaf through it. */
import { onEach } from './check.ts';
import { allPages } from './pages.ts';

onEach(allPages, 'every page has one h1, in its main part', ({ $ }, say) => {
  const count = $('h1').length;
  if (count !== 1) say(`has ${count} h1 headings. Give it one: its name.`);
  else if ($('main h1').length !== 1) say('has its h1 outside main. Move it there, so that the skip link leads to it.');
});

onEach(allPages, 'headings begin at the top and skip no level', ({ $ }, say) => {
  let depth = 0;
  for (const heading of $('h1, h2, h3, h4, h5, h6').toArray()) {
    const level = Number(heading.tagName[1]);
    if (level > depth + 1)
      say(`jumps from ${depth === 0 ? 'nothing' : `h${depth}`} to <${heading.tagName}>${$(heading).text().trim()}. Use h${depth + 1}.`);
    depth = level;
  }
});

onEach(allPages, 'every heading has words', ({ $ }, say) => {
  for (const heading of $('h1, h2, h3, h4, h5, h6').toArray())
    if ($(heading).text().trim() === '') say(`has an <${heading.tagName}> without words. Write some, or take it away.`);
});
