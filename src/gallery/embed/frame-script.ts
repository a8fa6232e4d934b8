/**
 * The script that a website loads, so that our frames on it grow with what they show. It is another site's page: so it is small, keeps
 * nothing, touches nothing but the frames that are marked as ours, and believes a message only when it comes out of such a frame.
 */

/** In pixels: what a frame may ask for. A page that was taken over could not hide the rest of the website below a frame. */
export const heights = { least: 150, most: 8000 } as const;

export const frameScript = `(() => {
  const ours = () => [...document.querySelectorAll('iframe[data-local-offer]')];
  addEventListener('message', ({ data, source }) => {
    if (!data || data.type !== 'local-offer:height' || !Number.isFinite(data.height)) return;
    const frame = ours().find(({ contentWindow }) => contentWindow === source);
    if (frame) frame.style.height = Math.min(Math.max(data.height, ${heights.least}), ${heights.most}) + 'px';
  });
  for (const { contentWindow } of ours()) contentWindow.postMessage('local-offer:height?', '*');
})();
`;
