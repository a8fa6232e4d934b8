/** Addresses of the screen and of what belongs to it, from the root and without base. */
export const screenAddress = '/gallery/screen/';
export const workerAddress = `${screenAddress}sw.js`;
/** The QR code of an artwork. */
export const codeAddress = (id: string) => `${screenAddress}${id}.svg`;
/** An address as people write it down: no protocol, no slash at its end. @param address an absolute one */
export const shortAddress = (address: string) => address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
