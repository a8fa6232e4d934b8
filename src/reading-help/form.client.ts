/** The controls of the reading help at work: each choice takes effect at once, is kept, and is said once in the page's own words. */
import { chosen, keep } from './kept.client.ts';
import { storeKey, type ChoiceName } from './settings.ts';
import { showByScript } from './shown.client.ts';

/** @param form the element with `data-reading-help-form` */
export function wireForm(form: HTMLElement): void {
  const status = form.querySelector<HTMLElement>('[role="status"]')!;
  const always = form.querySelector<HTMLButtonElement>('[data-always]')!;
  const words = form.dataset as Record<'on' | 'off' | 'normal' | 'notKept', string>;
  const inputs = [...form.querySelectorAll<HTMLInputElement>('input')];

  const tick = () => {
    const saved = chosen();
    for (const input of inputs) input.checked = input.value === (saved[input.name as ChoiceName] ?? '');
    always.setAttribute('aria-pressed', String(saved.always === true));
  };
  /** Keeps what is set in the form and says what has changed. @returns whether the device keeps it */
  const take = (said: string, isAlways: boolean, withOthers = true) => {
    const saved = Object.fromEntries(inputs.filter(({ checked, value }) => checked && value).map(({ name, value }) => [name, value]));
    const kept = keep({ ...saved, ...(isAlways && { always: true }) }, withOthers);
    always.setAttribute('aria-pressed', String(isAlways));
    showByScript();
    status.textContent = kept ? said : `${said} ${words.notKept}`;
    // Larger words move the controls: the one in use stays on the screen.
    requestAnimationFrame(() => document.activeElement?.closest('label, button')?.scrollIntoView({ block: 'nearest' }));
    return kept;
  };
  const isAlways = () => always.getAttribute('aria-pressed') === 'true';

  form.addEventListener('change', ({ target }) => {
    const input = target as HTMLInputElement;
    const legend = input.closest('fieldset')!.querySelector('legend')!.textContent;
    take(`${legend.trim()}: ${input.labels![0]!.textContent.trim()}.`, isAlways());
  });
  always.addEventListener('click', () => {
    const on = !isAlways();
    const kept = take(`${always.textContent.trim()}: ${on ? words.on : words.off}.`, on);
    const twin = document.querySelector<HTMLAnchorElement>('a[data-reading-switch]');
    if (on && kept && twin && document.documentElement.dataset.reading === 'standard')
      location.replace(twin.pathname + location.search + location.hash);
  });
  form.querySelector('[data-back-to-normal]')!.addEventListener('click', () => {
    for (const input of inputs) input.checked = input.value === '';
    take(words.normal, false, false);
  });
  // Another tab of this site has chosen something.
  addEventListener('storage', ({ key }) => {
    if (key === storeKey || key === null) tick();
  });
  tick();
}
