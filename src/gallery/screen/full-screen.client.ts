/** The button for the full screen. The browser itself leaves it with Escape; where it has no full screen there is no button. */

/** @param button with the words for both states @param changed is called when the page has entered or left */
export function fullScreen(button: HTMLButtonElement, changed: () => void): void {
  button.hidden = !document.fullscreenEnabled;
  button.addEventListener('click', () => {
    const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
    done.catch(() => undefined);
  });
  // Also where the page, and not the browser, is told of the key, as in a kiosk without a frame.
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
  });
  document.addEventListener('fullscreenchange', () => {
    button.textContent = (document.fullscreenElement ? button.dataset.leave : button.dataset.enter)!;
    changed();
  });
}
