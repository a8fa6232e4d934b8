/**
 * The reading help as a panel below the header, in the flow of the page and without trapping anyone. Its words and controls
 * come from the reading help's own page in the reader's reading, so they are written once.
 */
import styles from './form.css?inline';
import { wireForm } from './form.client.ts';

let coming: Promise<HTMLElement> | undefined;

/** Fetches the controls. @throws when the page does not come or holds no controls */
async function fetchPanel(button: HTMLButtonElement, address: string): Promise<HTMLElement> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
  const page = await answer.text();
  // Without its head, whose styles the policy of this page would refuse, and say so.
  const main = new DOMParser().parseFromString(page.slice(page.indexOf('<main')), 'text/html');
  const found = main.querySelector<HTMLElement>('[data-reading-help-form]');
  if (!found) throw new Error(`${address} holds no reading help`);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const panel = document.importNode(found, true);
  panel.id = button.getAttribute('aria-controls')!;
  panel.classList.add('reading-help-panel');
  panel.hidden = true;
  const close = () => {
    panel.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    button.focus();
  };
  panel.querySelector('[data-close]')?.addEventListener('click', close);
  for (const place of [panel, button])
    place.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || panel.hidden) return;
      // One press does one thing: a page that is read aloud goes on.
      event.preventDefault();
      close();
    });
  // Right behind the button, so that Tab leads from one to the other.
  button.parentElement!.after(panel);
  wireForm(panel);
  return panel;
}

/**
 * Opens the panel, or closes it.
 * @param button the button in the header
 * @param address the page of the reading help
 * @throws when the panel cannot be fetched
 */
export async function toggle(button: HTMLButtonElement, address: string): Promise<void> {
  const open = button.getAttribute('aria-expanded') === 'true';
  button.setAttribute('aria-expanded', String(!open));
  const panel = await (coming ??= fetchPanel(button, address));
  // Pressed twice while it was coming: the last press counts.
  panel.hidden = button.getAttribute('aria-expanded') !== 'true';
}
