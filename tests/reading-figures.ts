/**
 * Prints the figures of every easy-read page of a built site as a table: `node tests/reading-figures.ts [address …]`.
 * The site is `dist/`, or `SITE_DIR`. A page is chosen by how its address begins, as `/easy-read/guides/`.
 */
import { easyReadPages } from './site/pages.ts';
import { figuresOf, tableOf } from './site/reading-figures.ts';

const asked = process.argv.slice(2);
const pages = easyReadPages.filter(({ address }) => asked.length === 0 || asked.some((start) => address.startsWith(start)));
if (pages.length === 0) {
  console.error(`No easy-read page has an address that begins with ${asked.join(' or ')}.`);
  process.exitCode = 2;
} else console.log(tableOf(pages.map(figuresOf)));
