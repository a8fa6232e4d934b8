/**
 * Makes each hard word a button that opens its meaning where it stands. Without this script, and where a meaning cannot
 * come, a hard word leads to its page. What opens it is fetched at the first press.
 */
for (const link of document.querySelectorAll<HTMLAnchorElement>('main a[data-word]')) {
  const { href } = link;
  const button = document.createElement('button');
  for (const { name, value } of link.attributes) if (name !== 'href') button.setAttribute(name, value);
  button.type = 'button';
  button.setAttribute('aria-expanded', 'false');
  const focused = document.activeElement === link;
  button.append(...link.childNodes);
  link.replaceWith(button);
  if (focused) button.focus();
  button.addEventListener('click', () => {
    import('./meaning-box.client.ts').then(({ toggle }) => toggle(button, href)).catch(() => location.assign(href));
  });
}
