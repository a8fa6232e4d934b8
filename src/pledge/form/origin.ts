/** Whether a form was sent by a page of this site, and not by a page of somebody else. */

/**
 * Browsers say where a form was sent from. `Sec-Fetch-Site: same-origin` is enough, since some send `Origin: null` with it (a page
 * under `no-referrer`). A page of a listed origin on another host name is `same-site`. Where the header is absent (older browsers,
 * programs), `Origin` must be one of ours, letter for letter.
 * @param origins as https://www.example.org
 */
export function mayStore(headers: Headers, origins: readonly string[]): boolean {
  const site = headers.get('Sec-Fetch-Site');
  const origin = headers.get('Origin');
  if (site === 'same-origin') return true;
  if (site !== null && site !== 'same-site') return false;
  return origin !== null && origins.includes(origin);
}
