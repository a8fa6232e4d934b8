/** Shows only the pictures whose words hold what is typed: a comfort over the letters, which work without script. */
import { holdsAll, wordsOf } from './picture-filter.ts';

const tools = document.querySelector<HTMLElement>('[data-picture-filter]')!;
const field = tools.querySelector('input')!;
const status = tools.querySelector('[role=status]')!;
const pictures = [...document.querySelectorAll<HTMLElement>('[data-letter] .pictures > li')].map((item) => ({
  item,
  words: wordsOf(item.querySelector('.words')!.textContent!),
}));
const letters = [...document.querySelectorAll<HTMLElement>('[data-letter]')];
const jumps = [...document.querySelectorAll<HTMLElement>('.letters li')];

function filter() {
  const asked = wordsOf(field.value);
  for (const { item, words } of pictures) item.hidden = !holdsAll(words, asked);
  letters.forEach((letter, at) => {
    letter.hidden = !letter.querySelector('.pictures > li:not([hidden])');
    jumps[at]!.hidden = letter.hidden;
  });
  const shown = pictures.filter(({ item }) => !item.hidden).length;
  const some = shown === 1 ? '1 picture' : `${shown} pictures`;
  status.textContent = asked.length === 0 ? '' : shown === 0 ? 'No picture has these words. Try another word.' : some;
}

field.addEventListener('input', filter);
// The browser brings back what was typed when one comes back to the page.
filter();
