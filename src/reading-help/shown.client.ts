/** What of the choices a style sheet alone cannot show: the ruler, and the colour that a browser paints around the page. */
import { showRuler } from './ruler.client.ts';

/** Shows on this page what is chosen now. Called again after each choice. */
export function showByScript(): void {
  const { ruler, colours } = document.documentElement.dataset;
  showRuler(ruler === 'on');
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    meta.dataset.own ??= meta.content;
    meta.content = colours ? getComputedStyle(document.body).backgroundColor : meta.dataset.own;
  }
}
