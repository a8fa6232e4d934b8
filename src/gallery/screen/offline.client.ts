/** Makes the screen go on without a network, where the browser can; where it cannot, nothing is said and nothing is lost. */

const anHour = 3_600_000;

/**
 * @param worker the address of the service worker
 * @param pictures what it is to keep of the artworks
 * @param whenFresh is called when a newer build has taken over
 */
export async function goOnOffline(worker: string, pictures: string[], whenFresh: () => void): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  const tell = () => serviceWorker.controller?.postMessage({ pictures });
  let hadOne = serviceWorker.controller !== null;
  serviceWorker.addEventListener('controllerchange', () => {
    tell();
    if (hadOne) whenFresh();
    hadOne = true;
  });
  try {
    const registration = await serviceWorker.register(worker);
    // A browser asks whether there is a newer worker, but not always at once; and a display runs for weeks.
    const look = () => void registration.update().catch(() => undefined);
    setInterval(look, anHour);
    if (hadOne) look();
    tell();
  } catch {
    // Without HTTPS, in a private window, or without a network at the first visit.
  }
}
