/**
 * Tells the page around a frame how tall the frame wants to be. The embed page needs none of this: where the website does not listen, or
 * runs no script, the frame scrolls. It runs in a sandbox too, where nothing can be kept and nothing is fetched.
 */
export {};

const main = document.querySelector('main')!;
const tell = () => {
  const height = Math.ceil(main.getBoundingClientRect().height);
  // The height is no secret, and in a sandbox there is no origin to name.
  if (height > 0 && parent !== window) parent.postMessage({ type: 'local-offer:height', height }, '*');
};
new ResizeObserver(tell).observe(main);
// A website whose script came later than this page asks.
addEventListener('message', ({ data, source }) => {
  if (source === parent && data === 'local-offer:height?') tell();
});
