/** The two readings and their addresses. A page's own address is that of its standard reading, from the root: `/pledge/listen/`. */

export type Reading = 'standard' | 'easy-read';
export const readings: readonly Reading[] = ['standard', 'easy-read'];
export const otherReading = (reading: Reading): Reading => (reading === 'standard' ? 'easy-read' : 'standard');

/** The route parameter that stands first in an address: none for standard. */
export const readingParam = (reading: Reading) => (reading === 'standard' ? undefined : 'easy-read');

const withoutTwin = [/^\/404(\.html|\/)?$/, /^\/gallery\/(.*\/)?embed\/$/, /^\/gallery\/screen\/$/, /^\/authors\//];

/** Whether a page has an easy-read twin. @param address from the root, without base */
export const hasTwin = (address: string) => !withoutTwin.some((pattern) => pattern.test(address));

/** The address of a page in one reading, from the root, without base. */
export function inReading(address: string, reading: Reading): string {
  const standard = address.replace(/^\/easy-read(?=\/)/, '');
  return reading === 'easy-read' && hasTwin(standard.replace(/[?#].*$/, '')) ? `/easy-read${standard}` : standard;
}

/**
 * What a page writes into `href`.
 * @param address from the root, as authors write it; addresses of other sites, telephone numbers and anchors stay as they are
 * @param reading the reading that the reader is in
 * @param base where the site stands on its host, with slashes at both ends
 */
export function href(address: string, reading: Reading, base: string): string {
  return address.startsWith('/') ? withBase(inReading(address, reading), base) : address;
}

export const withBase = (address: string, base: string) => `${base.replace(/\/+$/, '')}${address}`;

/** The address of a page from the root, without base and without reading, and the reading that it is in. */
export function placeOf(pathname: string, base: string): { address: string; reading: Reading } {
  const bare = `/${pathname.slice(base.replace(/\/+$/, '').length).replace(/^\/+/, '')}`;
  const reading: Reading = /^\/easy-read(\/|$)/.test(bare) ? 'easy-read' : 'standard';
  return { address: inReading(bare, 'standard'), reading };
}
