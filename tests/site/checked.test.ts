/** Every easy-read page says once who has checked it, and asks whether it was easy, without pretending that it sends an answer. */
import { onEach } from './check.ts';
import { easyReadPages } from './pages.ts';
import { textOf } from './text.ts';

const said = /checked this page on \d|Young people have not checked this page yet\./g;

onEach(easyReadPages, 'an easy-read page says once whether young people have checked it', ({ $ }, say) => {
  const words = textOf($, $('main').toArray()).replace(/\s+/g, ' ');
  const times = [...words.matchAll(said)].length;
  if (times !== 1) say(`says ${times} times whether young people have checked it. Say it once.`);
});

onEach(easyReadPages, 'an easy-read page asks whether it was easy, with 3 faces and their words', ({ $ }, say) => {
  const asked = $('main section').filter((_index, section) => $(section).children('h2').text().includes('easy to understand'));
  if (asked.length !== 1) return say(`asks ${asked.length} times whether it was easy. Ask once.`);
  const faces = asked.find('li:has([data-picture])').toArray();
  const words = faces.map((face) => $(face).text().trim());
  if (faces.length !== 3 || words.some((text) => text === '') || new Set(words).size !== 3)
    say(`has the faces "${words.join('", "')}". Show 3, each with words of its own.`);
  if (asked.find('form, button, input').length > 0) say('asks with something to press. Nothing is sent from here: show faces to point to.');
});
