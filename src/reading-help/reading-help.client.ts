/**
 * The little that every page runs: the link to the reading help becomes a button that opens it here, and a choice that
 * needs script (the ruler, the colour around the page) takes effect. All else is fetched when it is needed.
 */
const { ruler, colours } = document.documentElement.dataset;
if (ruler || colours) void import('./shown.client.ts').then(({ showByScript }) => showByScript());

const link = document.querySelector<HTMLAnchorElement>('a[data-reading-help]:not([aria-current])');
if (link) {
  const { href } = link;
  const button = document.createElement('button');
  for (const { name, value } of link.attributes) if (name !== 'href') button.setAttribute(name, value);
  button.type = 'button';
  button.textContent = link.textContent;
  button.setAttribute('aria-expanded', 'false');
  button.setAttribute('aria-controls', 'reading-help');
  link.replaceWith(button);
  // Where the panel cannot come, the page of the same content can still be tried.
  button.addEventListener('click', () => {
    import('./panel.client.ts').then(({ toggle }) => toggle(button, href)).catch(() => location.assign(href));
  });
}
